import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf, loadForm } from '../grammar/published.ts';
import { checks, jsonSchemas } from '../kinds/all.ts';
import { municipalities } from '../lists/municipalities.ts';
import { publications } from '../published/index.ts';
import { scores } from '../scores/all.ts';
import { readerOf } from './answers.ts';
import { formSchema } from './schema.ts';

const form = await loadForm(publications, 'participants');
if (form === undefined) throw new Error('expected participants to be published');
const reader = readerOf(form, { checks, scores });
const dates = { date: /^\d{4}-\d{2}-\d{2}$/ };
const validate = new Ajv2020({ strict: false, formats: dates }).compile(formSchema(form, jsonSchemas));

/** Answers as a program sends them, each field right, wrong in a way a schema can tell, or left out. */
const maybe = <T>(right: fc.Arbitrary<T>, ...wrong: unknown[]) =>
  fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(undefined, ...wrong) });
const count = maybe(fc.integer({ min: 1, max: 10_000 }), -1, 10_001, 1.5, null);
const sent = fc
  .record({
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
  })
  .map((answers) => JSON.parse(JSON.stringify(answers)));

test('a program that checks with the JSON Schema comes to our verdict', () => {
  let valid = 0;
  fc.assert(
    fc.property(sent, (answers) => {
      const ours = !('problems' in reader.read(answers, 'program'));
      valid += ours ? 1 : 0;
      expect(validate(answers), JSON.stringify({ answers, errors: validate.errors })).toBe(ours);
    }),
    { numRuns: 2000 },
  );
  expect(valid).toBeGreaterThan(20);
});

test('every field has a title, and the whole says which version it is of', () => {
  const schema = formSchema(form, jsonSchemas);
  expect(schema).toMatchObject({ 'x-version': 1, additionalProperties: false });
  for (const [name, field] of fieldsOf(form)) {
    expect(schema).toHaveProperty(['properties', name, 'title'], field.label.en);
  }
});
