import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Product, startProduct } from '../infra/local/product.ts';
import { bundles } from './bundled.ts';

export interface TestProduct extends Product {
  readonly dataDir: string;
}

/** Starts the whole product on free ports and in a folder of its own; `stop` removes the folder too. */
export async function startTestProduct(env: Readonly<Record<string, string>> = {}): Promise<TestProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), 'starkare-'));
  const product = await startProduct({ dataDir, port: 0, bundles, env });
  return {
    ...product,
    dataDir,
    stop: async () => {
      await product.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Version 1 of the participant list, which tests send, is accepted of what was made until then, in ms UTC. */
export const acceptedUntil = Date.parse('2027-12-01T00:00:00Z');

/** A fresh UUIDv7 of this moment, or of `time` (ms UTC), as a client makes it. */
export function uuidv7(time = Math.min(Date.now(), acceptedUntil)): string {
  const hex = `${time.toString(16).padStart(12, '0')}7${crypto.randomUUID().replaceAll('-', '').slice(13)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Answers to `participants` that are right. */
export const rightAnswers = {
  activity: 'Workshop om ställtider',
  activity_date: '2026-09-10',
  organisationsnummer: '556036-0793',
  company_name: 'Mekaniska verkstaden i Örebro AB',
  municipality_code: '1880',
  n_women: 3,
  n_men: 4,
  n_undisclosed: 0,
};
