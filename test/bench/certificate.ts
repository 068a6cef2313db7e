import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Comes with most systems, and is no dependency: without it the bench says that it did without. */
const program = 'openssl';

/**
 * Makes a certificate for localhost, so that a first call pays for TLS as it does on AWS; undefined where
 * the program for it is missing.
 */
export function makeCertificate(folder: string): { certificate: string; key: string } | undefined {
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = spawnSync(program, ['req', ...kind, ...name, '-keyout', key, '-out', certificate]);
  return made.status === 0 ? { certificate, key } : undefined;
}
