import type { company as form } from '../../../forms/company.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import type { History } from './histories.ts';
import { after } from './moments.ts';
import {
  type AsWritten,
  correctionOf,
  maybe,
  type Submission,
  sentAfter,
  submissionOf,
  written,
} from './submission.ts';

type Master = AsWritten<Answers<typeof form>>;
type Named = Pick<Master, 'organisationsnummer' | 'organisationsnummer_missing_reason'>;

/**
 * The master record of every company. It was made from a list in the project's first weeks; of those who were never
 * visited not all is known. Some have grown since.
 */
export function companiesOf(companies: readonly Company[], histories: readonly History[]): Submission[] {
  const visited = new Set(histories.map(({ company }) => company.number));
  return companies.flatMap((company) => registered(company, visited.has(company.number)));
}

function registered(company: Company, isVisited: boolean): Submission[] {
  const chance = chanceOf(`company record ${company.number}`);
  const answers: Master = {
    ...identityOf(company, chance),
    company_name: company.name,
    municipality_code: company.municipality,
    ...industry(company, 1, chance),
    ...(isVisited && size(company, 1, chance)),
  };
  const first = submissionOf('company', company.root, answers, sentAfter(company.registeredAt, chance));
  const hasGrown = isVisited && company.number % 15 === 0;
  if (!hasGrown) return [first];
  const staff = { headcount_awu: written(company.annualWorkUnits + 1, chance) };
  return [first, correctionOf(first, { ...answers, ...staff }, after('2025-05-12', chance, 0, 20))];
}

/** A company's number, in one of the ways that people write it; or why it has none to give. */
export function identityOf({ organisationsnummer, legalForm }: Company, chance: Chance): Named {
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

/** What tells whether a company is in the target group; `share` is how often that is known. */
export function industry({ legalForm, sector }: Company, share: number, chance: Chance) {
  return {
    ...maybe(chance, share, { legal_form: legalForm }),
    ...maybe(chance, share, { sni_division: sector.division }),
    ...chance.pick([
      {},
      { sni_code: sector.sniCode, sni_version: 'sni2007' },
      { sni_code: sector.sniCode.replace('.', ''), sni_version: 'unknown' },
      // The divisions are the same in both versions.
      { sni_code: sector.sniCode.slice(0, 2), sni_version: 'sni2025' },
    ]),
  } as const;
}

/** What decides its size class. */
export function size({ annualWorkUnits, turnoverMsek, group }: Company, share: number, chance: Chance) {
  const women = Math.round(annualWorkUnits * chance.pick([0.1, 0.2, 0.25, 0.4]));
  return {
    ...maybe(chance, share, { headcount_awu: written(annualWorkUnits, chance) }),
    ...maybe(chance, 0.8, {
      employees_women: women,
      employees_men: Math.ceil(annualWorkUnits) - women,
    }),
    ...maybe(chance, 0.85, { turnover_msek: written(turnoverMsek, chance) }),
    ...maybe(chance, 0.6, { balance_total_msek: written(Math.round(turnoverMsek * 6.3) / 10, chance) }),
    ...(group === undefined
      ? maybe(chance, share, { in_group: false })
      : { in_group: true, ...maybe(chance, 0.9, { group_headcount: written(group, chance) }) }),
  };
}
