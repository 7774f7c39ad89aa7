// Codes in a row stand or fall together: `500, 502 and 503 errors`, `502: 310, 504: 88`, `200 and 404 rows`.
import { isErrorCode, isRound, type Judgement } from './extract-judge.ts';

interface Link extends Judgement {
  code: string;
  start: number;
}

export interface Chain {
  /** Ends the row unless only a connector lies between the code and the one before it. */
  add: (code: string, start: number, judgement: Judgement) => void;
  /** Reports what is accepted of the row, and begins another. */
  close: () => void;
}

/** What lies between codes in a row. Spaces alone do only between counted ones: `502=310 504=88`. */
const CONNECTOR =
  /^["'`*_)\]]{0,3}(?:\s?[,、;&+|/]\s{0,2}(?:(?:and|or|then)\s)?|\s?(?:->|=>|→)\s?|\s(?:and|or|and\/or|and then|then|vs\.?|to)\s|\s?(?:和|与|或|跟|以及)\s?|\s:\s)["'`*_([{]{0,3}$/;

export function createChain(text: string, report: (code: string, count: number, start: number) => void): Chain {
  let links: Link[] = [];
  const close = (): void => {
    if (links.length === 0) return;
    for (const link of links) if (isAccepted(link, links)) report(link.code, link.count, link.start);
    links = [];
  };
  const add = (code: string, start: number, judgement: Judgement): void => {
    const last = links.at(-1);
    if (last && !isConnector(text.slice(last.end, Math.min(start, last.end + 16)), start - last.end, last)) close();
    links.push({ code, start, ...judgement });
  };
  return { add, close };
}

function isConnector(between: string, length: number, last: Link): boolean {
  if (length > between.length) return false;
  return CONNECTOR.test(between) || (last.isCounted && /^[\s"'{]{1,4}$/.test(between));
}

function isAccepted(link: Link, links: readonly Link[]): boolean {
  if (link.verdict === 'proven') return true;
  if (link.verdict === 'refuted') return false;
  return outlook(links) === 'accepted';
}

function outlook(links: readonly Link[]): 'accepted' | 'rejected' {
  if (links.some(({ verdict }) => verdict === 'proven')) return 'accepted';
  if (links.some(({ verdict }) => verdict === 'refuted')) return 'rejected';
  if (links.some(({ verdict }) => verdict === 'likely')) return 'accepted';
  return isHistogram(links) ? 'accepted' : 'rejected';
}

/** Counts by code, with an error among them that is no round number: those could be the bounds of buckets. */
function isHistogram(links: readonly Link[]): boolean {
  return links.every(({ isCounted }) => isCounted) && links.some(({ code }) => isErrorCode(code) && !isRound(code));
}
