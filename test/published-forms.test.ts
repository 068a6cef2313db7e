import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answered } from '../forms/grammar/conditions.ts';
import type { Field } from '../forms/grammar/field.ts';
import { type Form, section } from '../forms/grammar/form.ts';
import { readPublished } from '../forms/grammar/published.ts';
import { forms } from '../forms/index.ts';
import { computed } from '../forms/kinds/computed.ts';
import { integer } from '../forms/kinds/integer.ts';
import { matrix } from '../forms/kinds/matrix.ts';
import { rows } from '../forms/kinds/rows.ts';
import { scale } from '../forms/kinds/scale.ts';
import { text } from '../forms/kinds/text.ts';
import { municipalities } from '../forms/lists/municipalities.ts';
import { participants } from '../forms/participants.ts';
import { breaksIn } from '../infra/publishing/breaks.ts';
import { publication } from '../infra/publishing/publication.ts';
import { everything } from './everything-form.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const folder = new URL('../forms/', import.meta.url);

test('what is published is what is declared: publishing again would write nothing', () => {
  for (const [path, text] of publication(forms, now)) {
    const file = new URL(path, folder);
    expect(existsSync(file), `run npm run forms:publish: ${path} is missing`).toBe(true);
    expect(readFileSync(file, 'utf8'), `run npm run forms:publish: ${path} is not up to date`).toBe(text);
  }
});

const [activity, organisation, person, people] = participants.sections;

/** What is written when `participants` is this instead, and every other form is as it was. */
function publicationWith(changed: Form) {
  return publication([...forms.filter(({ id }) => id !== 'participants'), changed], now);
}

test('a form that gained a field gets its next version, and the one before stays', () => {
  const label = { sv: 'Antal anställda', en: 'Number of staff' };
  const staff = integer({ label, wanted: 'optional', min: 0, max: 9, zone: 'analytic' });
  const fields = { ...people.fields, staff };
  const files = publicationWith({
    ...participants,
    sections: [activity, organisation, person, { ...people, fields }],
  });
  expect([...files.keys()].filter((path) => path.endsWith('.json'))).toEqual([
    'published/participants/3.json',
  ]);
  expect(JSON.parse(files.get('published/participants/3.json') ?? '')).toMatchObject({
    version: 3,
    published: '2026-11-24',
  });
  expect(files.get('published/index.ts')).toMatch(
    /current: 3[\s\S]*2: \(\) => import[\s\S]*3: \(\) => import/,
  );
});

test('a published field cannot go while its form looks at it, nor change its kind', () => {
  const without = { ...participants, sections: [activity, organisation, person] };
  expect(() => publicationWith(without)).toThrow(
    'participants: the published field n_women is gone, but the form still looks at it',
  );
  const fields = { ...people.fields, note: people.fields.n_men };
  const changed = { ...participants, sections: [activity, organisation, person, { ...people, fields }] };
  expect(() => publicationWith(changed)).toThrow('the published field note was long-text and is now integer');
});

test('a published form has to stay', () => {
  expect(() => publication([], now)).toThrow(
    'participants: is published, so it has to stay in forms/index.ts',
  );
});

test.each([
  [[{ from: '2021-01', count: 4 }], 'the published shards changed'],
  [[...participants.shards, { from: '2026-11', count: 4 }], 'can begin in a month after 2026-11 only'],
])('shards %j cannot be published: keys depend on them', (shards, sentence) => {
  expect(() => publicationWith({ ...participants, shards })).toThrow(sentence);
});

test('another shard count can begin in a month to come', () => {
  const shards = [...participants.shards, { from: '2026-12', count: 4 }];
  expect(publicationWith({ ...participants, shards }).has('published/participants/3.json')).toBe(true);
});

const words = { sv: 'ord', en: 'word' };
const optional = { label: words, wanted: 'optional', zone: 'analytic' } as const;
const count = { ...optional, min: 0, max: 9 } as const;
const list = (fields: Record<string, Field>) =>
  rows({ ...optional, rowTitle: words, addRow: words, max: 2, fields });
const table = (more: { item?: string; given?: object; fields: Record<string, Field> }) =>
  matrix(municipalities, { ...optional, item: 'municipality', mandatory: [], more: words, ...more });

