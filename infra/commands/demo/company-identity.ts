import type { companyIdentity as form } from '../../../forms/company-identity.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import { chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { after, dayOf } from './moments.ts';
import { idAt, maybe, type Submission, submissionOf } from './submission.ts';

const matchable = ['needs-analysis', 'participants', 'sign-up', 'needs-request'];

/** Staff say which company a record is about that came without a number: by its name, where only one is called that. */
export function identitiesOf(
  submissions: readonly Submission[],
  companies: readonly Company[],
): Submission[] {
  const byName = Map.groupBy(companies, ({ name }) => name);
  return submissions.flatMap((record) => {
    if (!matchable.includes(record.form) || Object.hasOwn(record.answers, 'organisationsnummer')) return [];
    const [company, another] = byName.get(String(record.answers.company_name)) ?? [];
    return company === undefined || another !== undefined ? [] : [submitted(record, company)];
  });
}

function submitted({ id, sentAt }: Submission, company: Company): Submission {
  const chance = chanceOf(`identity ${id}`);
  const answers: Answers<typeof form> = {
    record: id,
    company_key: company.key,
    basis: chance.pick(['name_and_place', 'name_and_place', 'company', 'register']),
    ...maybe(chance, 0.1, { note: 'Namnet var felstavat, men kommunen och kontaktpersonen stämmer.' }),
  };
  const madeAt = after(dayOf(sentAt), chance, 1, 20);
  return submissionOf('company-identity', idAt(madeAt, chance), answers, madeAt);
}
