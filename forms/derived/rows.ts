import { holds } from '../grammar/conditions.ts';
import { zoneOf } from '../grammar/field.ts';
import { type KindPart, ofKind } from '../grammar/kind.ts';
import { fieldsOf, type PublishedForm } from '../grammar/published.ts';
import { type Database, databases, lengthColumn } from './columns.ts';
import type { SubmissionItem } from './item.ts';

/** Values by column name; a column without a key is null. */
export type Row = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Makes the rows of one version's submissions. */
export interface RowMaker {
  /** The submission's row in each database. Throws, naming the field, when an answer fits no column. */
  rowsOf(item: SubmissionItem): Record<Database, Row>;
}

/** Everything that a row needs of its version is looked up once, here. */
export function rowMakerOf(form: PublishedForm, columns: KindPart<'column'>): RowMaker {
  const fields = fieldsOf(form).map(([name, field]) => ({
    name,
    freeText: ofKind(columns, field.kind).freeText,
    zones: { company: zoneOf(field.zone, false), soleTrader: zoneOf(field.zone, true) },
  }));

  function rowsOf(item: SubmissionItem): Record<Database, Row> {
    const { answers } = item;
    const owner = holds(form.soleTrader, answers) ? 'soleTrader' : 'company';
    const companyField = fields.find(({ name }) => name === form.company);
    const base = {
      submission_id: item.submission_id,
      root_id: item.root_id,
      form_version: item.form_version,
      activity_date: item.activity_date,
      company_key:
        companyField?.zones[owner] === 'analytic' ? cell(form.company, answers[form.company]) : undefined,
    };
    const rows: Record<Database, Record<string, Row[string]>> = {
      analytic: { ...base },
      confidential: { ...base },
    };
    for (const { name, freeText, zones } of fields) {
      const value = cell(name, answers[name]);
      if (value === undefined) continue;
      for (const database of databases) {
        if (zones[owner] === database && name !== form.activityDate) rows[database][name] = value;
      }
      if (freeText) rows.analytic[lengthColumn(name)] = [...String(value)].length;
    }
    return rows;
  }

  return { rowsOf };
}

function cell(name: string, value: unknown): Row[string] {
  if (
    value === undefined ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (Array.isArray(value)) return value.map(String);
  throw new Error(`expected ${name} to be text, a number, yes/no or a list, got ${typeof value}`);
}
