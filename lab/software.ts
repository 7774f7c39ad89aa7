import type { Certificates } from './certificates.ts';

/** What a module in proxies/ or servers/ says about its software; `rig` is the name of its export. */
export type Software = {
  /** Names the file in data/behaviour/; a proxy and a server of the same software share it. */
  id: string;
  software: { name: string; names: string[]; kind: 'proxy' | 'server' | 'both' };
  package: Package;
  /** Where the program names another version than its package. */
  version?: () => string;
  /** Paths below the rig's folder. */
  accessLog: string;
  errorLogs: string[];
  /** The status as the log writes it, and what names the condition there. */
  readAccessLine: (line: string) => { status?: string; marker?: string };
  /** The telling lines of what its error logs gained, times and addresses still in them. */
  pickErrors?: (gained: string) => string[];
  /** Milliseconds: after the port answers, after an exchange until its error log is written, before stopping. */
  settle?: number;
  lag?: number;
  flush?: number;
  /** Milliseconds after which a client that has no answer gives up. */
  limit?: number;
  /** Seconds by which its time-outs come late, so that this is not taken for a repetition. */
  slack?: number;
  /** Runs after the software has stopped: a binary log becomes text. */
  finish?: (place: Place) => void;
  /** Conditions that cannot be put to it, with the reason. */
  lacks: Record<string, string>;
  /** Conditions that need another setting than the default: an id whose words are in locales/. */
  settings: Record<string, string>;
};

export type Package =
  | { from: 'debian'; name: string; also?: string[] }
  | { from: 'npm'; name: string; version: string; also?: Record<string, string> };

/** Where one running instance lives: a folder of its own, free ports, certificates. */
export type Place = {
  folder: string;
  port: number;
  tlsPort: number;
  /** Further free ports, for application servers and UDP logs. */
  spare: number[];
  certificates: Certificates;
  /** Answers every question with "no such name", over UDP. */
  nameserver: number;
  /** Where the pinned npm packages of this software are installed. */
  modules: string;
};

export type Start = {
  files?: Record<string, string>;
  /** Permissions of files; the other files may be read by all. */
  modes?: Record<string, number>;
  folders?: string[];
  /** Ports of its other processes that must answer too. */
  awaits?: number[];
  /** Runs as nobody where the lab runs as root, for which nothing is unreadable. */
  unprivileged?: true;
  commands: Command[];
};

export type Command = { command: string[]; env?: Record<string, string>; output?: string };

/** One upstream of one run of one condition: the proxy sends everything below /<id>/ there, path unchanged. */
export type Route = {
  /** Letters and digits, beginning with a letter: usable as a name in every configuration language. */
  id: string;
  condition: string;
  kind: RouteKind;
  upstreams: { host: string; port: number }[];
};

/**
 * plain; a name that does not resolve; TLS as the software does it by default, or with verification on;
 * connections kept and used again; an active check of /health; one connection at a time; two upstreams.
 */
export type RouteKind = 'plain' | 'name' | 'tls' | 'tls-verified' | 'kept' | 'checked' | 'limited' | 'two';

export type ProxySoftware = Software & {
  /** How it finds out that an upstream is down: by asking /health, or by requests that fail. */
  notices: 'checks' | 'failures';
  /** Of two upstreams it asks the one that its configuration names last. */
  asksLastFirst?: true;
  start: (place: Place, routes: Route[]) => Start;
  /** What a client of it writes on the request line; a forward proxy wants the whole URI. */
  target?: (route: Route, path: string) => { host: string; target: string };
};

export type Feature =
  | 'files'
  | 'ranges'
  | 'body-limit'
  | 'credentials'
  | 'time-outs'
  | 'tls'
  | 'application'
  | 'script'
  | 'rate-limit'
  | 'connection-limit'
  | 'overload';

export type ServerSoftware = Software & {
  /** Makes it write its logs out. */
  writesOutOn?: NodeJS.Signals;
  /** It writes no access log by itself. */
  keepsNoLog?: true;
  /** What it has, so that a condition with this need means something; left out: nothing. */
  offers?: Feature[];
  /** The conditions' own setups that it wants apart, because it refuses to load them or they disturb the others. */
  apart?: string[];
  /** An application server that nginx passes to: it gets the conditions for those and no others. */
  behindNginx?: true;
  /** One instance for each setup that its conditions name; 'plain' has only defaults. */
  start: (place: Place, setup: string) => Start;
};
