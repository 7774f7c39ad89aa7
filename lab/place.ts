import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificates } from './certificates.ts';
import { createNameserver } from './nameserver.ts';
import { modulesOf } from './packages.ts';
import { freePorts } from './ports.ts';
import type { Place, Software } from './software.ts';

/** A new folder with certificates, ports and a name server; `close` removes it unless LAB_KEEP is set. */
export async function createPlace(software: Software): Promise<{ place: Place; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), `lab-${software.id}-`));
  chmodSync(folder, 0o777);
  const nameserver = await createNameserver();
  const [port = 0, tlsPort = 0, ...spare] = await freePorts(8);
  const certificates = createCertificates(folder);
  const place = {
    folder,
    port,
    tlsPort,
    spare,
    certificates,
    nameserver: nameserver.port,
    modules: modulesOf(software.package),
  };
  const close = async () => {
    nameserver.close();
    if (process.env.LAB_KEEP === undefined) rmSync(folder, { recursive: true, force: true });
    else process.stderr.write(`kept: ${folder}\n`);
  };
  return { place, close };
}
