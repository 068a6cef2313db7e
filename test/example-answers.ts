import { analysed, measured } from './company-report-answers.ts';
import { missionAnswers } from './mission-answers.ts';
import { officeAnswers } from './office-answers.ts';
import { registerAnswers } from './register-answers.ts';

/** What the answers name: the key of a company, and ids of records that are there. */
export interface Named {
  readonly company_key: string;
  /** A record that names its company in words only. */
  readonly record: string;
  readonly needs_analysis: string;
  readonly network: string;
  readonly offer: string;
  readonly activity: string;
  readonly rights_request: string;
}

/** The participant list as it names an activity's record. */
const list = ({ activity }: Named) => ({
  activity_id: activity,
  activity_date: '2026-03-11',
  attendance: 'per_company_counts',
  organisationsnummer: '559900-0014',
  company_name: 'Kumla Plåt och Svets AB',
  municipality_code: '1881',
  org_category: 'industry_company',
  attended: true,
  n_women: 1,
  n_men: 2,
  n_undisclosed: 0,
});

const { pri_min_per_unit: _pri, pq: _pq, gq: _gq, ...analysedOne } = analysed;
/** Of several products at once. */
const analysedMix = {
  ...analysedOne,
  several_products: true,
  mix: [
    { item: 'Fäste A', pri: 0.5, pq: 300, gq: 290 },
    { item: 'Fäste B', pri: 0.75, pq: 100, gq: 90 },
  ],
};

/**
 * Right answers to forms that staff and others send, as a program sends them, by the form's id: in an order in which what
 * one names was sent before.
 */
export const exampleAnswers = {
  ...officeAnswers,
  ...registerAnswers,
  ...missionAnswers,
  'process-maturity': ({ company_key }: Named) => ({ ...measured, company_key }),
  'production-analysis': ({ company_key }: Named) => ({ ...analysedMix, company_key }),
  participants: list,
} satisfies Readonly<Record<string, (named: Named) => object>>;
