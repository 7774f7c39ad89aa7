// HAProxy's termination states: two characters say how the session ended, two more what the cookies did.
import type { Marker, Markers } from '../../markers/markers.ts';
import type { MarkerHit } from './hit.ts';

/** https://docs.haproxy.org/dev/configuration.html#8.5; what stands before is looked at last, which is several times as fast. */
const STATE = /([CScsPLRIDUK-][CRQHDLTS-])([NIDVEOU-][NIRUDP-])(?![\w>-])(?<![\w<-].{4})/gs;
/** Timers and counters, as only its log lines have them. */
export const HAPROXY_LINE = /(?:^|[\s/])-?\d+\/-?\d+\/-?\d+\/-?\d+[\s/+]|<NOSRV>|<BADREQ>|haproxy\[/;

/** `isLog`: the letters alone may be a word, so they need dashes or their place. */
export function haproxyStates(text: string, markers: Markers): MarkerHit[] {
  const states = [...text.matchAll(STATE)];
  if (states.length === 0) return [];
  const isLog = HAPROXY_LINE.test(text);
  return states.flatMap((match): MarkerHit[] => {
    const [written, ends = '', cookies = ''] = match;
    const marker = stateOf(ends, cookies, markers);
    // Four letters without a dash are found as they are written.
    if (!marker || !(isLog || written.includes('-'))) return [];
    const isTelling = isLog || ends !== '--';
    const [start, end] = [match.index, match.index + written.length];
    return [{ marker, written, start, end, strength: isTelling ? 'sure' : 'everyday', isSameCase: true }];
  });
}

function stateOf(ends: string, cookies: string, markers: Markers): Marker | undefined {
  if (ends === '--') return markers.get(cookies === '--' ? 'haproxy:normal' : `haproxy:cookie-${cookies}`);
  const own = markers.get(`haproxy:${ends}`);
  if (own) return own;
  return markers.ofVendor('haproxy').find(({ record }) => record.written.includes(`${ends}--`));
}
