// data/traditional.json: traditional Chinese characters with their simplified ones, so that the core need not know them.
import { Converter } from 'opencc-js/t2cn';

/** CJK Unified Ideographs, without the extensions of rare characters: https://www.unicode.org/charts/PDF/U4E00.pdf */
const HAN = { first: 0x4e00, last: 0x9fff };

export function traditionalFile(): string {
  const simplify = Converter({ from: 't', to: 'cn' });
  const pairs = Array.from({ length: HAN.last - HAN.first + 1 }, (_, place) => String.fromCodePoint(HAN.first + place))
    .map((character) => [character, simplify(character)] as const)
    .filter(([character, simplified]) => simplified !== character && [...simplified].length === 1);
  const column = (place: 0 | 1): string => pairs.map((pair) => pair[place]).join('');
  return JSON.stringify({ traditional: column(0), simplified: column(1) });
}
