import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name that every proxy is told to expect, beside the address that it connects to. */
export const upstreamName = 'upstream.test';

const kinds = ['good', 'expired', 'wrong-name', 'untrusted'] as const;
export type CertificateKind = (typeof kinds)[number];

/** Files in PEM: the lab's own authority, and a certificate with its key for each kind. */
export type Certificates = {
  authority: string;
  file: (kind: CertificateKind) => string;
  key: (kind: CertificateKind) => string;
  pem: (kind: CertificateKind) => { cert: string; key: string };
};

/** The address also stands as a DNS name, because some proxies compare it only with those. */
const names = `subjectAltName=DNS:${upstreamName},DNS:localhost,DNS:lab.test,DNS:127.0.0.1,IP:127.0.0.1`;

export function createCertificates(folder: string): Certificates {
  const openssl = (...parts: string[]) => execFileSync('openssl', parts, { cwd: folder, stdio: 'pipe' });
  const authority = join(folder, 'authority.pem');
  openssl(
    ...'req -x509 -newkey rsa:2048 -nodes -days 3 -keyout authority.key -out authority.pem -subj'.split(' '),
    '/CN=lab',
  );
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(join(folder, 'serial'), '01\n');
  writeFileSync(join(folder, 'ca.conf'), authorityConfiguration);
  sign(openssl, folder, { kind: 'good', subject: '/CN=127.0.0.1', names, dates: [] });
  sign(openssl, folder, {
    kind: 'expired',
    subject: '/CN=127.0.0.1',
    names,
    dates: ['-startdate', '20200101000000Z', '-enddate', '20200201000000Z'],
  });
  sign(openssl, folder, {
    kind: 'wrong-name',
    subject: '/CN=other.test',
    names: 'subjectAltName=DNS:other.test',
    dates: [],
  });
  openssl(
    ...'req -x509 -newkey rsa:2048 -nodes -days 3 -keyout untrusted.key -out untrusted.pem -subj /CN=127.0.0.1'.split(
      ' ',
    ),
    '-addext',
    names,
  );
  const file = (kind: CertificateKind) => join(folder, `${kind}.pem`);
  const key = (kind: CertificateKind) => join(folder, `${kind}.key`);
  const pem = (kind: CertificateKind) => ({
    cert: readFileSync(file(kind), 'utf8'),
    key: readFileSync(key(kind), 'utf8'),
  });
  return { authority, file, key, pem };
}

function sign(
  openssl: (...parts: string[]) => unknown,
  folder: string,
  certificate: { kind: CertificateKind; subject: string; names: string; dates: string[] },
): void {
  const { kind, subject, names, dates } = certificate;
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${kind}.key`, '-out', `${kind}.csr`, '-subj', subject);
  writeFileSync(join(folder, `${kind}.ext`), `${names}\n`);
  const period = dates.length > 0 ? dates : ['-days', '3'];
  const ca = ['ca', '-batch', '-config', 'ca.conf', '-notext', '-in', `${kind}.csr`, '-out', `${kind}.pem`];
  openssl(...ca, '-extfile', `${kind}.ext`, ...period);
}

const authorityConfiguration = `[ca]
default_ca = lab
[lab]
dir = .
new_certs_dir = .
database = index.txt
serial = serial
certificate = authority.pem
private_key = authority.key
default_md = sha256
unique_subject = no
policy = any
[any]
commonName = supplied
`;
