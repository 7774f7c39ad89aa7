// npm run lab -- NAME… measures, --check NAME… measures again and compares, --list shows what there is.
import { parseArgs } from 'node:util';
import { type Behaviour, differences, readBehaviour, writeBehaviour } from './behaviour-file.ts';
import { exportsOf } from './folder.ts';
import { measureProxy } from './measure-proxy.ts';
import { measureServer } from './measure-server.ts';
import { installedVersion, installNpm, upstreamVersion } from './packages.ts';
import type { RequestCondition } from './request-condition.ts';
import type { ProxySoftware, ServerSoftware } from './software.ts';
import type { UpstreamCondition } from './upstream-condition.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, list: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});

const proxies = await exportsOf<ProxySoftware>('proxies', 'rig');
const servers = await exportsOf<ServerSoftware>('servers', 'rig');
const upstreamConditions = (await exportsOf<UpstreamCondition>('conditions', 'conditions')).filter(isWanted);
const requestConditions = (await exportsOf<RequestCondition>('conditions', 'requests')).filter(isWanted);

// One listener for each process that it started.
process.setMaxListeners(0);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

if (values.list) list();
else process.exitCode = (await measureAll()) ? 0 : 1;

function isWanted(condition: { id: string }): boolean {
  return !values.only || values.only.some((wanted) => condition.id.startsWith(wanted));
}

function list(): void {
  for (const { id, package: wanted } of [...proxies, ...servers]) {
    const version = installedVersion(wanted);
    const needs = wanted.from === 'npm' ? `npm ${wanted.name}@${wanted.version}` : `Debian ${wanted.name}`;
    process.stdout.write(
      `${id.padEnd(24)} ${needs.padEnd(44)} ${version ? `installed: ${version}` : 'not installed'}\n`,
    );
  }
}

/** Whether nothing differs, where that was asked. */
async function measureAll(): Promise<boolean> {
  const ids = [...new Set([...proxies, ...servers].map((rig) => rig.id))].filter(
    (id) => positionals.length === 0 || positionals.includes(id),
  );
  let same = ids.length > 0;
  for (const id of ids) {
    const now = await measure(id);
    if (!now) process.stdout.write(`${id}: not installed\n`);
    else if (values.check) same = report(id, now) && same;
    else writeBehaviour(id, now);
  }
  return same;
}

function report(id: string, now: Behaviour): boolean {
  const found = differences(readBehaviour(id), now);
  process.stdout.write(`${id}: ${found.length === 0 ? 'no difference' : `\n  ${found.join('\n  ')}`}\n`);
  return found.length === 0;
}

async function measure(id: string): Promise<Behaviour | undefined> {
  const proxy = proxies.find((rig) => rig.id === id);
  const server = servers.find((rig) => rig.id === id);
  const rig = proxy ?? server;
  if (!rig) return undefined;
  installNpm(rig.package);
  const version = installedVersion(rig.package);
  if (version === undefined) return undefined;
  process.stdout.write(`${id} ${version}\n`);
  const observations = {
    ...(proxy && upstreamConditions.length > 0 ? await measureProxy(proxy, upstreamConditions) : {}),
    ...(server && requestConditions.length > 0 ? await measureServer(server, requestConditions) : {}),
  };
  const { from, name } = rig.package;
  return {
    software: rig.software,
    version: rig.version?.() ?? upstreamVersion(version),
    package: { from, name, version },
    measured: new Date().toISOString().slice(0, 7),
    observations,
  };
}
