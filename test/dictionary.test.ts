import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeLists } from '../forms/derived/codes.ts';
import { markdown } from '../forms/derived/dictionary/markdown.ts';
import { dataPackage } from '../forms/derived/dictionary/package.ts';
import { dictionaryOf } from '../forms/derived/dictionary.ts';
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns, jsonSchemas as schemas } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { lakeViews } from '../functions/reports/views.ts';
import { tabularDataPackage } from './data-package.ts';
import { publishedEverything } from './everything-form.ts';
import { start } from './serve.ts';

const published = [...(await loadAll(publications)), [publishedEverything]];
const views = lakeViews(await loadAll(publications), columns);
const dictionary = dictionaryOf(published, { columns, schemas }, views);
const described = dataPackage(dictionary);
const tables = [...lakeTables(published, columns), ...views];

const unique = (names: readonly string[]) => expect(names).toEqual([...new Set(names)]);
describe('the Data Package', () => {
  test('is what the specification asks for', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(tabularDataPackage);
    expect([validate(JSON.parse(JSON.stringify(described))), validate.errors]).toEqual([true, null]);
  });

  test('has names that are unique, and keys that exist and are always there', () => {
    unique(described.resources.map(({ name }) => name));
    for (const { name, schema } of described.resources) {
      const names = schema.fields.map((field) => field.name);
      unique(names);
      for (const key of schema.primaryKey ?? []) {
        const field = schema.fields.find((each) => each.name === key);
        expect([name, key, field?.constraints.required]).toEqual([name, key, true]);
      }
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(names).toContain(fields);
        const other = described.resources.find((each) => each.name === reference.resource);
        expect([name, other?.schema.primaryKey]).toEqual([name, [reference.fields]]);
      }
    }
  });

  test('has every table and view of the lake with every column, in their order, and no other', () => {
    expect(described.resources.map(({ name }) => name)).toEqual(
      tables.map(({ database, name }) => `${database}.${name}`),
    );
    const types = {
      string: 'string',
      int: 'integer',
      bigint: 'integer',
      double: 'number',
      'decimal(18,1)': 'number',
      'decimal(18,2)': 'number',
      'decimal(18,3)': 'number',
      'decimal(18,4)': 'number',
      boolean: 'boolean',
      date: 'date',
      timestamp: 'datetime',
      // In a CSV file they are joined.
      'array<string>': 'string',
    };
    for (const [index, table] of tables.entries()) {
      expect(
        described.resources[index]?.schema.fields.map(({ name, type, lakeType }) => [name, type, lakeType]),
      ).toEqual(table.columns.map(({ name, type }) => [name, types[type], type]));
    }
  });

  test('says in Swedish what the lake says of each column', () => {
    for (const [index, table] of lakeTables(published, columns).entries()) {
      expect(dictionary.tables[index]?.columns.map(({ meaning }) => meaning.sv)).toEqual(
        table.columns.map(({ comment }) => comment),
      );
    }
  });

  test('has every field of every form: as columns, as a table, or as never exported', () => {
    const questions = dictionary.tables.flatMap(({ form, field, columns: own }) => [
      ...own.flatMap(({ question }) =>
        question === undefined ? [] : [`${question.form} ${question.field}`],
      ),
      ...(field === undefined ? [] : [`${form} ${field}`]),
    ]);
    const never = dictionary.neverExported.map(({ form, field }) => `${form} ${field}`);
    unique(never);
    for (const versions of published) {
      for (const form of versions) {
        for (const [name, field] of fieldsOf(form)) {
          expect([...questions, ...never]).toContain(`${form.id} ${name}`);
          for (const [cell, { zone }] of Object.entries(field.fields ?? {})) {
            expect(zone === 'personal' ? never : questions).toContain(`${form.id} ${name}.${cell}`);
          }
          if (field.fields === undefined) {
            expect([name, never.includes(`${form.id} ${name}`)]).toEqual([name, field.zone === 'personal']);
          }
        }
      }
    }
  });

  test('has the codes of every list that a column is answered with', () => {
    const lists = new Map(codeLists(published).map(({ list, codes }) => [list, codes]));
    const found = described.resources.flatMap(({ schema }) => schema.fields.filter(({ list }) => list));
    // What a contact has agreed to is in no table.
    const answered = [...lists.keys()].filter((list) => list !== 'handover_bases');
    expect(new Set(found.map(({ list }) => list))).toEqual(new Set(answered));
    for (const { list = '', codes } of found) expect(lists.get(list)).toEqual(codes);
  });
});

const fieldOf = (resource: string, name: string) =>
  described.resources
    .find((each) => each.name === resource)
    ?.schema.fields.find((each) => each.name === name);

