import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { columnTypes } from '../grammar/column.ts';
import type { Sender } from '../grammar/kind.ts';
import { type PublishedField, readPublished } from '../grammar/published.ts';
import { entriesOf } from '../grammar/typed.ts';
import { checks, columns, controls, inputs, jsonSchemas, shows, writers } from './all.ts';

const words = { sv: 'ord', en: 'word' };
const common = { label: words, wanted: 'optional', zone: 'analytic' } as const;
const options = [
  { code: 'a', sv: 'Å', en: 'A' },
  { code: 'b', sv: 'Ä', en: 'B' },
];

const pdf = {
  name: 'Rapport år 2.pdf',
  media_type: 'application/pdf',
  bytes: 1_250_000,
  sha256: 'ab'.repeat(32),
};

/** For every kind: a field of it, answers as they are stored, and things that are no answer. */
const samples: Readonly<
  Record<string, { field: object; answers: readonly unknown[]; refused: readonly unknown[] }>
> = {
  text: {
    field: { max: 20 },
    answers: ['a', 'Åäö 🧑‍🔧', '<b>&"', '0'],
    refused: ['x'.repeat(21), 'a\nb', 'a\u0000', '\udc00', 'ring 811228-9874', 7, null, [], {}],
  },
  'long-text': {
    field: { max: 20 },
    answers: ['a', 'två\nrader\tmed', '🧑‍🔧'],
    refused: ['x'.repeat(21), 'a\u0000', '\ud800', '19811228-9874', 7, null, []],
  },
  integer: {
    field: { min: -5, max: 10_000 },
    answers: [0, -5, 7, 10_000],
    refused: [
      -6,
      10_001,
      1.5,
      '1,5',
      '1,000',
      '1.000',
      '1e3',
      '0x1',
      'tre',
      '',
      Number.NaN,
      Number.POSITIVE_INFINITY,
      true,
      null,
    ],
  },
  date: {
    field: { earliest: '1900-01-01', latest: '2099-12-31' },
    answers: ['1900-01-01', '1969-12-31', '2024-02-29', '2099-12-31'],
    refused: ['1899-12-31', '2100-01-01', '2025-02-29', '2025-13-01', '1/2/2025', 20250101, null],
  },
  choice: {
    field: { list: 'letters', options },
    answers: ['a', 'b'],
    refused: ['c', 'A', '__proto__', 'constructor', 1, null, ['a']],
  },
  choices: {
    field: { list: 'letters', options },
    answers: [['a'], ['b'], ['a', 'b']],
    refused: [[], ['c'], ['a', 'c'], ['a', 'b', 'a'], 'c', [1], null, {}, 1],
  },
  code: {
    field: { pattern: '[0-9]{2}(\\.?[0-9]{3})?', format: { sv: 'Skriv en kod.', en: 'Enter a code.' } },
    answers: ['25', '25.110', '25110'],
    refused: ['251', '25.1100', '٢٥', 'SNI 25', '25\n110', '25.110 '.repeat(9), 25, null, [], {}],
  },
  organisationsnummer: {
    field: {},
    answers: ['556036-0793', '212000-0142', '232100-0164'],
    refused: ['811228-9874', '559999-9999', 'abc', 5560360793, null],
  },
  email: {
    field: { own: true },
    answers: ['anna.b+c@foretag.se', 'INFO@åkeri.se'],
    refused: ['anna', 'a@b', 'a b@c.se', 7, null, []],
  },
  phone: {
    field: {},
    answers: ['+4619211000', '+358401234567'],
    refused: ['112', 'ring mig', 4619211000, null],
  },
  url: {
    field: {},
    answers: ['https://foretag.se', 'http://åkeri.se/om?a=b#c'],
    refused: ['ftp://foretag.se', 'hem', 'https://a:b@foretag.se', 7, null],
  },
  decimal: {
    field: { min: -1000, max: 100_000, decimals: 2, unit: { sv: 'timmar', en: 'hours' } },
    answers: [0, -0.5, 1.15, 12_345.67, 0.07],
    refused: [0.1 + 0.2, 1.234, 1e-7, -1001, 1e21, '', 'tre', '1.000', '1e3', true, null],
  },
  money: {
    field: { min: 0, max: 10_000_000 },
    answers: [0, 1234, 1234.5, 0.05],
    refused: [-1, 10_000_001, 0.001, '1 200 USD', 'kr', null],
  },
  'date-time': {
    field: { earliest: '2021-01-01', latest: '2099-12-31' },
    answers: ['2024-02-29T00:00', '2026-09-10T23:59'],
    refused: ['2025-02-29T10:00', '2026-09-10T24:00', '2026-09-10', '2020-12-31T23:59', 7, null],
  },
  'yes-no': {
    field: {},
    answers: [true, false],
    refused: ['maybe', 'true', '', 0, 1, null, []],
  },
  scale: {
    field: { from: 0, to: 5, none: [{ code: 'na', sv: 'Ej relevant', en: 'Not relevant' }] },
    answers: [0, 5, 'na'],
    refused: [-1, 6, 1.5, '', '1,5', 'a', true, null, [1]],
  },
  ranked: {
    field: { list: 'letters', options, max: 3 },
    answers: [['b', 'a'], ['a']],
    refused: [[], ['c'], ['a', 'a'], ['a', 'b', 'a', 'b'], 'a', [null], { 0: 'a' }, { 4: 'a' }, null],
  },
  'company-key': {
    field: { form: 'company' },
    answers: ['556036-0793', 'EF-000001', 'EF-123456789'],
    refused: [
      '556036-0794',
      '811228-9874',
      'EF-1',
      'EF-0000000001',
      'XY-000001',
      'EF 000001 b',
      '',
      7,
      null,
      [],
    ],
  },
  reference: {
    field: { form: 'activity' },
    answers: ['019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b'],
    refused: ['019a1b2c-3d4e-4f60-8a9b-0c1d2e3f4a5b', '019a1b2c', '', 7, null],
  },
  file: {
    field: { mediaTypes: ['application/pdf'], bytesMax: 10_000_000 },
    answers: [pdf],
    refused: [
      { ...pdf, name: 'a/b.pdf' },
      { ...pdf, bytes: 0 },
      { ...pdf, media_type: 'text/html' },
      { ...pdf, sha256: 'ab' },
      { ...pdf, url: 'https://foretag.se' },
      { name: 'a.pdf' },
      'a.pdf',
      null,
    ],
  },
  rows: {
    field: {
      rowTitle: words,
      addRow: words,
      max: 2,
      fields: { hours: { kind: 'integer', ...common, min: 0, max: 9 } },
    },
    answers: [[{ hours: 1 }], [{ hours: 1 }, { hours: 2 }]],
    refused: [[], [{}], [{ hours: 10 }], [{ days: 1 }], [1], { 0: { hours: 1 } }, 'a', null],
  },
  matrix: {
    field: {
      item: 'letter',
      list: 'letters',
      items: options,
      mandatory: ['a'],
      more: words,
      fields: { hours: { kind: 'integer', ...common, min: 0, max: 9 } },
    },
    answers: [{ a: { hours: 1 } }, { a: { hours: 1 }, b: { hours: 2 } }],
    refused: [{ a: { hours: 10 } }, { c: { hours: 1 } }, [1], 'a', null],
  },
};

