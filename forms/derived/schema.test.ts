import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedEverything, rightEverything } from '../../test/everything-form.ts';
import { fieldsOf } from '../grammar/form-parts.ts';
import { problemCodes } from '../grammar/problem.ts';
import { loadForm } from '../grammar/published.ts';
import { isValues } from '../grammar/reading.ts';
import { checks, jsonSchemas } from '../kinds/all.ts';
import { municipalities } from '../lists/municipalities.ts';
import { publications } from '../published/index.ts';
import { rules } from '../rules/all.ts';
import { scores } from '../scores/all.ts';
import { readerOf } from './answers.ts';
import { formSchema } from './schema.ts';

// The first version, which is small and has one of most that a form can have.
const form = await loadForm(publications, 'participants', 1);
if (form === undefined) throw new Error('expected participants to be published');
const formats = { date: /^\d{4}-\d{2}-\d{2}$/, uuid: true, uri: true, 'idn-email': true } as const;

/** Whether a program that checks with the JSON Schema and our validator come to the same verdict. */
function verdictsOf(of: typeof publishedEverything) {
  const validate = new Ajv2020({ strict: false, formats }).compile(formSchema(of, jsonSchemas));
  const reader = readerOf(of, { checks, scores, rules });
  return (answers: Readonly<Record<string, unknown>>) => {
    const reading = reader.read(answers, 'program');
    const found = 'problems' in reading ? reading.problems : [];
    // Rules over several answers are the server's alone.
    const ours = found
      .filter(({ code }) => code !== problemCodes.together)
      .map(({ path, code }) => `${path} ${code}`);
    const theirs = validate(answers) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);
    return { ours, theirs };
  };
}

/** Answers as a program sends them, each field right, wrong in a way a schema can tell, or left out. */
const maybe = <T>(right: fc.Arbitrary<T>, ...wrong: unknown[]) =>
  fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(undefined, ...wrong) });
const asSent = (arbitrary: fc.Arbitrary<object>) =>
  arbitrary.map((answers): Record<string, unknown> => JSON.parse(JSON.stringify(answers)));

const count = maybe(fc.integer({ min: 1, max: 10_000 }), -1, 10_001, 1.5, null);
const participants = asSent(
  fc.record({
    activity: maybe(fc.constantFrom('a', 'Åäö'), 7, 'x'.repeat(151)),
    activity_date: maybe(fc.constantFrom('2026-09-10', '2021-01-01'), 20_260_910, '10/9 2026'),
    organisationsnummer: maybe(fc.constantFrom('556036-0793', '212000-0142'), 5_560_360_793),
    organisationsnummer_missing_reason: maybe(fc.constantFrom('foreign', undefined), 'other'),
    company_name: maybe(fc.constant('Bolaget AB'), []),
    municipality_code: maybe(fc.constantFrom(...municipalities.options.map(({ code }) => code)), '9998'),
    n_women: count,
    n_men: count,
    n_undisclosed: count,
    note: maybe(fc.constantFrom('text', undefined), {}),
    colour: fc.option(fc.constant('red'), { nil: undefined, freq: 9 }),
  }),
);

