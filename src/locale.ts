// Which of our languages a reader gets.

export const FALLBACK_LOCALE = 'en';

/**
 * The locale of `available` that serves the first of `tags` that any serves; undefined where none does.
 * A tag is a BCP 47 language tag as Slack, Discord, browsers and shells write it (`zh-TW`, `en_GB.UTF-8`, `de`).
 * The same tag serves it, else any locale of the same language: readers of zh-TW get zh-CN.
 */
export function negotiateLocale(
  tags: readonly (string | null | undefined)[],
  available: readonly string[],
): string | undefined {
  for (const tag of tags) {
    if (!tag) continue;
    const wanted = tag.replace(/\..*$/, '').replace(/_/g, '-').toLowerCase();
    const exact = available.find((locale) => locale.toLowerCase() === wanted);
    const near = available.find((locale) => locale.toLowerCase().split('-')[0] === wanted.split('-')[0]);
    const served = exact ?? near;
    if (served) return served;
  }
  return undefined;
}

/** Japanese has characters of its own among the Chinese ones. */
const CHINESE = /^(?!.*[\p{Script=Hiragana}\p{Script=Katakana}]).*\p{Script=Han}/su;

/** The language tag of what is surely written in one of our languages; English words stand in questions of every language. */
export function languageOf(text: string): string | undefined {
  return CHINESE.test(text) ? 'zh' : undefined;
}
