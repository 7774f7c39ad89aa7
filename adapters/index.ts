// The platforms, one line each.
import type { Adapter } from './adapter.ts';
import { slack } from './slack/index.ts';

export const adapters: readonly Adapter[] = [slack];
