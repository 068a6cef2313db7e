import type { Answers } from '../../../forms/grammar/form.ts';
import type { participants as form } from '../../../forms/participants.ts';
import type { Activity } from './activities.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { after } from './moments.ts';
import { type AsWritten, idAt, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';
import { generally, listNotes, textFrom } from './texts.ts';

type Row = AsWritten<Answers<typeof form>>;

/** Everybody who took part in an activity: one submission per organisation, the same companies again and again. */
export function participantsOf(activities: readonly Activity[], companies: readonly Company[]): Submission[] {
  return activities.flatMap((activity) =>
    organisationsAt(activity, companies).map((organisation) => submitted(activity, organisation)),
  );
}

type Organisation = Pick<Row, 'company_name' | 'municipality_code'> & Who;
type Who = Pick<Row, 'organisationsnummer' | 'organisationsnummer_missing_reason'>;

function submitted(activity: Activity, organisation: Organisation): Submission {
  const chance = chanceOf(`participants ${activity.date} ${organisation.company_name}`);
  const answers: Row = {
    activity: activity.title,
    activity_date: chance.happens(0.05) ? activity.date.replaceAll('-', '') : activity.date,
    ...organisation,
    ...headcount(activity, organisation, chance),
    ...maybe(chance, 0.12, { note: textFrom(chance, listNotes, 500, generally) }),
  };
  // Most lists are typed within days; some are found on paper when the next report is due.
  const madeAt = chance.happens(0.05)
    ? after(activity.date, chance, 30, 120)
    : after(activity.date, chance, 0, 5);
  return submissionOf('participants', idAt(madeAt, chance), answers, sentAfter(madeAt, chance));
}

function organisationsAt(activity: Activity, companies: readonly Company[]): readonly Organisation[] {
  const chance = chanceOf(`participants ${activity.date}`);
  const near = (company: Company) => (company.municipality === activity.municipality.code ? 3 : 1);
  const count = activity.isSmall ? 3 : chance.whole(8, 20);
  const found = new Set<Company>();
  const weights = companies.map((each) => [each, each.keenness * near(each)] as const);
  while (found.size < count) found.add(chance.weighted(weights));
  return [
    ...[...found].map((company) => named(company, chance)),
    ...(activity.isSmall ? [] : others(activity, chance)),
  ];
}

function named(company: Company, chance: Chance): Organisation {
  return {
    company_name: company.name,
    municipality_code: company.municipality,
    ...identityOf(company, chance),
  };
}

/** A company's number, in one of the ways that people write it; or why it has none to give. */
export function identityOf({ organisationsnummer, legalForm }: Company, chance: Chance): Who {
  if (organisationsnummer === undefined) {
    return { organisationsnummer_missing_reason: legalForm === 'ef' ? 'sole_trader' : 'foreign' };
  }
  const digits = organisationsnummer.replace('-', '');
  return {
    organisationsnummer: chance.weighted([
      [organisationsnummer, 80],
      [digits, 14],
      [`16${digits}`, 3],
      [`SE${digits}01`, 3],
    ]),
  };
}

/** Who comes besides companies: those who advise them, and people from outside industry. */
function others({ kind, municipality }: Activity, chance: Chance): readonly Organisation[] {
  const of = (company_name: string, reason: 'unknown' | 'private_person'): Organisation => ({
    company_name,
    municipality_code: municipality.code,
    organisationsnummer_missing_reason: reason,
  });
  if (kind === 'outside_industry_seminar') {
    return [of(`Teknikklass i ${municipality.name}`, 'unknown'), of('Privatpersoner', 'private_person')];
  }
  return chance.happens(0.3) ? [of('Konsult inom verksamhetsutveckling', 'unknown')] : [];
}

function headcount({ kind, isSmall }: Activity, { organisationsnummer }: Organisation, chance: Chance) {
  const isGroup = kind === 'outside_industry_seminar' && organisationsnummer === undefined;
  const people = isSmall ? 1 : isGroup ? chance.whole(8, 34) : chance.pick([1, 1, 1, 2, 2, 3, 4]);
  const share = kind === 'women_in_industry_network' ? 0.95 : isGroup ? 0.55 : 0.27;
  const women = Array.from({ length: people }, () => chance.happens(share)).filter(Boolean).length;
  const undisclosed = women < people && chance.happens(0.02) ? 1 : 0;
  const asText = chance.happens(0.1);
  return {
    n_women: asText ? String(women) : women,
    n_men: people - women - undisclosed,
    n_undisclosed: undisclosed,
  };
}
