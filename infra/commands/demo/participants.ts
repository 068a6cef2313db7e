import type { Answers } from '../../../forms/grammar/form.ts';
import { ageBands } from '../../../forms/lists/age-bands.ts';
import { workRoles } from '../../../forms/lists/work-roles.ts';
import type { participants as form } from '../../../forms/participants.ts';
import type { Activity } from './activities.ts';
import { type Attendance, type Guest, othersAt } from './attendance.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { identityOf } from './company.ts';
import { after } from './moments.ts';
import { type Person, personFrom } from './people.ts';
import { type AsWritten, idAt, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';
import { generally, listNotes, textFrom } from './texts.ts';

type Row = AsWritten<Answers<typeof form>>;

/**
 * Everybody who took part in an activity: a submission for each organisation, with how many came; for each person, where
 * there was a list of those signed up; or for each age group, where people outside industry came.
 */
export function participantsOf(attendance: Attendance): Submission[] {
  return [...attendance]
    .filter(([{ status }]) => status === 'held')
    .flatMap(([activity, guests]) =>
      rowsOf(activity, guests).map((row, index) => submitted(activity, row, index)),
    );
}

function submitted(activity: Activity, row: Partial<Row>, index: number): Submission {
  const chance = chanceOf(`participants ${activity.date} ${index}`);
  const answers = {
    activity_id: activity.id,
    activity_date: chance.happens(0.05) ? activity.date.replaceAll('-', '') : activity.date,
    attendance: activity.attendance,
    list_id: idAt(
      after(activity.date, chanceOf(`list ${activity.date}`), 0, 2),
      chanceOf(`list id ${activity.date}`),
    ),
    ...row,
    ...maybe(chance, 0.12, { note: textFrom(chance, listNotes, 500, generally) }),
  };
  // Most lists are typed within days; some are found on paper when the next report is due.
  const madeAt = chance.happens(0.05)
    ? after(activity.date, chance, 30, 120)
    : after(activity.date, chance, 0, 5);
  return submissionOf('participants', idAt(madeAt, chance), answers, sentAfter(madeAt, chance));
}

function rowsOf(activity: Activity, guests: readonly Guest[]): Partial<Row>[] {
  const chance = chanceOf(`rows of ${activity.date}`);
  if (activity.attendance === 'counts_only') return ageBands.options.map(({ code }) => ageRow(code, chance));
  return [
    ...guests.map((guest) => ({ ...organisationOf(guest, chance), ...whoCame(activity, guest, chance) })),
    ...Array.from({ length: othersAt(activity) }, () => adviser(activity, chance)),
  ];
}

function ageRow(age_band: Row['age_band'], chance: Chance): Partial<Row> {
  const most = age_band === 'unknown' ? 3 : age_band === 'lt18' ? 40 : 15;
  return {
    age_band,
    n_women: chance.whole(1, most),
    n_men: chance.whole(0, most),
    n_undisclosed: chance.happens(0.2) ? 1 : 0,
  };
}

function organisationOf({ company, attended }: Guest, chance: Chance): Partial<Row> {
  return {
    ...identityOf(company, chance),
    company_name: company.name,
    municipality_code: company.municipality,
    org_category: company.sector.division === 'other' ? 'other_company' : 'industry_company',
    attended,
    ...maybe(chance, 0.8, { participation_mode: chance.happens(0.92) ? 'on_site' : 'digital' }),
  };
}

/** Who advises companies comes too; nobody asks for a number. */
function adviser(activity: Activity, chance: Chance): Partial<Row> {
  return {
    company_name: 'Konsult inom verksamhetsutveckling',
    organisationsnummer_missing_reason: 'unknown',
    municipality_code: activity.municipality.code,
    org_category: chance.pick(['support_actor', 'expert_supplier']),
    attended: true,
    ...(activity.attendance === 'per_person'
      ? { gender: chance.pick(['woman', 'man']) }
      : { n_women: chance.whole(0, 1), n_men: 1, n_undisclosed: 0 }),
  };
}

function whoCame(activity: Activity, { company }: Guest, chance: Chance): Partial<Row> {
  return activity.attendance === 'per_person'
    ? person(activity, company, chance)
    : headcount(activity, chance);
}

/** Who comes from a company to an activity, where people are asked for. */
export function attendee(activity: Activity, company: Company): Person {
  const gender = activity.kind === 'women_in_industry_network' ? 'woman' : undefined;
  return personFrom(chanceOf(`attendee ${activity.date} ${company.key}`), gender);
}

function person(activity: Activity, company: Company, chance: Chance): Partial<Row> {
  const { name, email, gender } = attendee(activity, company);
  return {
    ...maybe(chance, 0.9, { participant_name: name }),
    ...maybe(chance, 0.6, { participant_email: email }),
    gender,
    ...maybe(chance, 0.7, { role: chance.pick(workRoles.options.slice(0, 10)).code }),
    ...maybe(chance, 0.15, { hours: chance.pick(['1,5', 2, '2,5', 4]) }),
  };
}

function headcount({ isSmall, kind }: Activity, chance: Chance): Partial<Row> {
  const people = isSmall ? 1 : chance.pick([1, 1, 1, 2, 2, 3, 4]);
  const share = kind === 'women_in_industry_network' ? 0.95 : 0.27;
  const women = Array.from({ length: people }, () => chance.happens(share)).filter(Boolean).length;
  const undisclosed = women < people && chance.happens(0.02) ? 1 : 0;
  const asText = chance.happens(0.1);
  return {
    n_women: asText ? String(women) : women,
    n_men: people - women - undisclosed,
    n_undisclosed: undisclosed,
  };
}
