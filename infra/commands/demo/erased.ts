import type { Company } from './companies.ts';
import { forgotten } from './histories.ts';
import type { Submission } from './submission.ts';

/** A record that is erased. */
export interface Erased {
  readonly form: string;
  readonly submission: string;
}

/** Everything that there is about the company that asked to be forgotten. */
export function erasedOf(submissions: readonly Submission[], companies: readonly Company[]): Erased[] {
  const company = companies.find(({ number }) => number === forgotten);
  return submissions
    .filter(({ id, answers }) => id === company?.root || answers.company_key === company?.key)
    .map(({ form, id }) => ({ form, submission: id }));
}
