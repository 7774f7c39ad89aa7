// The condition that shows best that one software sends a status where another sends a different one.
import { type Observed, sentBy } from './behaviour.ts';

/** Statuses about which proxies disagree. */
const SHARED = ['408', '500', '502', '503', '504'];
/** What people meet most. */
const COMMON = [
  'upstream.no-response',
  'upstream.refused',
  'upstream.connect-timeout',
  'upstream.name-unknown',
  'request.slow-header',
  'request.slow-body',
];

/** The id of the common condition to which most send the status while most others do not, by status. */
export function dividingConditions(ofCondition: (id: string) => readonly Observed[]): Map<string, string> {
  const found = SHARED.flatMap((code): [string, string][] => {
    const divided = COMMON.map((id) => {
      const observed = ofCondition(id);
      const senders = observed.filter((one) => sentBy(one).includes(code)).length;
      return { id, least: Math.min(senders, observed.length - senders) };
    });
    const best = divided.reduce((a, b) => (b.least > a.least ? b : a));
    return best.least > 0 ? [[code, best.id]] : [];
  });
  return new Map(found);
}
