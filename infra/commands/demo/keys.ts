import * as z from 'zod/mini';
import { allCompanies } from './companies.ts';

const found = z.object({ companies: z.array(z.object({ root_id: z.string() })) });

/**
 * Keys are given in the order of registration. Where the first is not that of the demonstration's first company without
 * a number, somebody else's companies are there, and what is sent from here on would be about them: then this throws.
 */
export async function expectOwnKeys(url: string): Promise<void> {
  const first = allCompanies().find(({ key }) => key === 'EF-000001');
  if (first === undefined) throw new Error('expected a company without a number, got none');
  const response = await fetch(`${url}/v1/companies?search=${first.key}`);
  const { companies } = found.parse(await response.json());
  if (companies[0]?.root_id === first.root) return;
  throw new Error(
    `expected ${first.key} to be a company of the demonstration, it is not: set DATA_DIR to a folder of its own`,
  );
}
