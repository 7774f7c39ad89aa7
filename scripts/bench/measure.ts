// Timing by turns, of which the fastest counts: what runs beside the benchmark can only slow them.
import { hrtime } from 'node:process';

export interface Bench {
  name: string;
  /** Runs only where it is named. */
  isLong?: boolean;
  /**
   * One finding a line; a number after its name says how much: texts, or seconds.
   * Sets the exit code to 1 where a finding is a failure.
   */
  run: (amount?: number) => Promise<string[]>;
}

const ROUNDS = 15;
/** Nanoseconds of one turn: long beside the clock's resolution, short beside a disturbance. */
const TURN = 20e6;

/** Nanoseconds a call, by candidate: the fastest of turns taken alternately. */
export function alternately<Name extends string>(candidates: Record<Name, () => unknown>): Record<Name, number> {
  const names = Object.keys(candidates) as Name[];
  const turns = new Map<Name, number[]>(names.map((name) => [name, []]));
  const calls = new Map(names.map((name) => [name, callsInTurn(candidates[name])]));
  for (let round = 0; round < ROUNDS; round++)
    for (const name of names) {
      const count = calls.get(name) ?? 1;
      turns.get(name)?.push(nanoseconds(candidates[name], count) / count);
    }
  return Object.fromEntries(names.map((name) => [name, Math.min(...(turns.get(name) ?? []))])) as Record<Name, number>;
}

function nanoseconds(action: () => unknown, count = 1): number {
  const start = hrtime.bigint();
  for (let call = 0; call < count; call++) action();
  return Number(hrtime.bigint() - start);
}

/** Nanoseconds of the fastest of a few turns. */
export function fastest(action: () => unknown, turns = 3): number {
  return Math.min(...Array.from({ length: turns }, () => nanoseconds(action)));
}

/** CPU time in milliseconds, which other processes lengthen less than the time on the clock. */
export function cpuMilliseconds(action: () => unknown): number {
  const start = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

/** `1 234 567`, and small numbers to two digits. */
export function figure(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString('en').replaceAll(',', ' ')
    : String(Number(value.toPrecision(2)));
}

export function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function callsInTurn(action: () => unknown): number {
  let count = 1;
  while (nanoseconds(action, count) < TURN / 4 && count < 1e7) count *= 2;
  return count * 4;
}