function fieldOf(kind: string): PublishedField {
  return { kind, ...common, ...samples[kind]?.field };
}

test('every file of a kind is in the list of kinds, and every kind has samples here', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'all.ts')
    .map((name) => name.replace('.ts', ''));
  for (const list of [checks, columns, controls, inputs, jsonSchemas, shows, writers]) {
    expect(Object.keys(list).sort()).toEqual(files.sort());
  }
  // What is computed is never read.
  expect([...Object.keys(samples), 'computed'].sort()).toEqual(files.sort());
});

const slot = {
  id: 'f',
  name: 'f',
  typed: undefined,
  lang: 'sv',
  describedBy: 'f-hint',
  invalid: true,
  problems: [],
  kinds: { inputs, controls },
} as const;

function read(kind: string, sent: unknown, from: Sender = 'program') {
  return checks[kind]?.(fieldOf(kind), { checks, from }).safeParse(sent);
}

describe.each(Object.keys(samples))('%s', (kind) => {
  const field = fieldOf(kind);
  const { answers = [], refused = [] } = samples[kind] ?? {};
  const written = (answer: unknown) => writers[kind]?.(answer, field, writers) ?? '';

  test('reads what it writes, and what it stores', () => {
    for (const answer of answers) {
      expect(read(kind, written(answer), 'page')).toEqual({ success: true, data: answer });
      expect(read(kind, answer)).toEqual({ success: true, data: answer });
    }
  });

  test('refuses anything else, with words in both languages', () => {
    for (const wrong of refused) {
      const result = read(kind, wrong);
      expect(result?.success, JSON.stringify(wrong)).toBe(false);
      const { message } = complaintOf(result?.error?.issues[0]);
      for (const sentence of [message.sv, message.en]) expect(sentence).toMatch(/^\p{Lu}.*[.)]$/u);
    }
  });

  test('has columns of its answers, and shows them in both languages', () => {
    const found = columns[kind]?.(field) ?? [];
    for (const { type } of found) expect(columnTypes).toContain(type);
    expect(new Set(found.map(({ suffix }) => suffix)).size).toBe(found.length);
    for (const answer of answers) {
      const cells = found.map(({ cell }) => cell(answer)).filter((cell) => cell !== undefined);
      expect(cells.length > 0 || field.fields !== undefined).toBe(true);
      for (const lang of ['sv', 'en'] as const)
        expect(shows[kind]?.(field, answer, lang, shows)).not.toBe('');
    }
    for (const { cell } of found) expect(cell(undefined)).toBeUndefined();
  });

  test('has an input that keeps what was typed and says that it is wrong', () => {
    const typed = written(answers[0]);
    const input = inputs[kind]?.(field, { ...slot, typed });
    const html = renderToString(h('main', null, input));
    for (const [name, text] of entriesOf('f', typed)) {
      expect(html).toContain(`name="${name}"`);
      expect(html).toContain(kind === 'long-text' ? `>${text}</textarea>` : `value="${text}"`);
    }
    expect(html).not.toBe(renderToString(h('main', null, inputs[kind]?.(field, slot))));
    if (controls[kind]?.(field) === 'group') return expect(html).not.toContain('id="f"');
    expect(input?.props).toMatchObject({
      id: 'f',
      name: 'f',
      'aria-describedby': 'f-hint',
      'aria-invalid': true,
    });
  });

  test('has a JSON Schema that takes what is stored', () => {
    const validate = new Ajv2020({
      strict: false,
      formats: { date: true, uuid: true, 'idn-email': true },
    }).compile(jsonSchemas[kind]?.(field, jsonSchemas) ?? false);
    for (const answer of answers) expect(validate(answer), JSON.stringify(answer)).toBe(true);
    for (const wrong of [null, {}, [1], true]) {
      if (read(kind, wrong)?.success === false) expect(validate(wrong), JSON.stringify(wrong)).toBe(false);
    }
  });
});

