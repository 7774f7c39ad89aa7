// A sign as it is written here: whole English words, then after `~` what Chinese runs hold.

/** Lines are only for the reader. */
export function sign({ raw }: TemplateStringsArray): RegExp {
  const [english = '', chinese] = raw
    .join('')
    .replace(/\s*\n\s*/g, '')
    .split(/\s*~\s*/);
  return new RegExp(
    `(?<![a-z0-9_])(?:${english.trim()})(?![a-z0-9_])${chinese ? `|${wholeWords(chinese.trim())}` : ''}`,
  );
}

/** Latin words among the Chinese ones are no parts of others: `rst` of first, `uri` of during. */
function wholeWords(chinese: string): string {
  return chinese.replace(/(?<=^|\|)[a-z-]+(?=\||$)/g, (word) => `(?<![a-z])${word}(?![a-z])`);
}
