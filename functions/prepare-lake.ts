import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { ensurePointers } from './exports/pointers.ts';
import { log } from './lambda/log.ts';

/** After every deployment: each declared table has a pointer before anybody can ask for it. */
export async function handler(): Promise<{ readonly made: number }> {
  const made = await ensurePointers(lakeTables(await loadAll(publications), columns));
  log('info', 'lake prepared', { count: made });
  return { made };
}
