// The status codes that really are ones in a log, a stack trace, an alert or a chat message.

export interface ExtractedCode {
  /** Such as `502`, `403.14`, or `1020` for a Cloudflare error. */
  code: string;
  count: number;
  /** The first line in which it stands, as it was written. */
  line: string;
}

export interface Extraction {
  /** The most telling first. */
  codes: ExtractedCode[];
}

/** Linear in the length of `text`. `isKnown` says whether the dataset has a code. */
export function extract(text: string, isKnown: (code: string) => boolean): Extraction {
  const codes = new Map<string, ExtractedCode>();
  for (const line of text.split('\n')) {
    for (const [code] of line.matchAll(/(?<![\w.])[1-5]\d\d(?![\w.])/g)) {
      if (!isKnown(code)) continue;
      const seen = codes.get(code);
      if (seen) seen.count += 1;
      else codes.set(code, { code, count: 1, line });
    }
  }
  return { codes: [...codes.values()] };
}
