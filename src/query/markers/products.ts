// The products that a text names, those that only markers know of included.
import type { Markers } from '../../markers/markers.ts';
import { createNames, type Names, replaceNames } from '../names.ts';

export interface Products {
  in: (text: string) => ReadonlySet<string>;
  /** The text, in lower case, without their names. */
  without: (text: string) => string;
}

/** Everyday words name a product only beside a marker of it: `stripe`, `java`, `node`. */
export function createProducts(markers: Markers): Products {
  // Not at start: the names stand in the files that wait for the first question that needs them.
  let built: Names | undefined;
  const names = (): Names => {
    built ??= createNames(
      [...markers.vendors().values()].flatMap(({ id, name, names: others }) =>
        [id, name, ...others].map((one) => [one.toLowerCase(), id] as const),
      ),
    );
    return built;
  };
  return {
    in: (text) =>
      new Set(
        names()
          .every(text.toLowerCase())
          .map(({ id }) => id),
      ),
    without: (text) => replaceNames(text, names().find(text), () => ' '),
  };
}