test.each<[string, Record<string, Field>, string]>([
  ['a field named as a column of every table', { company_key: integer(count) }, 'company_key is taken'],
  [
    'a field named as the length of another',
    { note_length: integer(count) },
    'note_length of note_length is taken by note',
  ],
  [
    'a field named as the second column of another',
    {
      q: scale({ ...optional, from: 1, to: 5, none: [{ code: 'na', ...words }] }),
      q_missing_reason: integer(count),
    },
    'q_missing_reason is taken by q',
  ],
  ['a cell named as a column of every table', { list: list({ row_no: integer(count) }) }, 'row_no is taken'],
  [
    'a table in a table',
    { list: list({ inner: list({ n: integer(count) }) }) },
    'inner is a table in a table',
  ],
  [
    'a number that no column holds',
    { big: integer({ ...count, max: 2 ** 31 }) },
    'big is not as integer needs it',
  ],
  [
    'a row called as no column can be',
    { table: table({ item: 'Area; drop', fields: { n: integer(count) } }) },
    '"item"',
  ],
  [
    'a score that there is none of',
    {
      total: computed(
        { compute: 'nope@9', of: ['n_men'], output: 'int' },
        { label: words, zone: 'analytic' },
      ),
    },
    'total is nope@9, which is no score',
  ],
  [
    'a score of what is personal',
    {
      total: computed(
        { compute: 'quarter@1', of: ['note'], output: 'string' },
        { label: words, zone: 'analytic' },
      ),
    },
    'total would bring note, which is personal, into the lake',
  ],
  [
    'a cell that is copied from a stricter zone',
    {
      secret: integer({ ...count, zone: 'personal' }),
      table: table({ given: { n: { '1880': 'secret' } }, fields: { n: integer(count) } }),
    },
    'table takes n from secret, which is in a stricter zone',
  ],
  ['a field that stands twice', { n_men: integer(count) }, 'n_men stands twice'],
  [
    'a condition on a question that comes later',
    { early: integer({ ...count, shownWhen: answered('late') }), late: integer(count) },
    'early is shown because of late, which is not asked before it',
  ],
  [
    'a comment that Glue would cut',
    { long: integer({ ...count, label: { sv: 'x'.repeat(256), en: 'x' } }) },
    'the column long needs a short name',
  ],
  [
    'a score of what is no field',
    {
      total: computed(
        { compute: 'sum@1', of: ['n_boys'], output: 'int' },
        { label: words, zone: 'analytic' },
      ),
    },
    'total is computed from n_boys, which is no field',
  ],
  [
    'a condition on a score',
    {
      total: computed({ compute: 'sum@1', of: ['n_men'], output: 'int' }, { label: words, zone: 'analytic' }),
      more: integer({ ...count, shownWhen: answered('total') }),
    },
    'more is shown because of total, which is not asked before it',
  ],
  [
    'a cell that is copied from another kind',
    {
      table: table({ given: { n: { '1880': 'note' } }, fields: { n: integer(count) } }),
    },
    'table takes n from note, which is no field of the same kind',
  ],
  [
    'free text in the analytic zone',
    { words: text({ ...optional, max: 9 }) },
    'words is free text, which the analytic zone never has',
  ],
  [
    'free text that is analytic for a company, in a table',
    {
      table: table({
        fields: { n: text({ ...optional, max: 9, zone: { company: 'analytic', soleTrader: 'personal' } }) },
      }),
    },
    'n is free text, which the analytic zone never has',
  ],
])('%s cannot be published', (_, fields, sentence) => {
  const more = section(words, fields);
  expect(() => publicationWith({ ...participants, sections: [...participants.sections, more] })).toThrow(
    sentence,
  );
});

test('the activity date has to be a date that is always required', () => {
  expect(() => publicationWith({ ...participants, activityDate: 'note' })).toThrow(
    'the activity date note has to be a date that is always required',
  );
});

test('the activity date is in every table, so its zone is the analytic one', () => {
  const sections = participants.sections.map(({ title, fields }) =>
    section(title, {
      ...fields,
      ...('activity_date' in fields && { activity_date: { ...fields.activity_date, zone: 'personal' } }),
    }),
  );
  expect(() => publicationWith({ ...participants, sections })).toThrow(
    'activity_date is the activity date, which every table has, and its zone is not analytic',
  );
});

test.each(['submission-log', 'access-log'])('no form takes the place of a log: %s', (id) => {
  expect(() => publication([...forms, { ...participants, id }], now)).toThrow(
    `its table would be the ${id.replace('-', '_')}`,
  );
});

test('an anonymous form has nothing that puts rows together, or tells a company', () => {
  const secret = {
    ...participants,
    id: 'secret',
    anonymous: true,
    sections: [...participants.sections, section(words, { list: list({ n: integer(count) }) })],
  } as const;
  expect(() => publication([...forms, secret], now)).toThrow(
    /secret: list is a table, which[\s\S]*cannot name a company[\s\S]*has its date as a field/,
  );
  expect(() => publicationWith({ ...participants, anonymous: true })).toThrow('stays anonymous, or not');
});

test('a published column keeps its type, in tables too', () => {
  const published = readPublished(JSON.parse(JSON.stringify({ version: 1, ...everything })));
  const other = JSON.parse(JSON.stringify(published));
  other.sections[1].fields.share.decimals = 3;
  delete other.sections[2].fields.people.fields.role_note;
  other.sections[2].fields.table.fields.now.kind = 'integer';
  expect(breaksIn(other, published, '2026-11')).toEqual([
    expect.stringContaining('the column share was decimal(18,2) and is now decimal(18,3)'),
    expect.stringContaining('the published field table.now was scale and is now integer'),
    expect.stringContaining('the published field role_note of people is gone'),
  ]);
});

test('what a column means stays: a scale’s steps, what is computed, what rows are called by', () => {
  const published = readPublished(JSON.parse(JSON.stringify({ version: 1, ...everything })));
  const other = JSON.parse(JSON.stringify(published));
  other.sections[2].fields.state.to = 10;
  other.sections[1].fields.n_all.of = ['n_old'];
  other.sections[2].fields.table.item = 'topic';
  expect(breaksIn(other, published, '2026-11')).toEqual([
    expect.stringContaining('the published field n_all was of another of'),
    expect.stringContaining('the published field state was of another to'),
    expect.stringContaining('the published field table was of another item'),
  ]);
});
