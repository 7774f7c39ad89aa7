// The codes, classes, numbers and vendors of a question, and what remains of it.
import { type NameFound, replaceNames } from './names.ts';
import { withoutOtherNumbers } from './other-numbers.ts';
import type { CodeRef } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Placed {
  start: number;
  end: number;
}

export interface Tokens {
  codes: (CodeRef & Placed)[];
  /** `4xx`, `50x`, `403.x` for sub-status codes. */
  masks: string[];
  /** Numbers that are no status codes. */
  numbers: string[];
  vendors: NameFound[];
  /** The question without what was understood. */
  rest: string;
}

const TOKEN = new RegExp(
  [
    String.raw`(?<version>\bhttp\/\d(?:\.\d)?(?!\d)|\bhttp[ -]?[12]\.[01]\b)`,
    String.raw`(?<mask>(?<![\w.])(?:[1-5](?:xx|\*\*|\d[x*])|[1-5]\d\d\.(?:xx?|\*\*?))(?![\w*]))`,
    String.raw`(?<![\d.])(?<digit>[1-5])(?:开头|打头|字头)`,
    // `502s`; in a hurry people leave out the space: `502bad gateway`, `200ok`. Neither an errno, `(111: Connection refused)`, nor a file's mode, `perms 000`, is one.
    String.raw`(?<number>(?<![a-z0-9_]|(?<!\.)\.|\((?=\d{1,3}: [a-z])|(?:chmod|perms|mode|权限是?) ?(?=(?:0[0-7]|[067])[0-7]{2}(?!\d)))(?:[1-5]\d\d(?=['’]?s(?![a-z])|ok\b|[a-z]{3})|[06-9](?:xx|\*\*)(?![\w*])|\d+(?:\.\d+)?(?![a-z0-9_]|\.\d| ?(?:[kmg]i?b|bytes|characters|ms|seconds|minutes)\b|\s?(?:秒|分钟|毫秒|字节|字符|兆))))`,
  ].join('|'),
  'g',
);
const GLUED = /(?<![a-z])(?:https?|status|error|err|code)[_-]?(?=\d{3}(?!\d))/g;
/** IIS writes both in columns of their own. */
const SPACED_SUB_STATUS = /(?<![\w.])([45]\d\d) (\d{1,3})(?![\w.])/g;
const RANGE = /^\s*(?:[-~–—〜]|\.{2,3}|到|至|to|through|thru)\s*$/;
/** What may stand between a vendor and its code. */
const TOUCHING = /^[\s:：的_-]*(?:http|error|status|code|错误|状态码|\s)*[\s:：]*$/;
const ERROR_BEFORE = /(?:\berror(?: code)?|错误(?:码|代码)?)[\s:：#]*$/;

export function findTokens(text: string, vocabulary: Vocabulary): Tokens {
  const found: Tokens = { codes: [], masks: [], numbers: [], vendors: [], rest: '' };
  // Vendors first: `k8s ingress`, `alb` and the like hold digits and words of other tokens.
  found.vendors = vocabulary.sourceNames.find(text);
  found.rest = replaceNames(withoutOtherNumbers(text), found.vendors, blank);
  found.rest = found.rest.replace(GLUED, blank).replace(SPACED_SUB_STATUS, (pair, code: string, sub: string) => {
    const isNamed = found.vendors.some(({ id }) => vocabulary.hasMeaning(id, `${code}.${sub}`));
    return isNamed || (pair === text && vocabulary.hasCode(`${code}.${sub}`)) ? `${code}.${sub}` : pair;
  });
  found.rest = found.rest.replace(TOKEN, (token, ...args) => {
    const { mask, digit, number } = args.at(-1) as Record<string, string | undefined>;
    if (mask) found.masks.push(mask.replace(/\*/g, 'x').replace('.xx', '.x'));
    else if (digit) found.masks.push(`${digit}xx`);
    else if (number && isCode(number, vocabulary)) found.codes.push({ code: number, ...placeOf(number, args) });
    else if (number) found.numbers.push(number.replace(/\*/g, 'x'));
    return blank(token);
  });
  bindVendors(found, text, vocabulary);
  for (const code of found.codes) {
    const source = code.source ?? vocabulary.calledSo(code.code, text);
    if (source) code.source = source;
  }
  if (rangeOf(found, text)) found.rest = found.rest.replace(/[-~–—〜到至.]|\b(?:to|through|thru)\b/g, ' ');
  return found;
}

/** Two codes with a dash or a word such as `to` between them, the lower one first. */
export function rangeOf({ codes }: Tokens, text: string): { from: number; to: number } | undefined {
  const [first, second] = codes;
  if (!first || !second || codes.length !== 2 || !RANGE.test(text.slice(first.end, second.start))) return undefined;
  const [from = 0, to = 0] = [Number(first.code), Number(second.code)].toSorted((a, b) => a - b);
  return Number.isInteger(from) && Number.isInteger(to) && from < to ? { from, to } : undefined;
}

function placeOf(token: string, args: readonly unknown[]): Placed {
  const start = args.find((arg) => typeof arg === 'number') ?? 0;
  return { start, end: start + token.length };
}

function blank(token: string): string {
  return ' '.repeat(token.length);
}

function isCode(number: string, vocabulary: Vocabulary): boolean {
  return vocabulary.hasCode(number) || /^[1-5]\d\d(?:\.\d{1,3})?$/.test(number);
}

/** A vendor belongs to the code right after it, else to the one right before it, else to all that it has. */
function bindVendors({ codes, vendors }: Tokens, text: string, vocabulary: Vocabulary): void {
  for (const vendor of vendors) {
    const next = codes.find(({ start }) => start >= vendor.end);
    const previous = codes.findLast(({ end }) => end <= vendor.start);
    if (next && !next.source && TOUCHING.test(text.slice(vendor.end, next.start))) next.source = vendor.id;
    else if (previous && !previous.source && codes.length > 1 && TOUCHING.test(text.slice(previous.end, vendor.start)))
      previous.source = vendor.id;
    else if (codes.length === 1 && codes[0] && !codes[0].source) codes[0].source = vendor.id;
  }
  const [only, ...others] = new Set(vendors.map(({ id }) => id));
  if (codes.length > 1)
    for (const code of codes) {
      // Among several codes, a vendor without a meaning of its own is better named as ignored.
      if (code.source && !vocabulary.hasMeaning(code.source, code.code)) delete code.source;
      if (only && others.length === 0 && vocabulary.hasMeaning(only, code.code)) code.source ??= only;
    }
  for (const code of codes) {
    const sole = vocabulary.soleVendor(code.code);
    // `Error 1020` is how Cloudflare's pages write it; the bare number may be anything.
    if (sole && code.code.length > 3 && !code.code.includes('.') && ERROR_BEFORE.test(text.slice(0, code.start)))
      code.source ??= sole;
  }
}
