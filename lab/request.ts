// How the groups in conditions/ write down what a client sends.
import type { RequestCondition } from './request-condition.ts';

export const request = (line: string, fields: string[] = [], body = ''): string =>
  `${[line, ...fields].join('\r\n')}\r\n\r\n${body}`;

export const get = (target: string, fields: string[] = []): string =>
  request(`GET ${target} HTTP/1.1`, ['Host: lab.test', ...fields]);

/** A condition that sends these bytes on a fresh connection and reads the answer. */
export const sends = (
  id: string,
  bytes: string | Uint8Array,
  more: Omit<RequestCondition, 'id' | 'steps'> = {},
): RequestCondition => ({ id: `request.${id}`, steps: () => [{ send: bytes }], ...more });
