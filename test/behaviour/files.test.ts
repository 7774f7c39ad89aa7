// The form of what the lab writes, field by field: the start only looks at it.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { behaviourFileSchema, conditionProseFileSchema, conditionsFileSchema } from '../../src/behaviour/schema.ts';
import { namesOf } from '../../src/query/condition-names.ts';
import { catalog, folders } from '../catalog/catalog-files.ts';
import { observed } from './observed.ts';

const names = readdirSync(new URL('behaviour/', folders.data));
const read = (base: URL, path: string): unknown => JSON.parse(readFileSync(new URL(path, base), 'utf8'));

it.each(names)('data/behaviour/%s has the form of the schema', (name) => {
  const { error } = behaviourFileSchema.safeParse(read(folders.data, `behaviour/${name}`));
  expect(error?.issues, 'measure it again with `npm run lab`').toBeUndefined();
});

it('data/conditions.json has the form of the schema', () => {
  expect(conditionsFileSchema.safeParse(read(folders.data, 'conditions.json')).error?.issues).toBeUndefined();
});

describe.each(catalog.locales)('the words of conditions in %s', (locale) => {
  const file = conditionProseFileSchema.safeParse(read(folders.locales, `${locale}/conditions.json`));

  it('have the form of the schema', () => {
    expect(file.error?.issues).toBeUndefined();
  });

  it('name only software that was measured', () => {
    const unknown = Object.keys(file.data?.software ?? {}).filter((id) => !catalog.behaviour.software.has(id));
    expect(unknown, 'correct the id, or measure it').toEqual([]);
  });

  it('say every setting that was measured with', () => {
    const { behaviour } = read(folders.locales, `${locale}/ui.json`) as {
      behaviour: { setting: Record<string, string> };
    };
    const settings = observed.flatMap(({ observation }) => observation.setting ?? []);
    const missing = settings.filter((setting) => !behaviour.setting[setting]);
    expect([...new Set(missing)], 'write it under behaviour.setting in ui.json').toEqual([]);
  });

  it('are there for every condition', () => {
    const missing = [...catalog.behaviour.conditions.keys()].filter((id) => !file.data?.conditions[id]);
    expect(missing, 'write them').toEqual([]);
  });
});

it('every condition was measured somewhere', () => {
  const unmeasured = [...catalog.behaviour.conditions.keys()].filter(
    (id) => catalog.behaviour.ofCondition(id).length === 0,
  );
  expect(unmeasured, 'measure it, or take it off the list').toEqual([]);
});

describe('what a condition is called', () => {
  const called = Map.groupBy(
    [...catalog.behaviour.conditions.values()].flatMap((condition) =>
      namesOf(catalog, condition).map((name) => ({ name: name.toLowerCase(), id: condition.id })),
    ),
    ({ name }) => name,
  );

  it('names one condition only', () => {
    const shared = [...called].filter(([, ids]) => ids.length > 1);
    expect(
      shared.map(([name, ids]) => `${name}: ${ids.map(({ id }) => id).join(', ')}`),
      'keep it where it fits best',
    ).toEqual([]);
  });

  it('is no name of a registered status where a backend is concerned', () => {
    const statuses = new Set(
      [...catalog.entries.values()]
        .filter(({ source }) => source === 'standard')
        .flatMap((entry) => [entry.status.name, ...catalog.locales.map((tag) => catalog.prose(entry, tag).name ?? '')])
        .map((name) => name.toLowerCase()),
    );
    const taken = [...called].filter(
      ([name, ids]) => statuses.has(name) && ids.some(({ id }) => /^(?:upstream|app)/.test(id)),
    );
    expect(
      taken.map(([name]) => name),
      'the name of a status leads to its card',
    ).toEqual([]);
  });
});