test('an option that rules out the others stands alone, to our check and to the schema', () => {
  const field = { ...fieldOf('choices'), alone: ['b'] };
  const schema = checks.choices?.(field, { checks, from: 'program' });
  const validate = new Ajv2020({ strict: false }).compile(jsonSchemas.choices?.(field, jsonSchemas) ?? false);
  for (const [answer, isRight] of [
    [['b'], true],
    [['a'], true],
    [['a', 'b'], false],
    [['b', 'b'], true],
  ] as const) {
    expect(schema?.safeParse(answer).success, JSON.stringify(answer)).toBe(isRight);
    expect(validate(answer), JSON.stringify(answer)).toBe(isRight);
  }
});

test.each([
  ['811228-9874', '422.9', 'a personnummer'],
  ['1'.repeat(41), '422.7', 'more than 40 characters'],
])('a code whose pattern would take it is not %s: %s, %s', (typed, code) => {
  const field = { ...fieldOf('code'), pattern: '[0-9-]+' };
  const result = checks.code?.(field, { checks, from: 'program' }).safeParse(typed);
  expect(complaintOf(result?.error?.issues[0]).code).toBe(code);
});

test('choices are kept in the order of their list, each once', () => {
  expect(read('choices', ['b', 'a'])).toEqual({ success: true, data: ['a', 'b'] });
  expect(read('choices', 'b', 'page')).toEqual({ success: true, data: ['b'] });
});

test.each([
  [7, 'optional', 'one', '<select'],
  [7, 'required', 'group', 'type="radio"'],
  [7, 'neededToCount', 'group', 'type="radio"'],
  [8, 'required', 'one', '<select'],
] as const)('a choice among %i that is %s has %s: %s', (count, wanted, control, html) => {
  const options = Array.from({ length: count }, (_, index) => ({ code: `c${index}`, ...words }));
  const field: PublishedField = { ...fieldOf('choice'), wanted, options };
  expect(controls.choice?.(field)).toBe(control);
  expect(renderToString(h('main', null, inputs.choice?.(field, { ...slot, typed: 'c1' })))).toContain(html);
});

test('a published form with a kind of its own settings keeps them', () => {
  const field = { kind: 'integer', ...common, min: 1, max: 2 };
  const form = readPublished({
    id: 'f',
    version: 1,
    title: words,
    intro: words,
    send: 'public',
    activityDate: 'n',
    company: 'n',
    soleTrader: { field: 'n', answered: true },
    shards: [{ from: '2021-01', count: 1 }],
    sections: [{ title: words, fields: { n: field } }],
    rules: [],
  });
  expect(form.sections[0]?.fields.n).toEqual(field);
});
