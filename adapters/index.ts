// The platforms, one line each.
import type { Adapter } from './adapter.ts';
import { discord } from './discord/index.ts';
import { slack } from './slack/index.ts';

export const adapters: readonly Adapter[] = [slack, discord];
