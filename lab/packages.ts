// What is installed, at which version; npm packages go to a folder of the lab's own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Package } from './software.ts';

const slug = (name: string) => name.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');

/** Where an npm package is or will be installed; the temporary folder for a Debian one, which needs none. */
export function modulesOf(wanted: Package): string {
  return wanted.from === 'npm' ? join(tmpdir(), 'slash-http-lab', `${slug(wanted.name)}-${wanted.version}`) : tmpdir();
}

/** The package's version, undefined while it is not installed. */
export function installedVersion(wanted: Package): string | undefined {
  if (wanted.from === 'debian') return debianVersion(wanted.name);
  const manifest = join(modulesOf(wanted), 'node_modules', wanted.name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}

function debianVersion(name: string): string | undefined {
  try {
    const shown = execFileSync('dpkg-query', ['-s', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /^Status: install ok installed$/m.test(shown) ? /^Version: (.*)$/m.exec(shown)?.[1] : undefined;
  } catch {
    return undefined;
  }
}

export function installNpm(wanted: Package): void {
  if (wanted.from !== 'npm' || installedVersion(wanted) === wanted.version) return;
  const folder = modulesOf(wanted);
  mkdirSync(folder, { recursive: true });
  const dependencies = { [wanted.name]: wanted.version, ...wanted.also };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The software's own version: without Debian's epoch, revision and repacking marks. */
export function upstreamVersion(version: string): string {
  return version
    .replace(/^\d+:/, '')
    .replace(/-[^-]*$/, '')
    .replace(/[+~](dfsg|ds)[\d.]*$/, '');
}
