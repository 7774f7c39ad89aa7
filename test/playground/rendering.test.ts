import { describe, expect, it } from 'vitest';
import { cardMessage as toDiscord } from '../../adapters/discord/messages.ts';
import { cardMessage as toSlack } from '../../adapters/slack/messages.ts';
import { markdownHtml } from '../../playground/discord-markdown.ts';
import { EXAMPLES, galleryHtml } from '../../playground/gallery.ts';
import type { Node } from '../../playground/pretend-slack/text-rules.ts';
import { renderComponents } from '../../playground/render-discord.ts';
import { renderBlocks, renderText } from '../../playground/render-slack.ts';
import { core } from '../core-under-test.ts';

const NAMES = { people: [{ id: 'U1', name: 'emma' }], conversations: [] };
const text = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#(?:x27|39);/g, "'")
    .replaceAll('&amp;', '&');

describe('Slack’s text', () => {
  it.each([
    ['a &amp; b &lt;x&gt;', 'a & b <x>'],
    ['`c &amp;lt; &lt;d&gt; a*b*c _d_`', 'c &lt; <d> a*b*c _d_'],
    ['[label](https://x.example) # h, 1. one', '[label](https://x.example) # h, 1. one'],
    ['# head\n1. one\n2. two\n  • three \\ x', '# head\n1. one\n2. two\n  • three \\ x'],
    ['<https://a.example/?a=1&amp;b=2|RFC &amp; §1 `x`>', 'RFC & §1 `x`'],
    ['<@U1> www.example.com a@b.example :smile:', '@emma www.example.com a@b.example :smile:'],
  ])('is shown as Slack shows it: %j', (mrkdwn, shown) => {
    expect(text(renderText(mrkdwn, NAMES))).toBe(shown);
  });

  it('is bold, code and links where Slack makes it so', () => {
    const html = renderText('*bold* `code` ```\nblock\n``` <https://a.example/?a=1&amp;b=2|label>', NAMES);
    expect(html).toContain('<strong>');
    expect(html).toMatch(/<code class="slack_code_inline[^"]*">code<\/code>/);
    expect(html).toMatch(/<code class="slack_code [^"]*">block\n?<\/code>/);
    expect(html).toContain('<a href="https://a.example/?a=1&amp;b=2" target="_blank" rel="noreferrer">');
  });

  it('never becomes markup', () => {
    expect(renderText('&lt;script&gt;alert(1)&lt;/script&gt; "&gt;&lt;img src=x&gt;', NAMES)).not.toMatch(
      /<(?:script|img)/,
    );
    const button = { type: 'button', action_id: '"><script>', text: { type: 'plain_text', text: '<b>' } };
    expect(renderBlocks([{ type: 'actions', elements: [button] }], NAMES)).not.toMatch(/<script|<b>/);
  });
});

describe('Discord’s Markdown', () => {
  it.each([
    [
      '## 502 Bad Gateway\n-# RFC 9110 · `x`',
      '<h3 class="level-2">502 Bad Gateway</h3><p class="small">RFC 9110 · <code>x</code></p>',
    ],
    ['**a\\*b** \\*x\\* `a*b` 1\\. x', '<p><strong>a*b</strong> *x* <code>a*b</code> 1. x</p>'],
    ['1. one\n2. two\n- a', '<ol start="1"><li>one</li><li>two</li></ol><ul><li>a</li></ul>'],
    [
      '[RFC \\[1\\]](<https://a.example/?a&b>)',
      '<p><a href="https://a.example/?a&amp;b" target="_blank" rel="noreferrer">RFC [1]</a></p>',
    ],
    ['[x](http://a.example) [y](javascript:alert)', '<p>[x](http://a.example) [y](javascript:alert)</p>'],
    ['```\nfoo **x**\n  bar\n```', '<pre><code>foo **x**\n  bar</code></pre>'],
    ['snake_case_name _it_ __u__ ~~s~~', '<p>snake_case_name <em>it</em> <u>u</u> <s>s</s></p>'],
    ['a\nb\n\nc', '<p>a<br>b</p><p>c</p>'],
    ['> quoted', '<blockquote>quoted</blockquote>'],
    ['<@12> <script>', '<p><span class="mention">@emma</span> &lt;script&gt;</p>'],
    [
      'https\\://a.example https://b.example.',
      '<p>https://a.example <a href="https://b.example" target="_blank" rel="noreferrer">https://b.example</a>.</p>',
    ],
  ])('is shown as Discord shows it: %j', (markdown, html) => {
    expect(markdownHtml(markdown, new Map([['12', 'emma']]))).toBe(html);
  });
});

describe('the gallery', () => {
  it('has every kind of answer', () => {
    const kinds = new Set(
      EXAMPLES.map(({ text: asked, as = 'question' }) => core.answer({ text: asked, locale: 'en', as }).kind),
    );
    expect([...kinds].sort()).toEqual(
      (
        'class compare concept condition explain guide help invalid marker measured none range reference search status ' +
        'trait trouble unassigned variants vendor'
      ).split(' '),
    );
  });

  it('shows each of them in every language on both platforms', () => {
    const html = galleryHtml(core, (_, main) => main);
    for (const { name } of EXAMPLES)
      for (const locale of core.locales)
        for (const platform of ['slack', 'discord']) expect(html).toContain(`id="${platform}-${name}-${locale}"`);
    expect(html).not.toContain('class="unknown"');
    expect(html).not.toMatch(/[\ue000-\uf8ff]/);
  });
});

describe.each(core.locales)('a card in %s', (locale) => {
  it.each(EXAMPLES.map((example) => [example.name, example] as const))(
    'shows all its text: %s',
    (_, { text: asked, detail = 'compact', as = 'question' }) => {
      const answer = core.answer({ text: asked, locale, detail, as });
      const frame = { surface: 'private', owner: '', t: core.translate(answer.locale) } as const;
      const { blocks } = toSlack(answer.card, frame);
      const { components } = toDiscord(answer, frame);
      const letters = (shown: string): string => shown.replace(/[^\p{L}\p{N}]/gu, '');
      const slack = letters(text(renderBlocks(blocks as unknown as Node[], NAMES)));
      const discord = letters(text(renderComponents(components as unknown as Node[], new Map())));
      for (const block of answer.card.blocks)
        if (block.type === 'text' || block.type === 'note')
          for (const shown of [slack, discord]) expect(shown).toContain(letters(block.text));
        else if (block.type === 'list')
          for (const item of block.items) for (const shown of [slack, discord]) expect(shown).toContain(letters(item));
    },
  );
});
