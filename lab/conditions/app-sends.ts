import { get } from '../request.ts';
import type { RequestCondition } from '../request-condition.ts';

const application = (id: string, path: string): RequestCondition => ({
  id: `app.${id}`,
  needs: id === 'script-error' ? 'script' : 'application',
  apart: path.slice(1).replace('/', '-'),
  waits: 9,
  steps: () => [{ send: get(path) }],
});

/** What an application, or the configuration itself, is told to send; a setup of its own, as some refuse to load it. */
export const requests: RequestCondition[] = [
  application('sends-099', '/sends/099'),
  application('sends-600', '/sends/600'),
  application('sends-999', '/sends/999'),
  application('sends-204-with-content', '/sends/204'),
  application('sends-103', '/sends/103'),
  application('sends-101', '/sends/101'),
  application('script-error', '/throws'),
];
