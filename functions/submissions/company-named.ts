import type { PublishedForm } from '../../forms/grammar/published.ts';
import { holderOf } from './company-keys.ts';
import { type Company, companyNow } from './company-records.ts';
import { claimOfKey } from './unique.ts';

/** More than ever follow each other. */
const mergesMax = 8;

/**
 * The company that has a key, as its own record in this form says now; of one that was entered twice and merged, the
 * one that stays. Undefined where nobody has registered it.
 */
export async function companyNamed(form: PublishedForm, key: string): Promise<Company | undefined> {
  const claim = claimOfKey(form, key);
  const root = claim && (await holderOf(claim));
  let company = root === undefined ? undefined : await companyNow(form, root);
  for (let merges = 0; company?.mergedInto !== undefined; merges += 1) {
    company = merges === mergesMax ? undefined : await companyNow(form, company.mergedInto);
  }
  return company;
}
