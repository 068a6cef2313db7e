import { describe, expect, test } from 'vitest';
import { publishedEverything } from '../../test/everything-form.ts';
import { readPublished } from '../grammar/published.ts';
import { columns, jsonSchemas as schemas } from '../kinds/all.ts';
import { markdown } from './dictionary/markdown.ts';
import { dataPackage } from './dictionary/package.ts';
import { inBoth } from './dictionary/words.ts';
import { dictionaryOf } from './dictionary.ts';

const words = (sv: string, en: string) => ({ sv, en });
const optional = { wanted: 'optional', zone: 'analytic' };
const red = { code: 'red', sv: 'Röd', en: 'Red' };
const blue = { code: 'blue', sv: 'Blå', en: 'Blue' };

/** A made-up form, in the two versions that it was published in. */
const [first, second] = [
  {
    colour: {
      kind: 'choice',
      list: 'colours',
      options: [red, blue],
      ...optional,
      wanted: 'required',
      label: words('Färg?', 'Colour?'),
    },
    n_old: { kind: 'integer', min: 0, max: 10, ...optional, label: words('Gamla', 'Old') },
    n_all: { kind: 'integer', min: 5, max: 10, ...optional, wanted: 'required', label: words('Alla', 'All') },
    nickname: {
      kind: 'code',
      pattern: '[a-z]+',
      format: words('Så', 'So'),
      ...optional,
      label: words('Smeknamn', 'Nickname'),
    },
    people: {
      kind: 'rows',
      ...optional,
      label: words('Personer', 'People'),
      rowTitle: words('Person', 'Person'),
      addRow: words('Fler', 'More'),
      max: 3,
      fields: {
        role: { kind: 'text', max: 9, ...optional, zone: 'confidential', label: words('Roll', 'Role') },
      },
    },
  },
  {
    colour: {
      kind: 'choice',
      list: 'colours',
      options: [{ ...red, sv: 'Rött' }],
      ...optional,
      wanted: 'required',
      label: words('Vilken färg?', 'Which colour?'),
    },
    n_all: { kind: 'integer', min: 0, max: 20, ...optional, label: words('Alla', 'All') },
    nickname: {
      kind: 'code',
      pattern: '[a-z]+',
      format: words('Så', 'So'),
      ...optional,
      zone: 'personal',
      label: words('Smeknamn', 'Nickname'),
    },
    people: {
      kind: 'rows',
      ...optional,
      label: words('Personer', 'People'),
      rowTitle: words('Person', 'Person'),
      addRow: words('Fler', 'More'),
      max: 3,
      fields: {
        hours: {
          kind: 'decimal',
          decimals: 1,
          min: 0,
          max: 9,
          unit: words('timmar', 'hours'),
          ...optional,
          label: words('Tid', 'Time'),
        },
      },
    },
    n_new: {
      kind: 'integer',
      min: 0,
      max: 10,
      ...optional,
      wanted: 'required',
      label: words('Nya | fler', 'New | more'),
    },
    secret: { kind: 'text', max: 9, ...optional, zone: 'personal', label: words('Hemligt', 'Secret') },
  },
].map((fields, index) =>
  readPublished({
    ...{
      id: 'made-up',
      version: index + 1,
      title: words('Påhittat', 'Made up'),
      intro: words('–', '–'),
      send: 'public',
    },
    ...{ shards: [{ from: '2021-01', count: 1 }], rules: [] },
    sections: [{ title: words('Allt', 'All'), fields }],
  }),
);
if (first === undefined || second === undefined) throw new Error('expected two versions, got fewer');

const dictionary = dictionaryOf([[first, second]], { columns, schemas });
const resources = new Map(dataPackage(dictionary).resources.map((each) => [each.name, each]));
const fieldOf = (table: string, name: string) =>
  resources.get(table)?.schema.fields.find((each) => each.name === name);

