import { createHash } from 'node:crypto';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Values } from '../../forms/grammar/reading.ts';

/**
 * The item that holds a form's unique answers for a record: named by their hash, so that it tells nothing of them.
 * It has no `changed_at` and is in no partition that an export reads.
 */
export interface Claim {
  readonly pk: string;
  readonly sk: string;
}

/** The claim of these answers; undefined where the form asks for none, or one of the answers is missing. */
export function claimOf(
  { id, unique }: Pick<PublishedForm, 'id' | 'unique'>,
  answers: Values,
): Claim | undefined {
  const values = unique?.map((name) => answers[name]);
  return values === undefined || values.includes(undefined) ? undefined : claim(id, values);
}

/** The claim to a company's key, in a form whose records have keys. */
export function claimOfKey({ id }: Pick<PublishedForm, 'id'>, key: string | undefined): Claim | undefined {
  return key === undefined ? undefined : claim(id, [key]);
}

function claim(form: string, values: readonly unknown[]): Claim {
  return { pk: `unique#${form}`, sk: createHash('sha256').update(JSON.stringify(values)).digest('hex') };
}
