// Every benchmark, or those named: `npm run bench -- search start`. Figures are ratios within one run.
// The long ones run where they are named: `npm run bench -- fuzz 200000`, `npm run bench -- soak 600`.
import { discord } from './bench/discord.ts';
import { extraction } from './bench/extraction.ts';
import { fuzz } from './bench/fuzz.ts';
import { lookUp } from './bench/look-up.ts';
import { search } from './bench/search.ts';
import { slack } from './bench/slack.ts';
import { soak } from './bench/soak.ts';
import { start } from './bench/start.ts';

const benches = [lookUp, search, extraction, start, slack, discord, fuzz, soak];
const named = process.argv.slice(2);

for (const { name, run, isLong = false } of benches) {
  const at = named.indexOf(name);
  if (at === -1 && (named.length > 0 || isLong)) continue;
  process.stdout.write(`${name}\n`);
  for (const line of await run(Number(named[at + 1]) || undefined)) process.stdout.write(`  ${line}\n`);
}
