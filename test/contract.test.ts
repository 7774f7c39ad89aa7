// Every record × language × detail × platform: within every limit, with fallback text, nothing unescaped, nothing cut silently.
import { describe, expect, it } from 'vitest';
import { cardMessage as toDiscordMessage } from '../adapters/discord/messages.ts';
import { cardMessage as toSlackMessage } from '../adapters/slack/messages.ts';
import { toText } from '../adapters/terminal/render.ts';
import { flatten, type MessageBody, messageFaults } from '../playground/pretend-discord/message-rules.ts';
import { SCHEMAS, schemaFaults } from '../playground/pretend-discord/schema.ts';
import { createShapeCheck } from '../playground/pretend-slack/block-kit-schema.ts';
import { messageFault } from '../playground/pretend-slack/message-rules.ts';
import type { Answer, Block, Card, Detail } from '../src/index.ts';
import { canonical, observed } from './behaviour/observed.ts';
import { catalog } from './catalog/catalog-files.ts';
import { core } from './core-under-test.ts';
import { trees } from './trouble/trouble-under-test.ts';

interface Contract {
  platform: string;
  /** What the platform would refuse, or what a reader would miss. */
  faults: (answer: Answer) => string[];
}

/** Cards are values: one that was made for a platform is the next one's too. */
const answers = new Map<string, Answer>();

function answerTo(question: Parameters<typeof core.answer>[0]): Answer {
  const key = JSON.stringify(question);
  const answer = answers.get(key) ?? core.answer(question);
  answers.set(key, answer);
  return answer;
}

const OWNER = '123456789012345678';
const shape = createShapeCheck();

const contracts: readonly Contract[] = [
  {
    platform: 'terminal',
    faults: (answer) =>
      missing(
        answer.card,
        toText(answer.card, { width: 100, color: false, locale: answer.locale }).replaceAll('▏', ''),
      ),
  },
  { platform: 'slack', faults: slackFaults },
  { platform: 'discord', faults: discordFaults },
];

function slackFaults({ card, locale }: Answer): string[] {
  return (['private', 'shared'] as const).flatMap((surface) => {
    const message = toSlackMessage(card, { surface, owner: 'U0123456789', t: core.translate(locale) });
    const fault = messageFault({ ...message }, shape);
    return [
      ...(fault ? [`${fault.error}: ${fault.why}`] : []),
      ...missing(card, withoutJoiners(decoded(JSON.stringify(message.blocks)))),
    ];
  });
}

function discordFaults(answer: Answer): string[] {
  const frames = [{ surface: 'private' }, { surface: 'public' }, { surface: 'public', sharedBy: OWNER }] as const;
  return frames.flatMap((frame) => {
    const { components, flags } = toDiscordMessage(answer, {
      ...frame,
      owner: OWNER,
      t: core.translate(answer.locale),
    });
    const body = {
      components,
      flags: flags.reduce((sum, flag) => sum | flag, 0),
      allowed_mentions: { parse: [] },
    } as MessageBody;
    const text = flatten(body.components ?? [])
      .map(({ content = '' }) => content)
      .join('\n');
    return [
      ...messageFaults(body),
      ...schemaFaults(SCHEMAS.message, body),
      ...missing(answer.card, withoutJoiners(text)),
    ];
  });
}