const may = <T>(right: fc.Arbitrary<T>) => fc.option(right, { nil: undefined, freq: 2 });
const code = fc.constantFrom('quality', 'energy', 'people');
const colour = fc.constantFrom('red', 'blue');
const row = fc.record({
  priority: fc.integer({ min: 0, max: 3 }),
  now: may(fc.constantFrom<unknown>(0, 5, 'not_assessed')),
});
const person = fc.record({ name: fc.constant('Bo'), role: may(colour), role_note: may(fc.constant('x')) });
/** Right by themselves; beside the others some are not asked, or others are. */
const rightOnes = fc.record({
  ...Object.fromEntries(
    Object.entries(rightEverything).map(([name, value]) => [name, may(fc.constant<unknown>(value))]),
  ),
  day: fc.constantFrom('2026-09-10', '2099-12-31'),
  n_old: fc.integer({ min: 0, max: 9 }),
  colour,
  others: may(fc.uniqueArray(colour, { minLength: 1 })),
  telephone: may(fc.constant('+4619211000')),
  share: may(fc.constantFrom(0, 12.5)),
  sure: fc.boolean(),
  before: may(fc.constant('0190a6e0-0000-7000-8000-000000000000')),
  state: may(fc.constantFrom<unknown>(0, 5, 'not_assessed')),
  table: fc.record({
    quality: fc.record({ priority: fc.integer({ min: 0, max: 3 }) }),
    energy: row,
    people: row,
  }),
  top: may(fc.uniqueArray(code, { minLength: 1, maxLength: 2 })),
  people: may(fc.array(person, { minLength: 1, maxLength: 3 })),
});
/** What goes wrong, by where it does. */
const faults: readonly (readonly [path: string, value: unknown])[] = [
  ...Object.keys(rightEverything).map((name) => [name, undefined] as const),
  ...Object.keys(rightEverything).flatMap((name) => [
    [name, {}] as const,
    [name, null] as const,
    [name, 1e9] as const,
  ]),
  ['n_all', 3],
  ['others', ['green']],
  ['others', ['red', 'red', 'red']],
  ['share', 100.5],
  ['before', 'x'],
  ['state', 6],
  ['table.sales', { priority: 1 }],
  ['table.quality.now', 3],
  ['table.quality.more', 3],
  ['table.energy', undefined],
  ['table.energy.priority', undefined],
  ['table.energy.priority', 0.5],
  ['table.energy.words', 'Ord'],
  ['table.people', {}],
  ['top', []],
  ['top', ['quality', 'energy', 'people']],
  ['people', []],
  ['people', ['Bo']],
  ['people', [{}]],
  ['people', [{ name: 'Bo', age: 3 }]],
  ['people', [{ name: 'Bo', role: 'blue', role_note: 'x' }]],
];
const everything = asSent(
  fc
    .tuple(rightOnes, fc.array(fc.constantFrom(...faults), { maxLength: 1 }), fc.boolean())
    .map(([right, wrong, tidy]) => {
      const answers = JSON.parse(JSON.stringify(right));
      if (tidy) leaveOutWhatIsNotAsked(answers);
      for (const [path, value] of wrong) put(answers, path.split('.'), value);
      return answers;
    }),
);

function put(into: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  const inner = into[first];
  if (rest.length === 0) into[first] = value;
  else if (isValues(inner)) put(Object.assign(inner), rest, value);
}

/** What is left is right more often than not. */
function leaveOutWhatIsNotAsked(answers: Record<string, unknown>): void {
  const reader = readerOf(publishedEverything, { checks, scores, rules });
  const reading = reader.read(answers, 'program');
  for (const { path, code: problem } of 'problems' in reading ? reading.problems : []) {
    if (problem === '422.11') put(answers, path.split('.'), undefined);
  }
}

test.each([
  ['participants', form, participants, 3000],
  ['a form with everything', publishedEverything, everything, 10_000],
] as const)(
  'a program that checks with the JSON Schema of %s comes to our verdict',
  (_, of, sent, numRuns) => {
    const verdicts = verdictsOf(of);
    let valid = 0;
    fc.assert(
      fc.property(sent, (answers) => {
        const { ours, theirs } = verdicts(answers);
        valid += ours.length === 0 ? 1 : 0;
        expect(theirs.length === 0, JSON.stringify({ answers, ours, theirs })).toBe(ours.length === 0);
      }),
      { numRuns },
    );
    expect(valid).toBeGreaterThan(numRuns / 100);
  },
);

test('right answers to a form with everything are right by its schema', () => {
  expect(verdictsOf(publishedEverything)(rightEverything)).toEqual({ ours: [], theirs: [] });
});

test('every field that is sent has a title, and the whole says which version it is of', () => {
  const schema = formSchema(form, jsonSchemas);
  expect(schema).toMatchObject({ 'x-version': 1, additionalProperties: false });
  for (const [name, field] of fieldsOf(form)) {
    expect(schema).toHaveProperty(['properties', name, 'title'], field.label.en);
  }
  expect(formSchema(publishedEverything, jsonSchemas)).not.toHaveProperty(['properties', 'n_all']);
});
