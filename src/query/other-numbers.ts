// Numbers that look like statuses and are none by what stands beside them: ports, and how processes ended.

/** A host by its dots: `status.code:404` is a key. */
const HOST = String.raw`(?:localhost|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}|[\w-]\.(?!status|code|error|http)[a-z]{2,24}|\]|::\d)`;
const PORT = new RegExp(
  [
    String.raw`(?<=${HOST}:)(\d{2,5})(?![\w.])`,
    String.raw`(?:\bports?(?: number| is| on)?["']?\s?[:=]?\s?["']?|\blisten(?:ing)?(?: on)? |端口号?\s?(?:是|为|[:=：])?\s?)(\d{2,5})(?![\w.])`,
    String.raw`(?<![\w.])(\d{2,5})\s?号?端口`,
  ].join('|'),
  'gi',
);

/** `exited with status 143`, `Exited (137)`, `exit code: 137`, `code=exited, status=143`, `退出码 137`. */
const EXIT =
  /(?:\bexit(?:s|ed|ing)?(?: with| on)?(?: a)?(?: non-?zero)?(?: exit)?[ _-]?(?:status|code)?["']?(?: is| was)?\s?[:=(]?\s?|\bcode=exited, status=|退出(?:状态)?(?:代?码|值)?\s?(?:是|为|[:=：])?\s?)(\d{1,3})(?![\w.])\)?/gi;
/** `code=143` of a container: what a shell adds to a signal (128) is no status that anybody sends. */
const SIGNAL_CODE = /\bcode["']?\s?[:=]\s?["']?(1[2-6]\d)(?![\w.])/gi;

/** Most texts hold none of these: that spares them the rest. */
const MAY_HOLD = { port: /:\d|port|listen|端口/i, exit: /exit|code|退出/i };

export interface ExitStatus {
  number: string;
  start: number;
  end: number;
}

export function exitStatuses(text: string): ExitStatus[] {
  if (!MAY_HOLD.exit.test(text)) return [];
  return [EXIT, SIGNAL_CODE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: whole, 1: number = '', index: start }) => ({
      number,
      start,
      end: start + whole.length,
    })),
  );
}

/** The first port of a text. */
export function portIn(text: string): string | undefined {
  const [found] = text.matchAll(PORT);
  return found?.slice(1).find((number) => number !== undefined);
}

/** The text with spaces in the place of ports and exit statuses, and of the words that say so. */
export function withoutOtherNumbers(text: string): string {
  const blank = (found: string): string => ' '.repeat(found.length);
  const unported = MAY_HOLD.port.test(text) ? text.replace(PORT, blank) : text;
  return MAY_HOLD.exit.test(text) ? unported.replace(EXIT, blank).replace(SIGNAL_CODE, blank) : unported;
}
