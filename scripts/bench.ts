// Every benchmark, or those named: `npm run bench -- search start`. Figures are ratios within one run.
import { discord } from './bench/discord.ts';
import { extraction } from './bench/extraction.ts';
import { lookUp } from './bench/look-up.ts';
import { search } from './bench/search.ts';
import { slack } from './bench/slack.ts';
import { start } from './bench/start.ts';

const benches = [lookUp, search, extraction, start, slack, discord];
const named = process.argv.slice(2);

for (const { name, run } of benches.filter((bench) => named.length === 0 || named.includes(bench.name))) {
  process.stdout.write(`${name}\n`);
  for (const line of await run()) process.stdout.write(`  ${line}\n`);
}
