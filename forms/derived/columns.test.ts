import { describe, expect, test } from 'vitest';
import { publishedEverything, rightEverything } from '../../test/everything-form.ts';
import { fieldsOf } from '../grammar/form-parts.ts';
import { loadForm, type PublishedField, type PublishedForm } from '../grammar/published.ts';
import { checks, columns } from '../kinds/all.ts';
import { publications } from '../published/index.ts';
import { rules } from '../rules/all.ts';
import { scores } from '../scores/all.ts';
import { readerOf } from './answers.ts';
import { lengthColumn, tablesOf } from './columns.ts';
import { rowMakerOf } from './rows.ts';

// The first version, which is small and has one of most that a form can have.
const found = await loadForm(publications, 'participants', 1);
if (found === undefined) throw new Error('expected participants to be published');
const form: PublishedForm = found;

function namesIn(database: string, versions = [form]): string[] {
  const table = tablesOf(versions, columns).find((each) => each.database === database);
  return table?.columns.map(({ name }) => name) ?? [];
}

const base = ['submission_id', 'root_id', 'form_version', 'activity_date', 'company_key'];

describe('the tables of a form', () => {
  test('hold what their zone may hold, free text only as its length', () => {
    expect(namesIn('analytic')).toEqual([
      ...base,
      'missing_to_count',
      'activity_length',
      'organisationsnummer',
      'organisationsnummer_missing_reason',
      'company_name_length',
      'municipality_code',
      'n_women',
      'n_men',
      'n_undisclosed',
      'note_length',
    ]);
    expect(namesIn('confidential')).toEqual([...base, 'activity', 'company_name']);
  });

  test('never hold a field that is always personal', () => {
    const personal = fieldsOf(form).filter(([, { zone }]) => zone === 'personal');
    expect(personal.map(([name]) => name)).toEqual(['note']);
    for (const [name] of personal) {
      expect(namesIn('analytic')).not.toContain(name);
      expect(namesIn('confidential')).not.toContain(name);
    }
  });

  test('have lower-case names, once each, and a comment that Glue takes', () => {
    for (const table of tablesOf([form], columns)) {
      const names = table.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name, comment } of table.columns) {
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(comment.length).toBeGreaterThan(0);
        expect(comment.length).toBeLessThanOrEqual(255);
      }
    }
  });

  test('keep every column ever published, in its place, when a version adds one', () => {
    const { note, ...others } = form.sections[2]?.fields ?? {};
    const extra = {
      ...others.n_men,
      kind: 'integer',
      label: form.title,
      wanted: 'optional',
      zone: 'analytic',
    } as const;
    const added = { title: form.title, fields: { extra, ...others } };
    const versions = [form, { ...form, version: 2, sections: [...form.sections.slice(0, 2), added] }];
    expect(note).toBeDefined();
    expect(namesIn('analytic', versions)).toEqual([...namesIn('analytic'), 'extra']);
  });
});

describe('a row', () => {
  const maker = rowMakerOf(form, tablesOf([form], columns), columns);
  const item = {
    submission_id: 'id',
    root_id: 'id',
    form: 'participants',
    form_version: 1,
    activity_date: '2026-09-10',
    channel: 'web',
    submitter_role: 'public',
    lang: 'sv',
    received_at: 1,
    changed_at: 1,
  } as const;
  const answers = {
    activity: 'Åäö 🧑‍🔧',
    activity_date: '2026-09-10',
    company_name: 'Bolaget',
    municipality_code: '1880',
    n_women: 1,
    n_men: 2,
    n_undisclosed: 0,
    note: 'hemligt',
  };

  function rowsOf(different: object) {
    const rows = maker.rowsOf({ ...item, answers: { ...answers, ...different } });
    expect(rows.map(({ database, table }) => `${database}.${table}`)).toEqual([
      'analytic.participants',
      'confidential.participants',
    ]);
    return { analytic: rows[0]?.row ?? {}, confidential: rows[1]?.row ?? {} };
  }

  test('of a company goes to the zones of a company', () => {
    const rows = rowsOf({ organisationsnummer: '556036-0793' });
    expect(rows.analytic).toMatchObject({
      company_key: '556036-0793',
      organisationsnummer: '556036-0793',
      n_men: 2,
      activity_length: 7,
      note_length: 7,
    });
    expect(rows.confidential).toMatchObject({ activity: 'Åäö 🧑‍🔧', company_name: 'Bolaget' });
    expect(JSON.stringify(rows)).not.toContain('hemligt');
    expect(JSON.stringify(rows.analytic)).not.toContain('Bolaget');
  });

  test.each(['sole_trader', 'private_person'])('of a %s keeps the stricter zones', (reason) => {
    const rows = rowsOf({ organisationsnummer_missing_reason: reason });
    expect(rows.confidential.company_name).toBeUndefined();
    expect(rows.analytic.organisationsnummer_missing_reason).toBe(reason);
    expect(JSON.stringify(rows)).not.toContain('Bolaget');
  });

  test('of an earlier version keeps the zone that the newest version made stricter', () => {
    const strict = (name: string, field: PublishedField): PublishedField =>
      name === 'n_men' ? { ...field, zone: 'confidential' } : field;
    const sections = form.sections.map(({ title, fields }) => ({
      title,
      fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, strict(name, field)])),
    }));
    const newest = { ...form, version: 2, sections };
    const tables = tablesOf([form, newest], columns);
    const [analytic, confidential] = rowMakerOf(form, tables, columns, [form, newest]).rowsOf({
      ...item,
      answers,
    });
    expect([analytic?.row.n_men, confidential?.row.n_men]).toEqual([undefined, 2]);
    const [before] = rowMakerOf(newest, tables, columns, [newest, form]).rowsOf({ ...item, answers });
    expect(before?.row.n_men).toBeUndefined();
  });

  test('is refused when an answer fits no column', () => {
    expect(() => rowsOf({ n_women: {} })).toThrow('expected text, a number');
  });
});

