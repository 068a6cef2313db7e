import type { contact as form } from '../../../forms/contact.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import { workRoles } from '../../../forms/lists/work-roles.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { forgotten, type History } from './histories.ts';
import { after, dayAfter } from './moments.ts';
import { personFrom } from './people.ts';
import { idAt, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';

/** People at the companies: one where there has been a visit, two at some, and the one who wants to be forgotten. */
export function contactsOf(companies: readonly Company[], histories: readonly History[]): Submission[] {
  const visited = histories.flatMap(({ company, visit }) => {
    const count = company.legalForm === 'ef' ? 1 : chanceOf(`contacts ${company.key}`).pick([1, 1, 1, 2]);
    return Array.from({ length: count }, (_, index) => submitted(company, index, visit.date));
  });
  const unseen = companies.filter(({ number }) => number === forgotten);
  return [...visited, ...unseen.map((company) => submitted(company, 0, '2024-05-14'))];
}

function submitted(company: Company, index: number, date: string): Submission {
  const chance = chanceOf(`contact ${company.key} ${index}`);
  const { name, gender, email, phone } = personFrom(chance);
  const answers: Answers<typeof form> = {
    company_key: company.key,
    contact_name: name,
    contact_role: index === 0 ? 'owner_ceo' : chance.pick(workRoles.options.slice(1, 8)).code,
    ...chance.pick([
      { contact_email: email },
      { contact_email: email, contact_phone: phone },
      { contact_phone: phone },
    ]),
    ...maybe(chance, 0.6, { contact_gender: gender }),
    ...handover(date, chance),
    ...maybe(chance, 0.6, { newsletter_consent: chance.happens(0.5) }),
  };
  const madeAt = after(date, chance, 0, 2);
  return submissionOf('contact', idAt(madeAt, chance), answers, sentAfter(madeAt, chance));
}

function handover(date: string, chance: Chance) {
  const handover_basis = chance.weighted([
    ['legit_interest', 6],
    ['consent', 3],
    ['not_asked', 2],
    ['objected', 0.5],
  ]);
  if (handover_basis === 'not_asked' || handover_basis === 'objected') return { handover_basis };
  return {
    handover_basis,
    handover_at: dayAfter(date, chance.whole(0, 1)),
    handover_text_version: date < '2025-01-01' ? '2023-1' : '2025-1',
  };
}
