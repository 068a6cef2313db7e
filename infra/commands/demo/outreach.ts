import type { Answers } from '../../../forms/grammar/form.ts';
import type { outreach as form } from '../../../forms/outreach.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { forgotten, type History } from './histories.ts';
import { after, dayAfter } from './moments.ts';
import { idAt, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';

type Contact = Answers<typeof form>;

/** How every company was sought out: once or twice in vain, and then, of most, a visit was booked. */
export function outreachOf(companies: readonly Company[], histories: readonly History[]): Submission[] {
  const visits = new Map(histories.map(({ company, visit }) => [company, visit.date]));
  return companies.flatMap((company) => contactsWith(company, visits.get(company)));
}

function contactsWith(company: Company, visitedOn: string | undefined): Submission[] {
  const chance = chanceOf(`outreach ${company.key}`);
  const tries = chance.weighted([
    [1, 5],
    [2, 3],
    [3, 1],
  ]);
  const soughtOn = company.number === forgotten ? '2024-05-13' : dayAfter('2024-01-15', chance.whole(0, 700));
  const last = visitedOn ?? soughtOn;
  return Array.from({ length: tries }, (_, index) => {
    const days = (tries - index) * chance.whole(12, 20);
    const isLast = index === tries - 1;
    const outcome = isLast
      ? outcomeOf(company, visitedOn, chance)
      : chance.pick(['no_answer', 'interested_later']);
    return submitted(company, dayAfter(last, -days), outcome, chance);
  });
}

function outcomeOf(
  { municipality }: Company,
  visitedOn: string | undefined,
  chance: Chance,
): Contact['outcome'] {
  if (visitedOn !== undefined) return 'visit_booked';
  return municipality === '9999'
    ? chance.pick(['not_target', 'not_target', 'not_interested'])
    : chance.pick(['interested_later', 'not_interested', 'no_answer']);
}

function submitted(
  { key }: Company,
  contact_date: string,
  outcome: Contact['outcome'],
  chance: Chance,
): Submission {
  const contact_channel = chance.weighted([
    ['phone', 10],
    ['email', 5],
    ['visit', 2],
    ['activity', 3],
    ['referral', 3],
    ['social', 1],
    ['other', 0.3],
  ]);
  const isOpen = outcome === 'interested_later' || outcome === 'no_answer';
  const answers: Contact = {
    company_key: key,
    contact_date,
    contact_channel,
    ...(contact_channel === 'referral' && {
      referred_by: chance.pick(['naringslivskontor', 'almi', 'handelskammaren', 'bro', 'teknikcollege']),
    }),
    outcome,
    ...(isOpen && maybe(chance, 0.7, { next_step_date: dayAfter(contact_date, chance.whole(20, 90)) })),
    ...maybe(chance, 0.4, { note: chance.pick(notes) }),
  };
  const madeAt = after(contact_date, chance, 0, 1);
  return submissionOf('outreach', idAt(madeAt, chance), answers, sentAfter(madeAt, chance));
}

const notes = [
  'Ringde växeln, produktionschefen ringer upp.',
  'Vill vänta tills den nya pressen är på plats.',
  'Såg inbjudan till frukostseminariet och undrade vad mer vi gör.',
  'Har redan en konsult inne, hör av sig till hösten.',
  'Tar gärna emot ett besök, helst på förmiddagen.',
  'Semesterstängt, försök igen i augusti.',
];
