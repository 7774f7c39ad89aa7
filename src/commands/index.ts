// The commands, one line each: manifests, registrations, help and the README come from this list.
import { compare } from './compare.ts';
import { explain } from './explain.ts';
import { guide } from './guide.ts';
import { http } from './http.ts';
import { lookUp } from './look-up.ts';

export const commands = [http, guide, compare, explain, lookUp] as const;
