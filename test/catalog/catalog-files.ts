// The repository's own data, read once for the tests about it.
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { readDataFiles } from '../../src/catalog/files.ts';

export const folders = {
  data: new URL('../../data/', import.meta.url),
  locales: new URL('../../locales/', import.meta.url),
};
export const files = readDataFiles(folders);
export const catalog = buildCatalog(files);

/** Every piece of prose with its place, for failures that name it. */
export interface ProseItem {
  locale: string;
  place: string;
  field: string;
  text: string;
}

export function proseItems(): ProseItem[] {
  return [...files.prose].flatMap(([locale, sources]) =>
    [...sources].flatMap(([source, file]) => {
      const items: ProseItem[] = [];
      const add = (place: string, field: string, text: string | undefined) => {
        if (text !== undefined)
          items.push({ locale, place: `locales/${locale}/status/${source}.json ${place}`, field, text });
      };
      add('vendor', 'summary', file.vendor?.summary);
      for (const [code, { summary, causes = [], checks = [], name }] of Object.entries(file.statuses)) {
        add(code, 'name', name);
        add(code, 'summary', summary);
        for (const text of causes) add(code, 'causes', text);
        for (const text of checks) add(code, 'checks', text);
      }
      return items;
    }),
  );
}
