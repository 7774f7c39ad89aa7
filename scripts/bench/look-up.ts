// Exact codes: the bare look-up and the whole answer, beside the look-up of the package `statuses`.
import statuses from 'statuses';
import { alternately, type Bench, figure } from './measure.ts';
import { catalog, core } from './subjects.ts';

const codes = ['502', '404', '429', '499', '301'];

export const lookUp: Bench = {
  name: 'exact codes',
  run: async () => {
    const every = (look: (code: string) => unknown) => () => codes.forEach(look);
    const time = alternately({
      statuses: every((code) => statuses.message[Number(code)]),
      catalog: every((code) => catalog.byCode.get(code)),
      compact: every((text) => core.answer({ text, locale: 'en' })),
      chinese: every((text) => core.answer({ text, locale: 'zh-CN' })),
      full: every((text) => core.answer({ text, locale: 'en', detail: 'full' })),
    });
    const perSecond = (nanoseconds: number): string => `${figure((codes.length * 1e9) / nanoseconds)} a second`;
    const answer = (nanoseconds: number): string =>
      `${figure(nanoseconds / codes.length / 1000)} µs, ${perSecond(nanoseconds)}, 1 for ${figure(nanoseconds / time.statuses)} of statuses`;
    return [
      `statuses.message        ${perSecond(time.statuses)}`,
      `catalog look-up         ${perSecond(time.catalog)}, ${figure(time.statuses / time.catalog)} of statuses`,
      `compact answer, English ${answer(time.compact)} (target: under 50 µs)`,
      `compact answer, Chinese ${answer(time.chinese)} (target: under 50 µs)`,
      `full answer, English    ${answer(time.full)}`,
    ];
  },
};
