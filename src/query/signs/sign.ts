// A sign as it is written here: whole English words, then after `~` what Chinese runs hold.

export interface SignPattern {
  test: (text: string) => boolean;
}

/** Lines are only for the reader. Compiled when it is first looked for: most starts never ask. */
export function sign({ raw }: TemplateStringsArray): SignPattern {
  let pattern: RegExp | undefined;
  return {
    test: (text) => {
      pattern ??= compile(raw.join(''));
      return pattern.test(text);
    },
  };
}

function compile(written: string): RegExp {
  const [english = '', chinese] = written.replace(/\s*\n\s*/g, '').split(/\s*~\s*/);
  return new RegExp(
    `(?<![a-z0-9_])(?:${english.trim()})(?![a-z0-9_])${chinese ? `|${wholeWords(chinese.trim())}` : ''}`,
  );
}

/** Latin words among the Chinese ones are no parts of others: `rst` of first, `uri` of during. */
function wholeWords(chinese: string): string {
  return chinese.replace(/(?<=^|\|)[a-z-]+(?=\||$)/g, (word) => `(?<![a-z])${word}(?![a-z])`);
}
