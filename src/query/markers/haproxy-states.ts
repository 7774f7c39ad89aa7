// HAProxy's termination states: two characters say how the session ended, two more what the cookies did.
import type { Marker, Markers } from '../../markers/markers.ts';
import type { MarkerHit } from './hit.ts';

/** https://docs.haproxy.org/dev/configuration.html#8.5 */
const STATE = /(?<![\w<-])([CScsPLRIDUK-][CRQHDLTS-])([NIDVEOU-][NIRUDP-])(?![\w>-])/g;
/** Timers and counters, as only its log lines have them. */
export const HAPROXY_LINE = /(?:^|[\s/])-?\d+\/-?\d+\/-?\d+\/-?\d+[\s/+]|<NOSRV>|<BADREQ>|haproxy\[/;

/** `isLog`: the letters alone may be a word, so they need dashes or their place. */
export function haproxyStates(text: string, markers: Markers): MarkerHit[] {
  if (!/[A-Za-z-]{4}/.test(text)) return [];
  const isLog = HAPROXY_LINE.test(text);
  return [...text.matchAll(STATE)].flatMap((match): MarkerHit[] => {
    const [written, ends = '', cookies = ''] = match;
    const marker = ends === '--' && cookies === '--' ? markers.get('haproxy:normal') : stateOf(ends, markers);
    const isTelling = written.includes('-') ? ends !== '--' : false;
    if (!marker || !(isTelling || isLog)) return [];
    const [start, end] = [match.index, match.index + written.length];
    return [{ marker, written, start, end, strength: 'sure', isSameCase: true }];
  });
}

function stateOf(ends: string, markers: Markers): Marker | undefined {
  const own = markers.get(`haproxy:${ends}`);
  if (own) return own;
  return markers.ofVendor('haproxy').find(({ record }) => record.written.includes(`${ends}--`));
}
