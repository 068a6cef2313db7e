import { readerOf } from '../forms/derived/answers.ts';
import { tablesOf } from '../forms/derived/columns.ts';
import type { Zone } from '../forms/grammar/field.ts';
import type { Form } from '../forms/grammar/form.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import { ofKind } from '../forms/grammar/kind.ts';
import { readPublished } from '../forms/grammar/published.ts';
import { missingToCount, type NamedFields, type Values } from '../forms/grammar/reading.ts';
import { checks, columns, writers } from '../forms/kinds/all.ts';
import { rules } from '../forms/rules/all.ts';
import { scores } from '../forms/scores/all.ts';
import { mistakesIn } from '../infra/publishing/checks.ts';

/** A form as it would be published, with what tests ask of it. */
export function declaredForm(form: Form) {
  const published = readPublished(JSON.parse(JSON.stringify({ version: 1, ...form })));
  const fields = fieldsOf(published);
  const reader = readerOf(published, { checks, scores, rules });
  return {
    published,
    /** Why it cannot be published. */
    mistakes: () => mistakesIn(published),
    /** What a program's answers are read as. */
    read: (sent: Values) => reader.read(sent, 'program'),
    /** The same answers as a page sends them, read from there. */
    readFromPage: (answers: Values) => reader.read(typedOf(fields, answers), 'page'),
    /** What is wrong with a program's answers: paths and codes. */
    problems: (sent: Values): string[] => {
      const reading = reader.read(sent, 'program');
      return 'problems' in reading ? reading.problems.map(({ path, code }) => `${path} ${code}`) : [];
    },
    /** Paths of what the answers still need to count. */
    waitsFor: (answers: Values) => missingToCount(fields, answers),
    /** The zone of every field, those of a table's rows by its name and theirs. */
    zones: () => Object.fromEntries(zonesOf(fields, '')),
    /** The columns of its own that the lake has in a database, by table. */
    lake: (database: 'analytic' | 'confidential') =>
      Object.fromEntries(
        tablesOf([published], columns)
          .filter((table) => table.database === database)
          .map((table) => [table.name, table.columns.map(({ name }) => name).filter(isOwn)]),
      ),
  };
}

/** The answers with these changes; what is undefined is left out. */
export function changed(answers: object, changes: object): Values {
  return Object.fromEntries(
    Object.entries({ ...answers, ...changes }).filter(([, value]) => value !== undefined),
  );
}

function typedOf(fields: NamedFields, answers: Values) {
  return Object.fromEntries(
    fields
      .filter(([name, { kind }]) => kind !== 'computed' && answers[name] !== undefined)
      .map(([name, field]) => [name, ofKind(writers, field.kind)(answers[name], field, writers)]),
  );
}

function zonesOf(fields: NamedFields, before: string): [string, Zone][] {
  return fields.flatMap(([name, field]) => [
    [`${before}${name}`, field.zone] as [string, Zone],
    ...zonesOf(Object.entries(field.fields ?? {}), `${before}${name}.`),
  ]);
}

const ofEveryTable = [
  'submission_id',
  'root_id',
  'form_version',
  'activity_date',
  'company_key',
  'missing_to_count',
];

function isOwn(name: string): boolean {
  return !ofEveryTable.includes(name);
}
