// data/pinyin.json: how the Chinese in names and aliases is spelled in Latin letters, so that the core need not know it.
import { customPinyin, pinyin } from 'pinyin-pro';
import { readDataFiles } from '../src/catalog/files.ts';
import { fold, isHan, runsOf } from '../src/query/search/terms.ts';

export function pinyinFile(): string {
  // The library reads 重 as zhòng in these words.
  customPinyin({ 重定向: 'chóng dìng xiàng', 重写: 'chóng xiě' });
  const root = new URL('../', import.meta.url);
  const { prose } = readDataFiles({ data: new URL('data/', root), locales: new URL('locales/', root) });
  const phrases = [...prose.values()].flatMap((files) =>
    [...files.values()].flatMap(({ statuses }) =>
      Object.values(statuses).flatMap(({ name = '', aliases = [] }) => [name, ...aliases]),
    ),
  );
  const runs = new Set(phrases.flatMap((phrase) => runsOf(fold(phrase))).filter(isHan));
  const spelled = [...runs].sort().map((run) => [run, pinyin(run, { toneType: 'none', v: true })]);
  return JSON.stringify(Object.fromEntries(spelled), undefined, 2);
}
