import { createHash } from 'node:crypto';
import { holds } from '../../forms/grammar/conditions.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Values } from '../../forms/grammar/reading.ts';

/**
 * The item that holds a form's unique answers for a record: named by their hash, so that it tells nothing of them.
 * It is in no partition that an export reads. Where records have keys, the claims to these are the list of the
 * companies: each says when (`changed_at`) and by which submission (`changed_by`) its record was last written.
 */
export interface Claim {
  readonly pk: string;
  readonly sk: string;
}

/**
 * The claim of these answers; undefined where the form asks for none. Where the form does not say when, it asks for none
 * while one of the answers is missing.
 */
export function claimOf(
  { id, unique, uniqueWhen }: Pick<PublishedForm, 'id' | 'unique' | 'uniqueWhen'>,
  answers: Values,
): Claim | undefined {
  const values = unique?.map((name) => answers[name]);
  if (values === undefined) return undefined;
  const isUnique = uniqueWhen === undefined ? !values.includes(undefined) : holds(uniqueWhen, answers);
  return isUnique ? claim({ id }, values) : undefined;
}

/** The claim to a company's key, in a form whose records have keys. */
export function claimOfKey(form: Pick<PublishedForm, 'id'>, key: string | undefined): Claim | undefined {
  return key === undefined ? undefined : claim(form, [key]);
}

/** The partition of all claims of a form. */
export function claimsPartition({ id }: Pick<PublishedForm, 'id'>): string {
  return `unique#${id}`;
}

function claim(form: Pick<PublishedForm, 'id'>, values: readonly unknown[]): Claim {
  const sk = createHash('sha256').update(JSON.stringify(values)).digest('hex');
  return { pk: claimsPartition(form), sk };
}
