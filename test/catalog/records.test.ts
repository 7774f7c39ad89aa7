// Rules that every record keeps; a failure says how to repair it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentUrl } from '../../src/catalog/documents.ts';
import article from '../facts/article.json' with { type: 'json' };
import iis from '../facts/iis.json' with { type: 'json' };
import { catalog, files } from './catalog-files.ts';

const sources = [
  ['standard', files.standard] as const,
  ...[...files.vendors].map(([id, { statuses }]) => [id, statuses] as const),
];
const entries = [...catalog.entries.values()];

describe('records', () => {
  it.each(sources)('of %s stand in the order of their codes', (_, statuses) => {
    const sorted = statuses.map(({ code }) => code).toSorted((a, b) => order(a) - order(b));
    expect(statuses.map(({ code }) => code)).toEqual(sorted);
  });

  it('never state what another field says: unknown fields are refused by the schema, and classes and links by this', () => {
    const stored = entries.flatMap(({ id, status }) =>
      Object.keys(status)
        .filter((key) => /^(?:class|id|url|link|source|vendor|parent)$/.test(key))
        .map((key) => `${id} ${key}`),
    );
    expect(stored, 'remove what can be computed').toEqual([]);
  });

  it('relate to each other both ways among registered codes', () => {
    const oneSided = files.standard.flatMap(({ code, related = [] }) =>
      related
        .filter(
          (id) => id.startsWith('standard:') && !catalog.entries.get(id)?.status.related?.includes(`standard:${code}`),
        )
        .map((id) => `standard:${code} → ${id}`),
    );
    expect(oneSided, 'add the way back').toEqual([]);
  });

  it('never relate to themselves, and to nothing twice', () => {
    const odd = entries.filter(
      ({ id, status: { related = [] } }) => related.includes(id) || new Set(related).size !== related.length,
    );
    expect(
      odd.map(({ id }) => id),
      'remove the repetition',
    ).toEqual([]);
  });

  it('link to well-formed https addresses', () => {
    const links = entries.flatMap(({ id, status, documents }) =>
      status.references.map(({ document, section }) => {
        const found = documents.get(document);
        return [id, found ? documentUrl(found, section) : ''] as const;
      }),
    );
    const broken = links.filter(([, url]) => !URL.canParse(url) || new URL(url).protocol !== 'https:');
    expect(broken, 'give the document its url').toEqual([]);
  });

  it('use every document of their file', () => {
    const unused = [...files.vendors].flatMap(([id, { documents, statuses, vendor }]) => {
      const used = new Set(
        statuses.flatMap(({ references, former = [] }) => [...references, ...former].map(({ document }) => document)),
      );
      return documents
        .filter((document) => !used.has(document.id) && statuses.length > 0 && !vendor.phrases && !vendor.emits)
        .map((document) => `${id}: ${document.id}`);
    });
    expect(unused, 'cite it or remove it').toEqual([]);
  });

  it('of vendors say who sends them and where the fault lies, unless a parent does', () => {
    const vague = entries.filter(
      ({ status, parent }) => !parent && (status.sender === undefined || status.fault === undefined),
    );
    expect(
      vague.map(({ id }) => id),
      'add sender and fault',
    ).toEqual([]);
  });

  it('name vendors apart', () => {
    const names = [...catalog.vendors.values()].flatMap(({ id, name, names: others }) => [
      ...new Set([id, name.toLowerCase(), ...others]),
    ]);
    expect(
      names.filter((name, index) => names.indexOf(name) !== index),
      'keep the name with one vendor',
    ).toEqual([]);
  });
});

describe('coverage', () => {
  const titled = article.filter(({ kind }) => kind === 'code');

  it.each(titled)('knows $code, $title', ({ code }) => {
    expect(catalog.byCode.get(code), 'add the code').toBeDefined();
  });

  it.each(article.filter(({ kind }) => kind === 'iis-substatus'))('knows the sub-status $code', ({ code }) => {
    expect(catalog.byCode.get(code), 'add it to data/vendors/iis.json or arr.json').toBeDefined();
  });

  it.each(iis)('knows $code of $component, $name', ({ code, component, current, name }) => {
    if (!code.includes('.')) {
      expect(catalog.entries.has(`standard:${code}`)).toBe(true);
      return;
    }
    const entry = catalog.entries.get(`${component.toLowerCase()}:${code}`);
    expect(entry?.status.name.toLowerCase()).toBe(
      name
        .replace(/ \(ARR\)$/, component === 'ARR' ? '' : ' (ARR)')
        .replace(/\.$/, '')
        .toLowerCase(),
    );
    if (!current && code !== '413.1') expect(entry?.status.state).toBe('undocumented');
  });

  it.each([
    ['420', ['twitter', 'spring']],
    ['451', ['standard', 'exchange-activesync']],
    ['499', ['nginx', 'esri', 'unattributed']],
    ['502.2', ['iis', 'arr']],
    ['502.3', ['iis', 'arr']],
    ['502.4', ['iis', 'arr']],
    ['530', ['cloudflare', 'pantheon']],
    ['103', ['standard', 'spring']],
  ])('keeps all meanings of %s', (code, expected) => {
    expect(catalog.byCode.get(code)?.map(({ source }) => source)).toEqual(expect.arrayContaining(expected));
  });

  it('leaves out 218, which has no source', () => {
    expect(catalog.byCode.has('218')).toBe(false);
  });
});

describe('data/schema.json', () => {
  it('is named by every data file', () => {
    const named = ['standard', 'documents', ...[...files.vendors.keys()].map((id) => `vendors/${id}`)].map((name) => {
      const text = readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8');
      return [name, (JSON.parse(text) as { $schema?: string }).$schema];
    });
    const wrong = named.filter(
      ([name, schema]) => schema !== (name?.includes('/') ? '../schema.json' : './schema.json'),
    );
    expect(wrong, 'let editors complete the file').toEqual([]);
  });
});

function order(code: string): number {
  const [whole = 0, part = -1] = code.split('.').map(Number);
  return whole * 1000 + part;
}
