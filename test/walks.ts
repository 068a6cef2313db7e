import { loadForm } from '../forms/grammar/published.ts';
import type { Values } from '../forms/grammar/reading.ts';
import { publications } from '../forms/published/index.ts';
import { exampleAnswers, type Named } from './example-answers.ts';
import { type Filling, firstVisit } from './filling.ts';
import { freshAnswers } from './fresh-answers.ts';
import { changeOfAll } from './made-up-project.ts';
import { organisationsnummerOf } from './registered-companies.ts';
import { asked, asList, type TypedSteps, typedSteps } from './typed-walk.ts';

/** A way through a form from its first page to the receipt. */
export interface Walk extends TypedSteps {
  readonly form: string;
  /** What it is called beside the others of the form. */
  readonly way?: string;
  /** What the link that opens the form says. */
  readonly query: string;
  /**
   * Another right answer, with which somebody else is first. Such a walk is looked at in every state of every step: it is
   * of a form that the public meets, or has most that a form can have.
   */
  readonly other?: Filling;
  /** Whether the same, sent again, stands in the way of itself. */
  readonly isOnce?: true;
}

export function linkGives(kind: string): string {
  return `?activity_kind=${kind}&activity_date=2026-09-10`;
}

/**
 * Ways through every form. They name records that are there, and say what no walk of another number says where a form
 * takes the same only once.
 */
export async function walksOf(named: Named, number: number): Promise<Walk[]> {
  const staff = Object.entries(ofStaff(named)).map(async ([form, answers]) =>
    walk(form, { ...answers, ...freshAnswers[form]?.(number) }),
  );
  return [
    ...asWritten,
    ...(await Promise.all([
      ...ofPublic(named),
      ofCompany(number),
      ofPlan(named),
      ofList(named, number),
      ...staff,
    ])),
  ];
}

/** Where what is typed is more than a form's answers say. */
const asWritten: readonly Walk[] = [
  {
    form: 'evaluation',
    query: linkGives('workshop'),
    steps: [
      {
        q_overall: '5',
        q_new_contacts: '4',
        q_learning: 'na',
        q_will_act: 'yes_decided',
        q_focus: 'automation',
        q_eu_awareness: 'yes',
        gender: 'woman',
        respondent_type: 'industry_company',
        free_text: 'Lean',
      },
    ],
    required: [0],
    other: { q_overall: '1' },
  },
  {
    form: 'contact-request',
    query: '',
    steps: [{ name: 'Anna Andersson', email: 'anna@example.se', message: 'Lean' }],
    required: [0],
    other: { name: 'Anders Andersson' },
  },
  {
    form: 'needs-analysis',
    query: '',
    steps: firstVisit,
    required: [0, 1],
    other: { visit_date: '2026-09-11' },
  },
];

function ofPublic(named: Named): Promise<Walk>[] {
  const { company_key, activity } = named;
  return [
    walk('follow-up', exampleAnswers['follow-up'](named), {
      query: `?company_key=${company_key}&answered_on=2026-08-25`,
      other: { nps: '1' },
    }),
    walk('sign-up', exampleAnswers['sign-up'](named), {
      query: `?activity=${activity}`,
      other: { name: 'Anders' },
    }),
    walk('needs-request', exampleAnswers['needs-request'](named), { other: { contact_name: 'Anders' } }),
    walk('rights-request', exampleAnswers['rights-request'](named), { other: { name: 'Anders' } }),
  ];
}

const ofStaff = (named: Named): Readonly<Record<string, Values>> => ({
  'company-identity': exampleAnswers['company-identity'](named),
  contact: exampleAnswers.contact(named),
  outreach: exampleAnswers.outreach(named),
  match: exampleAnswers.match(named),
  intervention: exampleAnswers.intervention(named),
  'process-maturity': exampleAnswers['process-maturity'](named),
  'production-analysis': exampleAnswers['production-analysis'](named),
  activity: exampleAnswers.activity(named),
  network: exampleAnswers.network(named),
  offer: exampleAnswers.offer(named),
  method: exampleAnswers.method(named),
  dissemination: exampleAnswers.dissemination(named),
  deliverable: exampleAnswers.deliverable(named),
  'economic-outcome': exampleAnswers['economic-outcome'](named),
  approval: exampleAnswers.approval(named),
  'rights-case': exampleAnswers['rights-case'](named),
  'project-settings': changeOfAll,
});

function ofCompany(number: number): Promise<Walk> {
  const answers = {
    organisationsnummer: organisationsnummerOf(1000 + number),
    company_name: 'Lean',
    municipality_code: '1881',
    legal_form: 'ab',
    sni_division: '25',
    sni_code: '25.620',
    sni_version: 'sni2007',
    headcount_awu: 41.5,
    turnover_msek: 62.5,
    in_group: true,
    group_headcount: 120,
  };
  return walk('company', answers, { isOnce: true });
}

/** An intervention that is only planned has few questions. */
async function ofPlan(named: Named): Promise<Walk> {
  const planned = await asked('intervention', { ...exampleAnswers.intervention(named), status: 'planned' });
  return walk('intervention', planned, { way: 'planned' });
}

/** A list of two organisations. */
async function ofList(named: Named, number: number): Promise<Walk> {
  const form = await loadForm(publications, 'participants');
  if (form === undefined) throw new Error('expected participants to be published, it is not');
  const rows = [1, 2].map((row) => ({
    ...exampleAnswers.participants(named),
    organisationsnummer: organisationsnummerOf(2000 + 10 * number + row),
  }));
  // The record of the activity says the rest of what they have in common.
  const query = `?activity_id=${named.activity}`;
  return walk('participants', asList(form, rows), { query, given: form.list?.shared ?? [], isOnce: true });
}

interface WalkOptions extends Partial<Pick<Walk, 'way' | 'query' | 'other' | 'isOnce'>> {
  /** The questions that are answered when the form is opened: those that the link answers, unless there are more. */
  readonly given?: readonly string[];
}

async function walk(
  form: string,
  answers: Values,
  { query = '', given = [...new URLSearchParams(query).keys()], ...more }: WalkOptions = {},
): Promise<Walk> {
  return { form, query, ...more, ...(await typedSteps(form, answers, given)) };
}
