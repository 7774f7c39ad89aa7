// The Chromium of @sparticuz/chromium, for machines that have none, with the libraries and fonts that it needs.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = new URL('../node_modules/@sparticuz/chromium/', import.meta.url);
/** Only where it believes to be there does it unpack its libraries. */
const ON_LAMBDA = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };

interface Program {
  executablePath: string;
  env: Record<string, string>;
}

/** Unpacked once for each version, whole or not at all, however many ask for it at a time. */
export async function unpackedChromium(): Promise<Program> {
  const folder = join(tmpdir(), `slash-http-chromium-${await installedVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const env = {
    HOME: folder,
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  };
  return { executablePath: join(folder, 'chromium'), env };
}

async function installedVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('package.json', PACKAGE), 'utf8')) as { version: string };
  return version;
}

async function unpackInto(folder: string): Promise<void> {
  const fresh = await mkdtemp(`${folder}-`);
  const env = { TMPDIR: fresh, HOME: fresh, ...ON_LAMBDA };
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], { env });
  await writeFile(join(fresh, 'fonts.conf'), fontSettings(folder));
  // Another may have been first.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
}

/** Its own fonts, which have no Chinese, and those of the system. */
function fontSettings(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  return `<?xml version="1.0"?>
<fontconfig>
${folders.map((one) => `  <dir>${one}</dir>`).join('\n')}
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
