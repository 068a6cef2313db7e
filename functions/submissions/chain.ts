import type { StoredItem } from '../../forms/derived/item.ts';
import { Fault } from '../lambda/log.ts';
import type { Sharded } from './keys.ts';
import { find } from './table.ts';

/** Every submission of a record, the first one first; empty when there is no such record. */
export async function chainOf(form: Sharded, root: string): Promise<StoredItem[]> {
  const chain: StoredItem[] = [];
  const seen = new Set<string>();
  for (let next: string | undefined = root; next !== undefined; next = chain.at(-1)?.superseded_by) {
    if (seen.has(next)) throw new Fault('expected the corrections of a record to end, they go in a circle');
    seen.add(next);
    const item = await find(form, next);
    if (item === undefined) break;
    chain.push(item);
  }
  return chain;
}

/** The current submission of the record that a submission is of; undefined when there is no such submission. */
export async function currentOf(form: Sharded, id: string): Promise<StoredItem | undefined> {
  const item = await find(form, id);
  if (item === undefined) return undefined;
  const root = item.root_id === id ? item : await find(form, item.root_id);
  const current = root?.current_id ?? item.root_id;
  if (current === id) return item;
  return current === root?.submission_id ? root : find(form, current);
}
