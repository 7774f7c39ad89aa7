// Rendering is pure and cards never change, so what a card says need be rendered only once.

/**
 * The same function, which remembers its result for as long as the object exists: results go with their cards, of
 * which the answer memory keeps a few hundred. Results are shared: nobody may change one.
 */
export function oncePer<Subject extends object, Result>(work: (subject: Subject) => Result): typeof work {
  const results = new WeakMap<Subject, { result: Result }>();
  return (subject) => {
    const known = results.get(subject) ?? { result: work(subject) };
    results.set(subject, known);
    return known.result;
  };
}