test('the length of a text has a name that no field has', () => {
  const names = fieldsOf(form).map(([name]) => name);
  for (const name of names) expect(names).not.toContain(lengthColumn(name));
});

describe('a form with tables in it', () => {
  const tables = tablesOf([publishedEverything], columns);
  const reading = readerOf(publishedEverything, { checks, scores, rules }).read(rightEverything, 'program');
  if ('problems' in reading) throw new Error('expected right answers');
  const rows = rowMakerOf(publishedEverything, tables, columns).rowsOf({
    submission_id: 'id',
    root_id: 'id',
    form: 'everything',
    form_version: 1,
    activity_date: '2026-09-10',
    channel: 'web',
    submitter_role: 'public',
    lang: 'sv',
    received_at: 0,
    changed_at: 0,
    answers: reading.answers,
  });
  const base = { submission_id: 'id', root_id: 'id', form_version: 1, activity_date: '2026-09-10' };
  const key = { ...base, company_key: '556036-0793' };

  test('has a table for each of them where it has a column, with the number and the name of the row', () => {
    const found = tables.map(({ database, name, columns: own }) => [
      `${database}.${name}`,
      own.slice(name.includes('__') ? 5 : own.length).map((column) => `${column.name} ${column.type}`),
    ]);
    expect(Object.fromEntries(found)).toMatchObject({
      'analytic.everything__table': [
        'row_no int',
        'area string',
        'priority int',
        'now int',
        'now_missing_reason string',
        'words_length int',
      ],
      'confidential.everything__table': ['row_no int', 'area string', 'words string'],
      'analytic.everything__people': ['row_no int', 'name_length int', 'role string', 'role_note_length int'],
      'confidential.everything__people': ['row_no int', 'role_note string'],
    });
  });

  test('has a row for each row, named rows in the order of their list', () => {
    const of = (database: string, table: string) =>
      rows.filter((each) => each.database === database && each.table === table).map(({ row }) => row);
    expect(of('analytic', 'everything__table')).toEqual([
      { ...key, row_no: 1, area: 'quality', priority: 3, now: 3, words_length: 4 },
      { ...key, row_no: 2, area: 'energy', priority: 0, now_missing_reason: 'not_assessed' },
      { ...key, row_no: 3, area: 'people', priority: 1, now: 2 },
    ]);
    expect(of('confidential', 'everything__people')).toEqual([
      { ...key, row_no: 1, role_note: 'Chef' },
      { ...key, row_no: 2 },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Anna');
  });

  test('keeps numbers, moments and yes or no as what they are, and says what is missing to count', () => {
    expect(rows[0]?.row).toMatchObject({
      sure: false,
      n_all: 3,
      state: 3,
      moment: Date.parse('2026-09-10T13:30:00Z'),
      top: ['quality', 'people'],
      missing_to_count: [],
    });
    expect(rows[1]?.row).toMatchObject({ cost: 1200.5, title: 'Rubrik', why: 'Därför' });
  });
});

test('the rows of an anonymous form have nothing that leads to one answer', () => {
  const anonymous = { ...form, anonymous: true } as const;
  const tables = tablesOf([anonymous], columns);
  expect(tables.map((table) => table.columns[0]?.name)).toEqual(['form_version', 'form_version']);
  const names = tables.flatMap((table) => table.columns.map(({ name }) => name));
  expect(names).not.toEqual(expect.arrayContaining(['submission_id', 'root_id', 'company_key', 'lang']));
});
