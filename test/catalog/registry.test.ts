// The registered codes, held against lists that were made independently.
import { STATUS_CODES } from 'node:http';
import statuses from 'statuses';
import { describe, expect, it } from 'vitest';
import { unassignedRange } from '../../src/query/resolve.ts';
import registry from '../facts/registry.json' with { type: 'json' };
import semantics from '../facts/semantics.json' with { type: 'json' };
import unassigned from '../facts/unassigned.json' with { type: 'json' };
import { catalog, files } from './catalog-files.ts';

const standard = new Map(files.standard.map((status) => [status.code, status]));

/** Where other lists have another phrase than the registry, and why. */
const OTHER_PHRASES: Record<string, string> = {
  '306': 'reserved: the registry says (Unused)',
  '413': 'renamed by RFC 9110; older lists keep Payload Too Large',
  '418': 'reserved: the registry says (Unused), lists keep the joke of RFC 2324',
  '422': 'renamed by RFC 9110; older lists keep Unprocessable Entity',
};
/** Codes of other lists that the registry does not have. */
const NOT_REGISTERED = ['509'];

describe('data/standard.json', () => {
  it('has the 64 codes of the registry with their phrases, in order', () => {
    const ours = files.standard.map(({ code, name }) => ({ code, name }));
    expect(ours).toEqual(registry.map(({ code, name }) => ({ code, name })));
    expect(ours).toHaveLength(64);
  });

  it.each(registry)('cites for $code the document and section that define it today', ({ code, document, section }) => {
    const [first] = standard.get(code)?.references ?? [];
    const expected = document.startsWith('RFC') ? `rfc${document.slice(4)}` : 'draft-resumable-upload';
    expect(first).toEqual(section ? { document: expected, section } : { document: expected });
  });

  it.each([
    ['Node', STATUS_CODES],
    ['the statuses package', statuses.message],
  ])('agrees with %s but for the known differences', (_, list) => {
    const differences = Object.entries(list as Record<string, string>).filter(
      ([code, phrase]) =>
        !OTHER_PHRASES[code] &&
        !NOT_REGISTERED.includes(code) &&
        standard.get(code)?.name.toLowerCase() !== phrase.toLowerCase(),
    );
    expect(differences, 'list the difference with its reason, or correct the phrase').toEqual([]);
  });

  it('leaves the 11 unassigned ranges of the registry free', () => {
    const ranges = unassigned.map((range) => {
      const [from = '', to = from] = range.split('-');
      return { from: Number(from), to: Number(to) };
    });
    expect(ranges).toHaveLength(11);
    for (const range of ranges) expect(unassignedRange(String(range.from), catalog)).toEqual(range);
    const covered = ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    expect(covered + standard.size).toBe(500);
  });

  it('says of 104 that it is temporary and when it was to expire', () => {
    expect(standard.get('104')).toMatchObject({ state: 'temporary', expires: '2026-11-13' });
  });

  it('says of 306 and 418 that they are unused, and of 510 that it is obsolete', () => {
    expect(['306', '418', '510'].map((code) => standard.get(code)?.state)).toEqual(['unused', 'unused', 'obsolete']);
  });
});

/** Our closed lists for the words of the facts. */
const METHODS: Record<string, string> = {
  'allowed-POST-to-GET': 'may-become-get',
  forbidden: 'kept',
  'to-GET-or-HEAD': 'becomes-get',
};
const LEVELS: Record<string, string> = {
  'MUST if limits exist': 'MUST',
  'MUST be multipart/byteranges': 'MUST',
  'MUST NOT in header section': 'MUST NOT',
  'MAY repeat with': 'MAY',
  optional: 'MAY',
  typical: 'expected',
  default: 'expected',
  'ought to': 'expected',
  can: 'expected',
  required: 'expected',
};
const FIELDS: Record<string, string> = {
  'Connection: upgrade': 'Connection',
  'Link rel="blocked-by"': 'Link',
  'conditional header (e.g. If-Match)': 'If-Match',
  'other representation metadata': 'Last-Modified',
};

describe('semantics', () => {
  it.each(semantics)('of $code agree on caching, content, method and header levels', (fact) => {
    const status = standard.get(fact.code);
    const cacheable = fact.final
      ? fact.heuristic === null
        ? 'undefined'
        : fact.stored === false
          ? 'never'
          : fact.heuristic
            ? 'heuristic'
            : 'explicit'
      : 'interim';
    const content = fact.content.startsWith('zero')
      ? 'empty'
      : fact.content.startsWith('undefined')
        ? 'undefined'
        : fact.content;
    expect(status?.cacheable.value).toBe(cacheable);
    expect(status?.content.value).toBe(content);
    expect(status?.method?.value).toBe(fact.method === null ? undefined : METHODS[fact.method]);
    const headers = fact.headers.map(([field = '', level = '', direction]) => [
      FIELDS[field] ?? field,
      LEVELS[level] ?? level,
      direction,
    ]);
    expect((status?.headers ?? []).map((header) => [header.field, header.level, header.in])).toEqual(headers);
  });
});
