// A line of chat that says nothing but status codes: `502`, `> 502 😱`, `502 / 504?`.

/** Words that greet, call or decorate: `<@U123>`, `@bot`, `:fire:`. */
const DECORATION = /<[@#:!][^<>\s]{1,64}>|@[\w-]{1,40}|:[a-z0-9_+-]{1,40}:/gi;
/** Longer lines are data. */
const LONGEST_CHAT_LINE = 200;

/** Whether a line holds status codes and no word. Several codes need an error that is no round number among them. */
export function isBareCodes(line: string, isKnown: (code: string) => boolean): boolean {
  if (line.length > LONGEST_CHAT_LINE || /^[^A-Za-z]*(?<![@:])[A-Za-z]/.test(line)) return false;
  const rest = line.replace(DECORATION, ' ');
  if (/[$€£¥￥#%^=+<×✕{}]|^[^(]*\)/.test(rest)) return false;
  const codes = (rest.match(/[\p{L}\p{N}.]+/gu) ?? []).map((token) => token.replace(/^\.+|\.+$/g, '')).filter(Boolean);
  const areCodes = codes.every((token) => /^\d{3}(?:\.\d{1,3})?$/.test(token) && isKnown(token));
  return areCodes && (codes.length === 1 || codes.some((code) => /^[45]/.test(code) && !code.endsWith('00')));
}