describe('a form in two versions', () => {
  test('has every column ever published, with when each came and went', () => {
    const versions = Object.fromEntries(
      resources.get('analytic.made_up')?.schema.fields.map(({ name, versions: notes }) => [name, notes]) ??
        [],
    );
    expect(versions).toMatchObject({
      colour: { from: 1, reworded: [{ until: 1, label: words('Färg?', 'Colour?') }] },
      n_old: { from: 1, retired: 2, reworded: [] },
      n_all: { from: 1, reworded: [] },
      n_new: { from: 2, reworded: [] },
    });
    expect(fieldOf('confidential.made_up__people', 'role')?.versions).toMatchObject({ from: 1, retired: 2 });
    expect(fieldOf('analytic.made_up__people', 'hours')?.versions).toMatchObject({ from: 2 });
  });

  test('has the words of the newest, and codes that can no longer be chosen', () => {
    expect(fieldOf('analytic.made_up', 'colour')).toMatchObject({
      title: 'Vilken färg?',
      constraints: { required: true, enum: ['red', 'blue'] },
      codes: [
        { code: 'red', sv: 'Rött', en: 'Red', current: true },
        { ...blue, current: false },
      ],
    });
  });

  test('has limits that hold for the rows of both', () => {
    expect(fieldOf('analytic.made_up', 'n_all')?.constraints).toEqual({
      required: false,
      minimum: 0,
      maximum: 20,
    });
    // The rows of the first version have no value.
    expect(fieldOf('analytic.made_up', 'n_new')?.constraints.required).toBe(false);
  });

  test('says that a column stays empty when its field has become personal', () => {
    expect(fieldOf('analytic.made_up', 'nickname')).toMatchObject({ zones: { company: 'personal' } });
    expect(markdown(dictionary, 'en')).toMatch(
      /`nickname`.*Always empty: the answer is exported no longer\./,
    );
    expect(dictionary.neverExported.map(({ field }) => field)).toEqual(['secret']);
  });

  test.each([
    [
      'sv',
      [
        /`colour`.*Till och med version 1 löd frågan ”Färg\?”\./,
        /`n_old`.*Utgått i version 2\./,
        /`n_new`.*Nya \\\| fler\. Sedan version 2\./,
        /`hours`.*Tid – timmar\..*Enhet: timmar\./,
        /`blue` Blå \(utgått\)/,
      ],
    ],
    [
      'en',
      [
        /`colour`.*Up to version 1 the question was “Colour\?”\./,
        /`n_old`.*Retired in version 2\./,
        /`n_new`.*New \\\| more\. Since version 2\./,
        /`hours`.*Time – hours\..*Unit: hours\./,
        /`blue` Blue \(expired\)/,
      ],
    ],
  ] as const)('is told of in %s', (lang, lines) => {
    const document = markdown(dictionary, lang);
    for (const line of lines) expect(document).toMatch(line);
  });
});

test('a view is described as it says of itself', () => {
  const comment = words('Företag, en rad var', 'Companies, one row each');
  const name = { name: 'company_key', type: 'string', comment: words('Nyckel', 'Key') } as const;
  const view = { database: 'analytic', name: 'companies', comment, columns: [name] } as const;
  const last = dataPackage(dictionaryOf([[first]], { columns, schemas }, [view])).resources.at(-1);
  expect(last).toMatchObject({
    ...{ name: 'analytic.companies', title: 'Företag, en rad var', en: { title: 'Companies, one row each' } },
    schema: { fields: [{ name: 'company_key', type: 'string', title: 'Nyckel', en: { meaning: 'Key' } }] },
  });
});

test.each([
  ['that only some rows need', { mandatoryCells: ['priority'] }],
  ['that is asked elsewhere for some rows', { given: { priority: { quality: 'state' } } }],
])('a cell %s is not said to be always there', (_, setting) => {
  const sections = publishedEverything.sections.map(({ fields, ...section }) => {
    const { table, ...others } = fields;
    return {
      ...section,
      fields: table === undefined ? fields : { ...others, table: { ...table, ...setting } },
    };
  });
  const isThere = (form: object) =>
    dictionaryOf([[readPublished(form)]], { columns, schemas })
      .tables.find(({ name }) => name === 'everything__table')
      ?.columns.find(({ name }) => name === 'priority')?.isRequired;
  expect([isThere(publishedEverything), isThere({ ...publishedEverything, sections })]).toEqual([
    true,
    false,
  ]);
});

test('a comment of ours that nobody has said in English is noticed', () => {
  expect(() => inBoth('Något nytt')).toThrow('expected the comment "Något nytt" to have English words');
});
