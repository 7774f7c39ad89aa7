// Finds whole requests in what arrives on a connection of the origin.

type Reading = { early: boolean; onRequest: (path: string) => void; onTlsHello: () => void };

/** A listener for `data`: calls `onRequest` with the path when a request is whole, or its header if `early`. */
export function requestReader({ early, onRequest, onTlsHello }: Reading): (part: Buffer) => void {
  let text = '';
  let greeted = false;
  return (part) => {
    if (text === '' && part[0] === 0x16) greeted = true;
    if (greeted) return onTlsHello();
    text += part.toString('latin1');
    for (;;) {
      const length = requestLength(text, early);
      if (length === undefined) return;
      const target = text.split(' ', 2)[1] ?? '';
      text = early ? '' : text.slice(length);
      onRequest(target.replace(/^https?:\/\/[^/]*/, ''));
    }
  };
}

/** The characters that the first request takes, undefined while it is not whole. */
function requestLength(text: string, early: boolean): number | undefined {
  const blank = text.indexOf('\r\n\r\n');
  if (blank < 0) return undefined;
  const head = text.slice(0, blank);
  const begin = blank + 4;
  if (early) return begin;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head);
  if (length) return text.length >= begin + Number(length[1]) ? begin + Number(length[1]) : undefined;
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return begin;
  const last = text.indexOf('0\r\n\r\n', begin);
  return last < 0 ? undefined : last + 5;
}
