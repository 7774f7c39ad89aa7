import type { Upstream } from './origin.ts';
import type { RouteKind } from './software.ts';

/** What one or several upstreams do, and how the client asks; one file in conditions/ holds a group of them. */
export type UpstreamCondition = {
  id: string;
  /** Left out: plain. */
  kind?: RouteKind;
  upstreams: Upstream[];
  /** Left out: GET and POST. */
  methods?: string[];
  /** An earlier request on the same client connection gets a good answer first. */
  primed?: true;
  /** So many earlier requests on connections of their own, each waited for. */
  failedBefore?: number;
  /** Another request, sent shortly before and not yet answered. */
  occupied?: true;
  /** The client leaves after so many milliseconds. */
  leavesAfter?: number;
  /** Content of a POST, instead of a few bytes. */
  content?: string;
  /** Seconds that the configured time-outs explain. */
  waits?: number;
};
