// Questions in words, beside Fuse.js with its defaults over the same records.
import Fuse from 'fuse.js';
import { createSearch } from '../../src/query/search.ts';
import { createVocabulary } from '../../src/query/vocabulary.ts';
import { type Bench, cpuMilliseconds, fastest, figure, percentile, share } from './measure.ts';
import { catalog, core, type Labelled, labelledQuestions } from './subjects.ts';

/** All questions take Fuse.js more than a minute; every sixth tells enough about its speed. */
const FUSE_SAMPLE = 6;

export const search: Bench = {
  name: 'search',
  run: async () => {
    const questions = labelledQuestions();
    const vocabulary = createVocabulary(catalog);
    const ours = createSearch(catalog, vocabulary);
    const build = cpuMilliseconds(() => ours.find('upstream too slow'));
    let fuse = new Fuse(records(), options);
    const fuseBuild = cpuMilliseconds(() => {
      fuse = new Fuse(records(), options);
    });
    const firstHit = (question: string): string | undefined => {
      const { best, list } = ours.find(vocabulary.simplified(question));
      return (best ?? list[0])?.id;
    };
    const fuseHit = (question: string): string | undefined => fuse.search(question, { limit: 1 })[0]?.item.id;
    return [
      `index          ${figure(build)} ms of CPU at the first question; Fuse.js ${figure(fuseBuild)} ms`,
      ...speed(questions, firstHit, fuseHit),
      ...typing(),
      ...['en', 'zh-CN'].flatMap((language) => {
        const part = questions.filter((one) => one.language === language);
        const held = part.filter((one) => one.held);
        return [
          `first hit ${language.padEnd(5)} ${rate(part, firstHit)} (target: 95 %), held back ${rate(held, firstHit)}, Fuse.js ${rate(sampled(part), fuseHit)}`,
        ];
      }),
    ];
  },
};

const options = { keys: ['names', 'aliases', 'prose'] };

function records() {
  return [...catalog.entries.values()].map((entry) => {
    const prose = catalog.locales.map((locale) => catalog.prose(entry, locale));
    return {
      id: entry.id,
      names: [entry.status.name, ...prose.flatMap(({ name }) => name ?? [])],
      aliases: prose.flatMap(({ aliases = [] }) => aliases),
      prose: prose.map(({ summary }) => summary),
    };
  });
}

type Find = (question: string) => string | undefined;

function sampled<T>(items: readonly T[]): T[] {
  return items.filter((_, index) => index % FUSE_SAMPLE === 0);
}

function speed(questions: readonly Labelled[], ours: Find, fuse: Find): string[] {
  const times: Record<'ours' | 'fuse', number[]> = { ours: [], fuse: [] };
  // Once through without counting, so that nothing is compiled while it counts.
  for (const { question } of questions) ours(question);
  for (const [index, { question }] of questions.entries()) {
    times.ours.push(fastest(() => ours(question)) / 1e6);
    if (index % FUSE_SAMPLE === 0) times.fuse.push(fastest(() => fuse(question), 2) / 1e6);
  }
  const line = (values: readonly number[]): string =>
    `p50 ${figure(percentile(values, 50))} ms, p99 ${figure(percentile(values, 99))} ms`;
  const ratio = percentile(times.fuse, 50) / percentile(times.ours, 50);
  return [
    `a question     ${line(times.ours)} (target: p99 under 2 ms), ${figure(ratio)} times as fast as Fuse.js`,
    `Fuse.js        ${line(times.fuse)}`,
  ];
}

/** Every beginning of some questions, as an autocomplete field asks. */
function typing(): string[] {
  const texts = ['gateway timeout', '网关超时', 'cloudflare 522', 'too many requests', 'wangguan chaoshi', '403.14'];
  const prefixes = texts.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)));
  const times = prefixes.map((prefix) => fastest(() => core.suggest(prefix, 'zh-CN', 25)) / 1e6);
  return [
    `a completion   p50 ${figure(percentile(times, 50))} ms, p99 ${figure(percentile(times, 99))} ms (target: p99 under 2 ms)`,
  ];
}

function rate(part: readonly Labelled[], find: Find): string {
  return share(part.filter(({ question, expect }) => expect.includes(find(question) ?? '')).length, part.length);
}
