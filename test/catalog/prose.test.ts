import { describe, expect, it } from 'vitest';
import { catalog, files, proseItems } from './catalog-files.ts';

const items = proseItems();
const sentences = items.filter(({ field }) => field !== 'name');
const chinese = sentences.filter(({ locale }) => locale === 'zh-CN');
const english = sentences.filter(({ locale }) => locale === 'en');
const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, '`x`');

/** Lines such as `zh-CN nginx 499 causes: …`, so that the record to repair is named. */
function places(found: readonly { place: string; field: string; text: string }[]): string[] {
  return found.map(({ place, field, text }) => `${place} ${field}: ${text}`);
}

describe('prose in every language', () => {
  it('covers every record', () => {
    const missing = [...catalog.entries.values()].flatMap(({ source, code }) =>
      catalog.locales
        .filter((locale) => !files.prose.get(locale)?.get(source)?.statuses[code])
        .map((locale) => `${locale} ${source}:${code}`),
    );
    expect(missing, 'write it under locales/<tag>/status/').toEqual([]);
  });

  it('covers every vendor', () => {
    const missing = [...catalog.vendors.keys()].flatMap((id) =>
      catalog.locales
        .filter((locale) => !files.prose.get(locale)?.get(id)?.vendor?.summary)
        .map((locale) => `${locale} ${id}`),
    );
    expect(missing, 'write vendor.summary').toEqual([]);
  });

  it('gives causes and checks to every code that is not a sub-status, a constant or a Cloudflare 1xxx', () => {
    const missing = [...catalog.entries.values()].flatMap((entry) => {
      const rare = entry.code.includes('.') || entry.status.visibility === 'constant' || entry.code.length === 4;
      return catalog.locales
        .filter((locale) => {
          const { causes, checks } = catalog.prose(entry, locale);
          return !rare && (!causes || !checks);
        })
        .map((locale) => `${locale} ${entry.id}`);
    });
    expect(missing, 'add causes and checks').toEqual([]);
  });

  it('says nothing twice', () => {
    const seen = new Map<string, string>();
    const repeated = sentences.flatMap(({ place, field, text }) => {
      const first = seen.get(text);
      seen.set(text, place);
      return first ? [`${place} ${field} repeats ${first}: ${text}`] : [];
    });
    expect(repeated, 'say what is special about this code').toEqual([]);
  });

  it('fits a compact card without being shortened', () => {
    const limits: Record<string, Record<string, number>> = {
      en: { summary: 240, causes: 150, checks: 190, name: 40 },
      'zh-CN': { summary: 120, causes: 80, checks: 120, name: 30 },
    };
    const long = items.filter(({ locale, field, text }) => text.length > (limits[locale]?.[field] ?? 0));
    expect(places(long), 'shorten it').toEqual([]);
  });

  it('uses backticks in pairs and no other markup', () => {
    const odd = items.filter(
      ({ text }) =>
        (text.split('`').length - 1) % 2 !== 0 ||
        /\*\*|__|<[a-z/]|\]\(|https?:\/\/(?!upstream|127)/.test(text.replace(/`[^`]*`/g, '')),
    );
    expect(places(odd), 'mark code with backticks and nothing else').toEqual([]);
  });

  it('is one line without stray white space', () => {
    const odd = items.filter(({ text }) => /[\p{Cc}\p{Cf}]|\s\s|^\s|\s$/u.test(text));
    expect(places(odd), 'remove line feeds and extra spaces').toEqual([]);
  });
});

describe('English prose', () => {
  it('has no Chinese in it', () => {
    expect(
      places(english.filter(({ text }) => /\p{Script=Han}|[，。；：？！（）“”]/u.test(text))),
      'write it in English',
    ).toEqual([]);
  });

  it('ends its sentences', () => {
    expect(places(english.filter(({ text }) => !/[.?!]$/.test(text))), 'end with a full stop').toEqual([]);
  });
});

describe('Chinese prose', () => {
  it('is Chinese', () => {
    const foreign = chinese.filter(({ text }) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) < 2);
    expect(places(foreign), 'write it in Chinese').toEqual([]);
  });

  it('holds no English sentence', () => {
    const odd = chinese.filter(({ text }) => /\b(?:[a-z]+ ){4,}[a-z]+\b/.test(text.replace(/`[^`]*`/g, '')));
    expect(places(odd), 'say it in Chinese; names stay').toEqual([]);
  });

  it('ends its sentences with 。', () => {
    expect(places(chinese.filter(({ text }) => !/[。？！]$/.test(text))), 'end with 。').toEqual([]);
  });

  it('uses full-width punctuation beside Chinese', () => {
    const odd = chinese.filter(({ text }) =>
      /\p{Script=Han}\s*[,;:?!()]|[,;?!()]\s*\p{Script=Han}/u.test(withoutCode(text)),
    );
    expect(places(odd), 'use ，；：？！（）').toEqual([]);
  });

  it('puts a space between Chinese and Latin words, numbers or code', () => {
    const odd = items.filter(
      ({ locale, text }) =>
        locale === 'zh-CN' && /\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`%]\p{Script=Han}/u.test(withoutCode(text)),
    );
    expect(places(odd), 'add the space').toEqual([]);
  });

  it('puts no space beside full-width punctuation', () => {
    expect(
      places(chinese.filter(({ text }) => /\s[，。；：？！（）、]|[，。；：？！（）、]\s/.test(withoutCode(text)))),
      'remove the space',
    ).toEqual([]);
  });

  it('names every code in Chinese', () => {
    const missing = [...catalog.entries.values()]
      .filter((entry) => !catalog.prose(entry, 'zh-CN').name)
      .map(({ id }) => id);
    expect(missing, 'add name').toEqual([]);
  });
});

describe('aliases', () => {
  it('belong to one code, or to codes that have to do with each other', () => {
    const owners = new Map<string, string[]>();
    for (const entry of catalog.entries.values())
      for (const locale of catalog.locales)
        for (const alias of catalog.prose(entry, locale).aliases ?? [])
          owners.set(alias.toLowerCase(), [...(owners.get(alias.toLowerCase()) ?? []), entry.id]);
    const unrelated = [...owners].filter(([, ids]) => ids.some((id) => ids.some((other) => !areRelated(id, other))));
    expect(
      unrelated.map(([alias, ids]) => `${alias}: ${ids.join(', ')}`),
      'keep it where it fits best, or relate the codes',
    ).toEqual([]);
  });
});

function areRelated(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [catalog.entries.get(one), catalog.entries.get(other)];
  if (!a || !b) return false;
  return (
    a.code === b.code ||
    a.status.related?.includes(other) === true ||
    b.status.related?.includes(one) === true ||
    a.parent === b ||
    b.parent === a
  );
}
