import type { Answers } from '../../../forms/grammar/form.ts';
import type { needsRequest as form } from '../../../forms/needs-request.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { after, dayAfter } from './moments.ts';
import { personFrom } from './people.ts';
import { idAt, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';

/** How many companies have told what they need before anybody asked. */
const count = 15;

export function needsRequestsOf(companies: readonly Company[]): Submission[] {
  const some = chanceOf('needs-requests').shuffled(companies).slice(0, count);
  return some.map(submitted);
}

function submitted(company: Company): Submission {
  const chance = chanceOf(`needs-request ${company.key}`);
  const answers: Answers<typeof form> = {
    ...maybe(chance, 0.85, { need_areas: chance.pick(wishes) }),
    message: chance.pick(messages),
    use_permission: chance.pick(['yes_named', 'yes_named', 'yes_aggregated_only', 'no']),
    ...whoAsks(company, chance),
  };
  const madeAt = after(dayAfter('2023-06-05', chance.whole(0, 1150)), chance, 0, 1);
  return submissionOf('needs-request', idAt(madeAt, chance), answers, sentAfter(madeAt, chance));
}

const wishes = [
  ['automation', 'skills_supply'],
  ['digitalisation'],
  ['production_efficiency', 'quality_certification', 'maintenance'],
  ['sust_environment', 'regulation'],
  ['finance_investment'],
] as const;

const messages = [
  'Vi betjänar pressen för hand på två skift och hittar inga nya operatörer.',
  'Var kan man få hjälp att räkna på ett planeringssystem?',
  'Kunden vill veta klimatavtrycket per artikel, och vi vet inte var vi ska börja.',
  'Ställtiderna äter upp vinsten.',
  'Vi söker någon som har gjort om en lackering till vattenburen färg.',
];

function whoAsks({ name, organisationsnummer, municipality }: Company, chance: Chance) {
  const { name: contact_name, email, phone } = personFrom(chance);
  return {
    company_name: name,
    ...(organisationsnummer !== undefined && maybe(chance, 0.5, { organisationsnummer })),
    ...maybe(chance, 0.8, { municipality_code: municipality }),
    contact_name,
    ...chance.pick([
      { contact_email: email },
      { contact_phone: phone },
      { contact_email: email, contact_phone: phone, preferred_contact: 'phone' as const },
    ]),
  };
}
