// Sizes in a text: `80 KB`, `2G`, 一百多 k, 一万个字符.

const SIZE =
  /(?<number>\d+(?:\.\d+)?|[一二两三四五六七八九几]?[十百千万]{1,2})\s?(?:多|来)?\s?(?:个)?\s?(?<unit>[kmg](?:i?b|bytes)?\b|[kmg](?![a-z])|(?:kilo|mega|giga)bytes?|bytes?|characters?|chars|字符|字节|兆)/;
const POWERS: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3, 兆: 1024 ** 2 };
const HAN: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const DIGITS = '一二三四五六七八九';

/** In bytes; undefined where none is told. */
export function sizeIn(text: string): number | undefined {
  const { number, unit } = SIZE.exec(text)?.groups ?? {};
  if (!number || !unit) return undefined;
  return amount(number) * (POWERS[unit.charAt(0)] ?? 1);
}

function amount(number: string): number {
  if (/\d/.test(number)) return Number(number);
  const [first = ''] = number;
  const times = first === '两' ? 2 : first === '几' ? 5 : Math.max(1, DIGITS.indexOf(first) + 1);
  return [...number].reduce((value, character) => value * (HAN[character] ?? 1), times);
}
