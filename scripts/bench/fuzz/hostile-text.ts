// Text as nobody writes it by accident, the same for the same seed.

/** A number from 0 to below 1. */
export type Random = () => number;

/** Mulberry32: small, fast, and good enough to choose among pieces. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The only flag in any of these texts, so that half of one shows. */
export const FLAG = '🇩🇪';

const ESC = '\u001b';
const PIECES: Readonly<Record<string, readonly string[]>> = {
  words: [
    '502',
    '499',
    '403.14',
    'nginx',
    'cf',
    '网关超时',
    ' vs ',
    ' zh',
    'rfc 9110',
    '4xx',
    '#2',
    'guide:',
    'help',
    ' ',
    '\n',
    '+',
  ],
  logs: [
    '"GET / HTTP/1.1" 502 157',
    'status=504 ',
    '{"status":503}\n',
    '502 × 12, ',
    'Bad Gateway',
    'upstream timed out\n',
    '\t',
  ],
  slack: [
    '<!channel>',
    '<@U0ENGLISH>',
    '<#C1|x>',
    '<https://e.example|502>',
    '*b*',
    '_i_',
    '~s~',
    '```',
    '`',
    '>',
    '&lt;',
    '&amp;',
    ':wave:',
    '<!date^1^{date}|x>',
    '<',
    '|',
  ],
  discord: [
    '@everyone',
    '@here',
    '<@123456789012345678>',
    '<@&1>',
    '<#1>',
    '<:a:1>',
    '<t:1>',
    '</http:1>',
    '[x](https://e.example)',
    '||',
    '**',
    '__',
    '\\',
    '# ',
    '> ',
    '-# ',
    '1. ',
    'https://e.example',
    'discord.gg/x',
    '`',
  ],
  controls: [
    `${ESC}[31m`,
    `${ESC}[2J`,
    `${ESC}]8;;https://e.example${ESC}\\`,
    `${ESC}]0;`,
    ESC,
    '\u0007',
    '\u0000',
    '\u0008',
    '\u007f',
    '\u0085',
    '\u009b31m',
    '\u009d',
    '\r',
    '\v',
    '\f',
    '\u2028',
    '\u2029',
  ],
  bidi: [
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u200e',
    '\u200f',
    '\u061c',
    'שלום',
    'مرحبا',
    '502',
  ],
  marks: [
    'e',
    '\u0301',
    '\u0301\u0323\u0308',
    '\u0e47',
    '\u20dd',
    '\u0489',
    '\u0301'.repeat(40),
    '\u200d',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\ufe0f',
    '502',
  ],
  emoji: [FLAG, '👩‍👩‍👧‍👦', '👋🏽', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', '🦄', 'a', '502'],
  halves: ['\ud83d', '\ude00', '\udbff', '\udc00', 'x', '502', '\ud83d\ud83d'],
  ids: [
    '1|sc|en|U1|',
    '|',
    'explain ',
    'explain: ',
    '502*3 ',
    'standard:',
    'thread|1.2|0',
    '\ue000',
    '$&',
    '{{code}}',
    '$t(help.title)',
    '__proto__',
    'constructor',
    '%0a',
    '↵',
  ],
};
export const KINDS = Object.keys(PIECES);

/** Of the given length or a little more, from one kind of pieces, from several, or from any characters at all. */
export function hostileText(random: Random, length: number): string {
  const pieces = random() < 0.15 ? undefined : chosenPieces(random);
  // What is repeated is what makes work that is not linear show.
  const isRepeated = random() < 0.3;
  const few = Array.from({ length: 1 + Math.floor(random() * 3) }, () => piece(random, pieces)).join('');
  if (isRepeated && few !== '') return few.repeat(Math.ceil(length / few.length));
  let text = '';
  while (text.length < length) text += piece(random, pieces);
  return text;
}

/** All pieces of a kind, over and over. */
export function repeated(kind: string, length: number): string {
  const text = (PIECES[kind] ?? []).join('');
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function chosenPieces(random: Random): readonly string[] {
  const count = random() < 0.5 ? 1 : 2 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => PIECES[pick(random, KINDS)] ?? []).flat();
}

function piece(random: Random, pieces: readonly string[] | undefined): string {
  return pieces ? pick(random, pieces) : anyCharacter(random);
}

/** Unassigned ones and halves of pairs too; half of them from the first planes that people write in. */
function anyCharacter(random: Random): string {
  const point = Math.floor(random() * (random() < 0.5 ? 0x3000 : 0x110000));
  const isFlagPart = point >= 0x1f1e6 && point <= 0x1f1ff;
  return isFlagPart ? FLAG : String.fromCodePoint(point);
}

function pick<Item>(random: Random, items: readonly [Item, ...Item[]] | readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
