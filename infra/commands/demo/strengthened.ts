/**
 * Which companies of the demonstration have a strengthened capability by the rule SC-1, and which almost have: what their
 * histories are made from, and what indicators can be checked against. A company is named by its place among
 * `allCompanies()`. The thresholds are those that `forms/projects/starkare-industri.ts` begins with.
 */

/** How strong the evidence is: reported by the company itself, documented, or measured. */
export type Level = 'E1' | 'E2' | 'E3';

/** What shows that a company has come further (C3). */
export type Evidence = keyof typeof levels;

/** The level of each, where it is the strongest that there is. */
export const levels = {
  /** The mean of PMM-30 rises by at least 0.5. */
  process_maturity: 'E3',
  /** It does not, but that of the intervention's focus area rises by at least 1. */
  process_focus: 'E3',
  /** OEE of the same object rises by at least 5 percentage points. */
  oee: 'E3',
  /** A completed intervention led to a step that something shows. */
  step: 'E2',
  /** A completed match gave a result. */
  match: 'E2',
  /** The follow-up tells of a capability that rose by at least 0.5, thanks to the project. */
  capability: 'E1',
  /** The follow-up tells of a step up the staircase; the capability rose by less. */
  staircase: 'E1',
} as const satisfies Record<string, Level>;

/** What a history has, beside the first visit with its needs analysis. */
export type Part =
  | 'process_maturity'
  | 'process_maturity_again'
  | 'production_analysis'
  | 'production_analysis_again'
  | 'intervention'
  | 'match'
  /** Two workshops or network meetings on different days. */
  | 'meetings'
  /** The answer to the follow-up, which is the company's confirmation; else the intervention has it. */
  | 'follow_up';

interface Course {
  readonly evidence: Evidence;
  readonly parts: readonly Part[];
}

/** The 68 that count, by what they have had: all twelve municipalities but none outside the county. */
export const strengthened: readonly (Course & { readonly companies: readonly number[] })[] = [
  {
    evidence: 'process_maturity',
    parts: ['process_maturity', 'process_maturity_again', 'follow_up'],
    companies: [4, 23, 59, 86],
  },
  {
    evidence: 'process_maturity',
    parts: ['process_maturity', 'intervention', 'process_maturity_again', 'follow_up'],
    companies: [12, 39, 70, 104],
  },
  {
    evidence: 'process_focus',
    parts: ['process_maturity', 'intervention', 'process_maturity_again'],
    companies: [24, 78],
  },
  {
    evidence: 'oee',
    parts: ['production_analysis', 'production_analysis_again', 'follow_up'],
    companies: [15, 52, 53, 95],
  },
  // 26 is registered outside manufacturing: it is approved all the same, with a reason.
  { evidence: 'step', parts: ['intervention'], companies: [26, 35, 56, 81, 92, 107] },
  // So is 66.
  {
    evidence: 'step',
    parts: ['intervention', 'follow_up'],
    companies: [3, 10, 19, 30, 46, 63, 66, 73, 90, 98],
  },
  {
    evidence: 'match',
    parts: ['match', 'follow_up'],
    companies: [1, 9, 18, 29, 34, 42, 47, 60, 69, 74, 85, 93, 100, 108],
  },
  {
    evidence: 'capability',
    parts: ['meetings', 'follow_up'],
    companies: [0, 7, 21, 33, 45, 57, 64, 77, 89, 97, 110],
  },
  { evidence: 'capability', parts: ['match', 'follow_up'], companies: [13, 25, 38, 50, 71, 83, 101] },
  { evidence: 'staircase', parts: ['meetings', 'follow_up'], companies: [6, 32, 67, 103] },
  { evidence: 'staircase', parts: ['process_maturity', 'follow_up'], companies: [43, 82] },
];

/** Those who are approved although their registered sector is not of the target group. */
export const overridden: readonly number[] = [26, 66];

export type Condition = 'C0' | 'C1' | 'C2' | 'C3' | 'C4' | 'C5';

/** What a history falls short of. */
export type Boundary = (typeof nearMisses)[number]['boundary'] | (typeof corrected)['boundary'];

