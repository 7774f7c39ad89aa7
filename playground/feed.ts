// What changes, told to every open page: each gets what its person sees.
import type { ServerResponse } from 'node:http';
import type { Stage } from './api.ts';

export interface Feed {
  open: (response: ServerResponse, person: string | null) => Promise<void>;
  close: () => void;
}

export function createFeed(stage: Promise<Stage>): Feed {
  const pages = new Map<ServerResponse, string | null>();
  const open: Feed['open'] = async (response, person) => {
    const { view } = await stage;
    const first = view(person);
    response.writeHead(200, { 'content-type': 'text/event-stream', connection: 'keep-alive' });
    response.on('close', () => pages.delete(response));
    pages.set(response, person);
    tell(response, first);
  };
  let isPlanned = false;
  /** Once for everything that happens at the same time. */
  const plan = ({ view }: Stage): void => {
    if (isPlanned) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      for (const [response, person] of pages) tell(response, view(person));
    });
  };
  // Where it cannot start, whoever asks is told.
  stage.then((one) => one.onChange(() => plan(one))).catch(() => undefined);
  return {
    open,
    close: () => {
      for (const response of pages.keys()) response.end();
      pages.clear();
    },
  };
}

function tell(response: ServerResponse, view: object): void {
  response.write(`data: ${JSON.stringify(view)}\n\n`);
}
