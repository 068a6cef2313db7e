import { chanceOf } from './chance.ts';
import { dayMs, latest } from './moments.ts';
import { idAt, type Submission } from './submission.ts';

type Answers = Readonly<Record<string, unknown>>;

/** A number that is made up and known to be (Tolvan Tolvansson's), but passes every check. */
const personnummer = '121212-1212';
/** The id of a record that nobody has made, and a company's key that nobody was given. */
const nothing = idAt(Date.parse('2024-02-29T12:00:00Z'), chanceOf('nothing'));
const nobody = 'EF-000999';

/**
 * What people and programs get wrong: the form, what is put in place of right answers (undefined takes one away), and
 * the code that it is refused with.
 */
const mistakes: readonly (readonly [form: string, change: Answers, code: string])[] = [
  ['participants', { activity_id: undefined }, '422.1'],
  ['participants', { n_men: undefined }, '422.1'],
  ['participants', { organisationsnummer: undefined }, '422.1'],
  ['participants', { deltagare: 'Åsa och Östen' }, '422.2'],
  ['participants', { n_women: true }, '422.3'],
  ['participants', { note: 'Många åsikter om lokalen. '.repeat(30) }, '422.4'],
  ['participants', { municipality_code: 'Örebro' }, '422.5'],
  ['participants', { activity_date: '2020-11-03' }, '422.6'],
  ['participants', { n_women: -1 }, '422.6'],
  ['participants', { activity_date: '31/8 2024' }, '422.7'],
  ['participants', { activity_date: '2025-02-30' }, '422.7'],
  ['participants', { organisationsnummer: '559999-9999' }, '422.8'],
  ['participants', { organisationsnummer: personnummer }, '422.9'],
  ['participants', { note: `Kontakt: ${personnummer}, ring före tolv.` }, '422.9'],
  ['participants', { company_name: 'Hyttg\ufffdrdens Gjuteri AB' }, '422.10'],
  ['participants', { participant_name: 'Märta Högmo' }, '422.11'],
  ['participants', { n_women: 0, n_men: 0, n_undisclosed: 0 }, '422.12'],
  ['participants', { activity_id: nothing }, '422.14'],
  ['needs-analysis', { contacts: [{ contact_name: 'Märta Högmo', contact_role: 'operator' }] }, '422.1'],
  ['needs-analysis', { visit_mode: 'telefon' }, '422.5'],
  ['needs-analysis', { turnover_msek: '1.250.000' }, '422.7'],
  ['needs-analysis', { top3: ['automation', 'automation'] }, '422.12'],
  ['needs-analysis', { company_participants_total: 4 }, '422.13'],
  ['evaluation', { q_overall: 6 }, '422.6'],
  ['evaluation', { free_text: `Jag heter Tolvan, ${personnummer}, och vill ha mer kaffe.` }, '422.9'],
  ['evaluation', { few_expected: true }, '422.11'],
  ['contact-request', { email: undefined, phone: undefined }, '422.1'],
  ['contact-request', { email: 'åsa(at)example.se' }, '422.7'],
  // Tillväxtverket had not decided.
  ['intervention', { actual_start: '2022-08-01' }, '422.12'],
  ['intervention', { needs_ref: nothing }, '422.14'],
  ['outreach', { company_key: nobody }, '422.14'],
  ['production-analysis', { gq: 10_000_000 }, '422.12'],
];

/** What a submission needs, so that what is wrong with one made of it is what the list says. */
const needed: Readonly<Record<string, (answers: Answers) => boolean>> = {
  participants: ({ attendance, organisationsnummer }) =>
    attendance === 'per_company_counts' && organisationsnummer !== undefined,
  'needs-analysis': ({ top3 }) => top3 !== undefined,
  evaluation: ({ gender }) => gender !== undefined,
  'contact-request': () => true,
  intervention: ({ dm_decision_date, status }) => dm_decision_date !== undefined && status === 'ongoing',
  outreach: () => true,
  'production-analysis': () => true,
  approval: () => true,
  company: ({ organisationsnummer }) => organisationsnummer !== undefined,
};

/** What the door refuses, made of right submissions: some of every common sort, each with the code it gets. */
export function refusedOf(right: readonly Submission[]): Submission[] {
  const models = Object.keys(needed).map((form) => modelOf(right, form));
  return [
    ...models.flatMap((model) => [...withWrongAnswers(model), ...wrongOtherwise(model), ...inTheWay(model)]),
    ...tooLate(right),
  ];
}

function modelOf(right: readonly Submission[], form: string): Submission {
  const found = right.find((each) => each.form === form && needed[form]?.(each.answers));
  if (found === undefined) throw new Error(`expected a submission of ${form} to make others of, got none`);
  const { supersedes: _, ...model } = found;
  return model;
}

function withWrongAnswers(model: Submission): Submission[] {
  const own = mistakes.filter(([form]) => form === model.form);
  return own.map(([form, change, told], index) => {
    const answers = Object.entries({ ...model.answers, ...change }).filter(
      ([, answer]) => answer !== undefined,
    );
    return { ...model, ...idOf(form, index), answers: Object.fromEntries(answers), told };
  });
}

/** Right answers in what is wrong by itself: an id, a version, a form, a body. */
function wrongOtherwise(model: Submission): Submission[] {
  const { form } = model;
  const id = idOf(form, 99);
  const chance = chanceOf(`refused ${form}`);
  const unknownVersion = { ...model, ...id, version: 99, told: '404.2' };
  if (form === 'evaluation') {
    return [unknownVersion, { ...model, id: idAt(latest - 3_600_001, chance), told: '422.id-day' }];
  }
  if (form !== 'participants') return [];
  return [
    unknownVersion,
    { ...model, id: '3f0c8c52-7d0e-4c55-9a51-b0f3a6f1d2ce', told: '422.id' },
    // Phones whose clock is years ahead, and whose battery has been out.
    { ...model, id: idAt(Date.parse('2035-01-01T08:00:00Z'), chance), told: '422.id-time' },
    { ...model, id: idAt(Date.parse('1970-01-01T00:04:00Z'), chance), told: '422.id-time' },
    { ...model, ...id, version: undefined, told: '400' },
    { ...model, ...id, form: 'event', told: '404.1' },
  ];
}

/** Whose records are there once: a company by its number, an organisation at an activity, a verdict by a rule. */
const unique = ['company', 'participants', 'approval'];

/** What is there already, as a record of its own. */
function inTheWay(model: Submission): Submission[] {
  return unique.includes(model.form) ? [{ ...model, ...idOf(model.form, 98), told: '409.4' }] : [];
}

/** Corrections of what somebody else has corrected, and of nothing. */
function tooLate(right: readonly Submission[]): Submission[] {
  const corrected = right.filter(({ supersedes }) => supersedes !== undefined);
  const [first, second] = ['intervention', 'match'].map((form) =>
    corrected.find((each) => each.form === form),
  );
  if (first === undefined || second === undefined) throw new Error('expected corrections, got none');
  return [
    { ...first, ...idOf(first.form, 97), told: '409.2' },
    { ...second, ...idOf(second.form, 97), told: '409.2' },
    { ...first, ...idOf(first.form, 96), supersedes: nothing, told: '404.3' },
  ];
}

function idOf(form: string, index: number) {
  const chance = chanceOf(`refused ${form} ${index}`);
  const anonymous = form === 'evaluation' || form === 'contact-request';
  return { id: idAt(latest - (index + 1) * 9 * dayMs, chance, { anonymous }) };
}
