// Loaded before an app: tells whoever started it what it uses, whenever asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
/** Looking at the heap holds everything up; that is no delay of the app's. */
const AFTER_LOOKING_MS = 200;

process.on('message', () => {
  const delayMs = { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
  // With --expose-gc only what is still needed counts; what a first collection frees may let a second one free more.
  globalThis.gc?.();
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ cpuMicroseconds: user + system, residentBytes: rss, heapBytes: heapUsed, delayMs });
  setTimeout(() => delay.reset(), AFTER_LOOKING_MS);
});
process.on('disconnect', () => process.exit());
