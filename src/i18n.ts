// Labels in every language: i18next over the files in locales/, read once at start.
import { readFileSync } from 'node:fs';
import { createInstance, type TFunction } from 'i18next';
import type classes from '../locales/en/classes.json';
import type commands from '../locales/en/commands.json';
import type compare from '../locales/en/compare.json';
import type decision from '../locales/en/decision.json';
import type trouble from '../locales/en/trouble.json';
import type ui from '../locales/en/ui.json';
import { FALLBACK_LOCALE } from './locale.ts';

const NAMESPACES = ['ui', 'commands', 'classes', 'compare', 'decision', 'trouble'] as const;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: {
      ui: typeof ui;
      commands: typeof commands;
      classes: typeof classes;
      compare: typeof compare;
      decision: typeof decision;
      trouble: typeof trouble;
    };
  }
}

/** A label by its key: `t('facts.retry')`, or `t('classes:5.name')` for another file. */
export type Translate = TFunction<typeof NAMESPACES>;

/**
 * The labels of each locale.
 * @throws Error where a file is missing or no JSON.
 */
export function loadTranslations(folder: URL, locales: readonly string[]): (locale: string) => Translate {
  const resources: Record<string, Record<string, object>> = {};
  for (const locale of locales) {
    resources[locale] = {};
    for (const namespace of NAMESPACES) {
      const file = new URL(`${locale}/${namespace}.json`, folder);
      Object.assign(resources[locale], { [namespace]: JSON.parse(readFileSync(file, 'utf8')) });
    }
  }
  const i18n = createInstance({
    resources,
    ns: NAMESPACES,
    defaultNS: 'ui',
    fallbackLng: FALLBACK_LOCALE,
    load: 'currentOnly',
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  void i18n.init();
  const fixed = new Map(locales.map((locale) => [locale, remembering(i18n.getFixedT(locale, NAMESPACES))]));
  return (locale) => fixed.get(locale) ?? i18n.getFixedT(FALLBACK_LOCALE, NAMESPACES);
}

/** Most labels have no variables: looked up once, they take a card half the time. */
function remembering(t: Translate): Translate {
  const labels = new Map<unknown, unknown>();
  return new Proxy(t, {
    apply: (target, self, args: unknown[]) => {
      const [key, variables] = args;
      if (typeof key !== 'string' || hasVariables(variables))
        return withoutGaps(key, Reflect.apply(target, self, args));
      const known = labels.get(key);
      if (known !== undefined) return known;
      const label: unknown = Reflect.apply(target, self, args);
      // What nobody wrote is not kept: keys made of what people ask would fill the memory.
      if (label !== '') labels.set(key, label);
      return label;
    },
  });
}

/**
 * Chinese has a space beside `nginx` and 502 only, and those labels take names and answers of both kinds:
 * `Squid（正向代理）返回 502`, `502 或 503`, `直接断开或直接重置`. What people wrote is in other labels, and stays.
 */
function withoutGaps(key: unknown, label: unknown): unknown {
  if (!String(key).startsWith('behaviour.') || typeof label !== 'string') return label;
  return label.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})|(?<=）) /gu, '');
}

function hasVariables(variables: unknown): boolean {
  return typeof variables === 'object' && variables !== null && Object.keys(variables).join() !== 'defaultValue';
}
