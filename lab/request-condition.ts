import type { Step, Target } from './exchange.ts';
import type { Exchanged } from './outcome.ts';
import type { Feature } from './software.ts';

/** What a client sends to a server; one file in conditions/ holds a group of them, as its export `requests`. */
export type RequestCondition = {
  id: string;
  /** Only for application servers behind nginx. */
  behindNginx?: true;
  /** Which instance of the server it is put to; left out: plain. */
  setup?: string;
  /** A setup of its own only at servers that want it apart. */
  apart?: string;
  /** What a server must have so that it means something there. */
  needs?: Feature;
  /** Put to the server's TLS port, after a handshake for lab.test. */
  overTls?: true;
  /** Put to the TLS port without a handshake. */
  port?: 'tls';
  /** What the client does; `path` names the run: a query on it finds its line in the log. */
  steps: (asked: { run: string; port: number }) => Step[];
  /** Each run has an instance of its own, because the limit remembers. */
  fresh?: true;
  /** Only log lines with it count. */
  logged?: string;
  /** Asked before on a connection of its own, so that a cache has it. */
  warm?: string;
  /** The method of the last request; left out: GET. */
  method?: string;
  /** Instead of `steps` where one connection is not enough. */
  play?: (target: Target, asked: { run: string; limit: number }) => Promise<Exchanged>;
  /** Keep reading after a complete response, to see whether the connection closes. */
  toTheEnd?: true;
  /** Seconds that the configured time-outs explain. */
  waits?: number;
};
