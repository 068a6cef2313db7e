import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { columnTypes } from '../grammar/kind.ts';
import { type PublishedField, readPublished } from '../grammar/published.ts';
import { checks, columns, controls, inputs, jsonSchemas, shows, writers } from './all.ts';

const words = { sv: 'ord', en: 'word' };
const common = { label: words, wanted: 'optional', zone: 'analytic' } as const;
const options = [
  { code: 'a', sv: 'Å', en: 'A' },
  { code: 'b', sv: 'Ä', en: 'B' },
];

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
  organisationsnummer: {
    field: {},
    answers: ['556036-0793', '212000-0142', '232100-0164'],
    refused: ['811228-9874', '559999-9999', 'abc', 5560360793, null],
  },
};

function fieldOf(kind: string): PublishedField {
  return { kind, ...common, ...samples[kind]?.field };
}

test('every file of a kind is in the list of kinds, and every kind has samples here', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'all.ts')
    .map((name) => name.replace('.ts', ''));
  for (const list of [checks, columns, controls, inputs, jsonSchemas, shows, writers, samples]) {
    expect(Object.keys(list).sort()).toEqual(files.sort());
  }
});

describe.each(Object.keys(samples))('%s', (kind) => {
  const field = fieldOf(kind);
  const { answers = [], refused = [] } = samples[kind] ?? {};
  const schema = checks[kind]?.(field);
  const slot = { id: 'f', name: 'f', lang: 'sv', describedBy: 'f-hint', invalid: true } as const;

  test('reads what it writes, and what it stores', () => {
    for (const answer of answers) {
      expect(schema?.safeParse(writers[kind]?.(answer))).toEqual({ success: true, data: answer });
      expect(schema?.safeParse(answer)).toEqual({ success: true, data: answer });
    }
  });

  test('refuses anything else, with words in both languages', () => {
    for (const wrong of refused) expect(schema?.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });

  test('has a column, and shows its answers in both languages', () => {
    expect(columnTypes).toContain(columns[kind]?.type);
    for (const answer of answers) {
      for (const lang of ['sv', 'en'] as const) expect(shows[kind]?.(field, answer, lang)).not.toBe('');
    }
  });

  test('has an input that keeps what was typed and says that it is wrong', () => {
    const typed = writers[kind]?.(answers[0]) ?? '';
    const input = inputs[kind]?.(field, { ...slot, typed });
    if (controls[kind] === 'group') return expect(JSON.stringify(input)).toContain('"checked":true');
    expect(input?.props).toMatchObject({
      id: 'f',
      name: 'f',
      'aria-describedby': 'f-hint',
      'aria-invalid': true,
    });
    expect(JSON.stringify(input)).toContain(JSON.stringify(typed));
  });

  test('has a JSON Schema that takes what is stored', () => {
    const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(
      jsonSchemas[kind]?.(field) ?? false,
    );
    for (const answer of answers) expect(validate(answer), JSON.stringify(answer)).toBe(true);
    for (const wrong of [null, {}, [1], true]) expect(validate(wrong)).toBe(false);
  });
});

test('choices are kept in the order of their list, each once', () => {
  expect(checks.choices?.(fieldOf('choices')).safeParse(['b', 'a'])).toEqual({
    success: true,
    data: ['a', 'b'],
  });
  expect(checks.choices?.(fieldOf('choices')).safeParse('b')).toEqual({ success: true, data: ['b'] });
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