describe('a column', () => {
  test('has the limits and codes of its field', () => {
    expect(fieldOf('analytic.participants', 'n_women')).toMatchObject({
      title: 'Antal kvinnor',
      // Of persons who are named one by one there is no number.
      constraints: { required: false, minimum: 0, maximum: 10_000 },
      ...{ form: 'participants', field: 'n_women', kind: 'integer', wanted: 'required' },
    });
    expect(fieldOf('analytic.participants', 'municipality_code')).toMatchObject({
      constraints: { enum: expect.arrayContaining(['1880']) },
      list: 'municipalities',
      codes: expect.arrayContaining([{ code: '1880', sv: 'Örebro', en: 'Örebro', current: true }]),
    });
    expect(fieldOf('analytic.needs_analysis', 'visit_date')?.constraints).toEqual({
      ...{ required: true, minimum: '2021-01-01', maximum: '2099-12-31' },
    });
    expect(fieldOf('confidential.needs_analysis', 'turnover_msek')).toMatchObject({
      ...{ type: 'number', decimalChar: ',' },
      en: { meaning: 'Turnover – million SEK', unit: 'million SEK' },
    });
  });

  test('says when it is asked, and what is wanted then', () => {
    expect(fieldOf('confidential.everything', 'why')).toMatchObject({
      constraints: { required: false },
      wanted: 'required',
      sv: { askedWhen: '”Säker?” är ”Nej” och (”Färg” är ”Röd” eller ”Webb” är besvarad)' },
      en: { askedWhen: '“Sure?” is “No” and (“Colour” is “Red” or “Web” is answered)' },
    });
    expect(fieldOf('analytic.everything', 'top')).toMatchObject({
      wanted: 'requiredWhen',
      sv: { requiredWhen: '”Tabell” har någon rad där ”Prioritet” är 3' },
    });
    expect(fieldOf('analytic.everything', 'share')).toMatchObject({
      sv: { askedWhen: '”Gamla” är minst 1 och ”Färg” är besvarad med annat än ”Blå”' },
    });
    expect(fieldOf('analytic.evaluation', 'q_new_contacts')).toMatchObject({
      en: {
        askedWhen:
          '“Activity” is “Network meeting”, “Workshop” or “Meeting of the network Kvinna i industrin”',
      },
    });
  });

  test('is said to be always there only when it is, whatever was answered and of whom', () => {
    const always = (resource: string) =>
      described.resources
        .find(({ name }) => name === resource)
        ?.schema.fields.flatMap(({ name, constraints }) => (constraints.required ? [name] : []));
    expect(always('analytic.everything')).toEqual([
      ...['submission_id', 'root_id', 'form_version', 'activity_date', 'day', 'colour', 'sure'],
    ]);
    expect(always('confidential.everything')).toEqual([
      'submission_id',
      'root_id',
      'form_version',
      'activity_date',
    ]);
    expect(always('analytic.everything__table')).toEqual([
      ...['submission_id', 'root_id', 'form_version', 'activity_date', 'row_no', 'area', 'priority'],
    ]);
    expect(always('analytic.evaluation')).toContain('activity_kind');
    expect(always('analytic.evaluation')).not.toContain('q_learning');
  });
});

describe.each(['sv', 'en'] as const)('the document in %s', (lang) => {
  const chapters = new Map(
    markdown(dictionary, lang)
      .split(/^## /m)
      .map((chapter) => [chapter.slice(0, chapter.indexOf('\n')), chapter]),
  );

  test('has a chapter for each table, with a line for each column in both its meaning and its type', () => {
    for (const { database, name, title, columns: own } of dictionary.tables) {
      const chapter = chapters.get(`${database}.${name}`) ?? '';
      expect(chapter).toContain(`**${title[lang].replace(/[.?!]$/, '')}`);
      const lines = chapter.split('\n').filter((line) => line.startsWith('| `'));
      expect(lines.map((line) => line.split(' | ').slice(0, 2).join(' '))).toEqual(
        own.map((column) => `| \`${column.name}\` \`${column.type}\``),
      );
      for (const line of lines) expect(line.match(/(?<!\\)\|/g), line).toHaveLength(6);
    }
  });

  test('names what is never exported', () => {
    const chapter = chapters.get(
      { sv: 'Svar som aldrig exporteras', en: 'Answers that are never exported' }[lang],
    );
    for (const { form, field } of dictionary.neverExported) {
      expect(chapter).toContain(`| \`${form}\` | \`${field}\` |`);
    }
  });
});

describe('npm run dictionary', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dictionary-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (...args: string[]) => {
    const program = start(['infra/commands/dictionary.ts', ...args], { DATA_DIR: join(folder, 'data') });
    return { code: await program.ended, text: program.printed() };
  };

  test('writes what it says, the same each time, and starts nothing', async () => {
    const out = join(folder, 'out');
    const first = await run('--out', out);
    expect(first.code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['datapackage.json', 'dictionary.en.md', 'dictionary.sv.md']);
    const read = () => readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
    for (const name of readdirSync(out)) expect(first.text).toContain(`${join(out, name)}\n`);
    const before = read();
    expect(await run('--out', out)).toEqual(first);
    expect([read(), existsSync(join(folder, 'data'))]).toEqual([before, false]);
    const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8'));
    const own = [...lakeTables(await loadAll(publications), columns), ...views];
    expect(resources.map(({ path }: { path: string }) => path)).toEqual(
      own.map(({ database, name }) => `${database}.${name}.csv`),
    );
  });

  test('tells how it is used when it does not understand', async () => {
    for (const args of [['--oot', 'x'], ['x'], ['--out='], ['--out']]) {
      const { code, text } = await run(...args);
      expect([args, code, text]).toEqual([args, 2, expect.stringMatching(/^usage: npm run dictionary/)]);
    }
  });
});