interface Miss extends Course {
  readonly company: number;
  readonly condition: Condition;
  readonly boundary: string;
  readonly why: string;
}

/** The 12 that almost count: each would, were it not for the one thing that it says. All are approved. */
export const nearMisses = [
  {
    company: 113,
    condition: 'C0',
    boundary: 'municipality',
    why: 'its workplace is outside the county',
    evidence: 'step',
    parts: ['intervention'],
  },
  {
    company: 16,
    condition: 'C0',
    boundary: 'sector',
    why: 'it is neither in manufacturing nor in extraction, and was approved without an exception',
    evidence: 'capability',
    parts: ['meetings', 'follow_up'],
  },
  {
    company: 20,
    condition: 'C1',
    boundary: 'baseline',
    why: 'its only needs analysis lacks a mandatory answer, and nothing was measured',
    evidence: 'capability',
    parts: ['meetings', 'follow_up'],
  },
  {
    company: 37,
    condition: 'C2',
    boundary: 'meetings',
    why: 'it came to one meeting and a seminar, and stayed away from the other meeting it had signed up for',
    evidence: 'capability',
    parts: ['meetings', 'follow_up'],
  },
  {
    company: 55,
    condition: 'C2',
    boundary: 'report',
    why: 'the report of its only measurement has not been delivered',
    evidence: 'capability',
    parts: ['process_maturity', 'follow_up'],
  },
  {
    company: 61,
    condition: 'C3',
    boundary: 'process_maturity_rise',
    why: 'its process maturity rose by 0.47, and by less than 1 in every focus area',
    evidence: 'process_maturity',
    parts: ['process_maturity', 'process_maturity_again', 'follow_up'],
  },
  {
    company: 75,
    condition: 'C3',
    boundary: 'oee_rise',
    why: 'its OEE rose by less than 5 percentage points, and no other measure by 10 per cent',
    evidence: 'oee',
    parts: ['production_analysis', 'production_analysis_again', 'follow_up'],
  },
  {
    company: 80,
    condition: 'C3',
    boundary: 'evidence_note',
    why: 'it took a step in an intervention, but nothing says what shows it',
    evidence: 'step',
    parts: ['intervention', 'meetings', 'follow_up'],
  },
  {
    company: 87,
    condition: 'C3',
    boundary: 'capability_rise',
    why: 'its capability rose by 0.44, and no step up the staircase',
    evidence: 'capability',
    parts: ['meetings', 'follow_up'],
  },
  {
    company: 94,
    condition: 'C3',
    boundary: 'attribution',
    why: 'its capability rose, but it says that the project contributed only a little',
    evidence: 'capability',
    parts: ['meetings', 'follow_up'],
  },
  {
    company: 41,
    condition: 'C4',
    boundary: 'confirmation',
    why: 'the company has not confirmed the intervention, nor answered the follow-up',
    evidence: 'step',
    parts: ['intervention'],
  },
  {
    company: 49,
    condition: 'C5',
    boundary: 'period',
    why: 'everything, and its confirmation, was before the first day of the project',
    evidence: 'step',
    parts: ['intervention'],
  },
] as const satisfies readonly Miss[];

/** The one that was counted and no longer is: its approval was corrected, with a reason. */
export const corrected = {
  company: 28,
  condition: 'C4',
  boundary: 'approval',
  why: 'whoever approved it had worked with the company, and nobody else has approved it since',
  evidence: 'step',
  parts: ['intervention'],
} as const satisfies Miss;

/** A company whose history the tables decide. */
export interface Counting extends Course {
  readonly company: number;
  readonly fails?: Boundary;
}

/** All of them: who counts, who almost does and who no longer does. */
export const countings: readonly Counting[] = [
  ...strengthened.flatMap(({ companies, ...course }) => companies.map((company) => ({ ...course, company }))),
  ...[...nearMisses, corrected].map(({ company, evidence, parts, boundary }) => ({
    company,
    evidence,
    parts,
    fails: boundary,
  })),
];
