// Codes in a row stand or fall together: `500, 502 and 503 errors`, `502: 310, 504: 88`, `200 and 404 rows`.
import { isErrorCode, isRound, type Judgement, type Verdict } from './judge.ts';

interface Link {
  code: string;
  start: number;
  judgement: Judgement;
  /** A word such as `and` lies before it: then a noun after it counts both. */
  isJoined: boolean;
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

const LONGEST_CONNECTOR = 16;

export function createChain(text: string, report: (code: string, count: number, start: number) => void): Chain {
  let links: Link[] = [];
  const close = (): void => {
    if (links.length === 0) return;
    const areLikely = isLikely(links);
    for (const { code, start, judgement } of links) {
      const { verdict, count } = judgement;
      if (verdict === 'proven' || (areLikely && verdict !== 'refuted')) report(code, count, start);
    }
    links = [];
  };
  const add = (code: string, start: number, judgement: Judgement): void => {
    const last = links.at(-1);
    const between =
      last && start - last.judgement.end <= LONGEST_CONNECTOR ? text.slice(last.judgement.end, start) : '';
    const isConnected = last !== undefined && isConnector(between, last.judgement);
    if (!isConnected) close();
    links.push({ code, start, isJoined: isConnected && /[a-z\u3400-\u9fff]/.test(between), judgement });
  };
  return { add, close };
}

function isConnector(between: string, last: Judgement): boolean {
  return between !== '' && (CONNECTOR.test(between) || (last.isCounted && /^[\s"'{]{1,4}$/.test(between)));
}

/** Whether the codes of a row are accepted that are neither proven nor refuted themselves. */
function isLikely(links: readonly Link[]): boolean {
  const has = (verdict: Verdict): boolean => links.some(({ judgement }) => judgement.verdict === verdict);
  const areCounted = has('refuted') && links.some(({ isJoined }) => isJoined);
  return has('proven') || (!areCounted && (has('likely') || isHistogram(links)));
}

/** Counts by code, with an error among them that is no round number: those could be the bounds of buckets. */
function isHistogram(links: readonly Link[]): boolean {
  return (
    links.every(({ judgement }) => judgement.isCounted) && links.some(({ code }) => isErrorCode(code) && !isRound(code))
  );
}