/** Texts of the card that are nowhere in what is shown; white space, markup, escapes and stand-ins for markup aside. */
function missing(card: Card, shown: string): string[] {
  const bare = (text: string): string =>
    text.replace(/\\(?=[^\w\s])/g, '').replace(/&(?:amp|lt|gt);|[\s`*_~>|\\&<ˍ∗∼ʼ›]/g, '');
  const whole = bare(shown);
  return textsOf(card)
    .filter((text) => !whole.includes(bare(text)))
    .map((text) => `not shown: ${text}`);
}

function textsOf({ blocks }: Card): string[] {
  return blocks.flatMap(textsOfBlock);
}

function textsOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text, block.subtitle ?? ''];
    case 'text':
    case 'note':
      return [block.text];
    case 'list':
      return block.items;
    case 'links':
    case 'facts':
      return block.items.map(({ label }) => label);
    case 'table':
    case 'code':
    case 'actions':
      return [];
  }
}

const ESCAPES: Record<string, string> = { '\\n': ' ', '\\"': '"', '\\\\': '\\' };

/** What JSON escapes. */
function decoded(json: string): string {
  return json.replace(/\\[n"\\]/g, (written) => ESCAPES[written] ?? written);
}

/** The characters that only keep text from becoming markup. */
function withoutJoiners(text: string): string {
  return text.replace(/\\u200b|\u200b|\u2060/gi, '');
}

const details: readonly Detail[] = ['compact', 'full'];
const markers = [...catalog.markers.vendors().keys()].flatMap((vendor) => catalog.markers.ofVendor(vendor));
const others = [
  '4xx',
  '5xx',
  '1xx',
  '50x',
  '520-526',
  'nginx',
  'iis',
  'iis #5',
  'cloudflare',
  'envoy',
  'rfc 9110',
  'rfc 7231',
  'rfc 6585',
  'iana',
  '502 vs 504',
  '401,403,404,407,511',
  '301,302,303,307,308',
  'nginx:499,aws-alb:460,exchange-activesync:451,azure-application-gateway:499,tencent-edgeone:550',
  '299',
  '512',
  '600',
  '1000',
  '1020',
  '99',
  'page expired',
  '超时',
  'asdfghjkl',
  'help',
  'status code',
  'guide',
  'apache 502',
  'nginx 408',
  'nginx 499',
  'haproxy timeout',
  'haproxy flux capacitor',
  'envoy connection refused',
  'client closes the connection',
  'LR',
  'UF,URX',
  'ERR_CONNECT_FAIL',
  '503*1 envoy:UF envoy:URX',
  '502*310 504*88 499*7 404*3 200*1 500*2',
  '502 <!channel> <@U1> @everyone *bold* _x_ ~y~ `z` |s| [a](https://b) # h > q',
];

describe.each(contracts)('$platform', ({ faults }) => {
  it.each(core.locales.flatMap((locale) => details.map((detail) => [locale, detail] as const)))(
    'shows every record in %s, %s',
    (locale, detail) => {
      const found = [...catalog.entries.keys()].flatMap((id) =>
        faults(answerTo({ text: id, locale, detail })).map((fault) => `${id}: ${fault}`),
      );
      expect(found).toEqual([]);
    },
  );

  it.each(core.locales.flatMap((locale) => details.map((detail) => [locale, detail] as const)))(
    'shows every number in %s, %s',
    (locale, detail) => {
      const found = [...catalog.byCode.keys()].flatMap((code) =>
        faults(answerTo({ text: code, locale, detail })).map((fault) => `${code}: ${fault}`),
      );
      expect(found).toEqual([]);
    },
  );

  it.each(core.locales.flatMap((locale) => others.map((text) => [text, locale] as const)))(
    'shows %j in %s',
    (text, locale) => {
      expect(details.flatMap((detail) => faults(answerTo({ text, locale, detail })))).toEqual([]);
    },
  );

  it.each(core.locales.flatMap((locale) => details.map((detail) => [locale, detail] as const)))(
    'shows every observation and the table of every condition in %s, %s',
    (locale, detail) => {
      const texts = [...catalog.behaviour.conditions.keys(), ...observed.map(canonical)];
      const found = texts.flatMap((text) =>
        faults(answerTo({ text, locale, detail })).map((fault) => `${text}: ${fault}`),
      );
      expect(found).toEqual([]);
    },
  );

  it('shows what was measured of every status and of every software', () => {
    const { software } = catalog.behaviour;
    const texts = [...catalog.byCode.keys(), ...software.keys()].flatMap((what) => [
      `${what} measured`,
      `${what} measured #2`,
    ]);
    const found = texts.flatMap((text) => core.locales.flatMap((locale) => faults(answerTo({ text, locale }))));
    expect(found).toEqual([]);
  });

  // Compact for one half, full for the other, the other way round in the next language.
  it.each(core.locales.map((locale, place) => [locale, place] as const))(
    'shows every marker in %s',
    (locale, place) => {
      const found = markers.flatMap(({ id }, index) => {
        const detail = details[(index + place) % details.length] ?? 'full';
        return faults(answerTo({ text: id, locale, detail })).map((fault) => `${id}: ${fault}`);
      });
      expect(found).toEqual([]);
    },
  );

  it('shows every question and every cause of the trees for trouble', () => {
    const texts = trees.flatMap(({ code, steps, ends }) =>
      [...steps, ...ends].map(({ id }) => `trouble:${code}/${id}`),
    );
    const found = texts.flatMap((text) =>
      core.locales.flatMap((locale) => faults(answerTo({ text, locale })).map((fault) => `${text}: ${fault}`)),
    );
    expect(found).toEqual([]);
  });

  it('shows every vendor in every language', () => {
    const found = [...catalog.vendors.keys()].flatMap((id) =>
      core.locales.flatMap((locale) => faults(answerTo({ text: id, locale }))),
    );
    expect(found).toEqual([]);
  });

  it.each([
    '2026/11/30 10:00:00 [error] 22#22: *5 no live upstreams while connecting to upstream, client: 10.0.0.1',
    '503 UF,URX upstream_reset_before_response_started{connection_failure}',
    '{"upstream_status":"502","status":502}',
    '{"http_status":-1,"termination_state":"SD"}',
    'TypeError: fetch failed: connect ECONNREFUSED 127.0.0.1:3000',
  ])('shows the message %j', (text) => {
    expect(core.locales.flatMap((locale) => faults(answerTo({ text, locale, as: 'message' })))).toEqual([]);
  });

  it('shows a message of hostile text', () => {
    const text = `HTTP/1.1 502 Bad Gateway \`\`\`<!channel> <@U1> @everyone [x](https://e) \u202e ${'\\'.repeat(50)}${'*_~|>'.repeat(50)}`;
    expect(faults(answerTo({ text, locale: 'en', as: 'message' }))).toEqual([]);
  });
});

describe('every card', () => {
  it('has no control characters, and https links only', () => {
    const odd = [...catalog.entries.keys()].flatMap((id) =>
      core.locales.flatMap((locale) => {
        const { card } = answerTo({ text: id, locale, detail: 'full' });
        const links = card.blocks.flatMap((block) =>
          block.type === 'links'
            ? block.items
            : block.type === 'actions'
              ? block.items.flatMap((action) => (action.type === 'link' ? [action] : []))
              : [],
        );
        const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(textsOf(card).join(''));
        return control || links.some(({ url }) => !url.startsWith('https://')) ? [`${id} ${locale}`] : [];
      }),
    );
    expect(odd).toEqual([]);
  });
});
