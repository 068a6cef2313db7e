import type { KindPart } from '../../../forms/grammar/kind.ts';
import type { PublishedForm } from '../../../forms/grammar/published.ts';
import type { View } from '../views.ts';
import { rowNumber, submissionId } from './columns.ts';
import { type FormTable, formTables } from './form-tables.ts';

/**
 * A view of each table of a form with the columns of both its databases. A form whose rows nothing puts together,
 * because it is anonymous, has none.
 */
export function wholeFormViews(
  published: readonly (readonly PublishedForm[])[],
  columns: KindPart<'columns'>,
): View[] {
  return published
    .filter((versions) => versions.at(-1)?.anonymous !== true)
    .flatMap((versions) => formTables(versions, columns))
    .map(wholeView);
}

function wholeView({ name: table, title, columns }: FormTable): View {
  const isChild = columns.some(({ name }) => name === rowNumber.name);
  const keys = isChild ? [submissionId.name, rowNumber.name] : [submissionId.name];
  const [first = 'analytic', ...others] = new Set(columns.flatMap(({ databases }) => databases));
  const joins = others.map((database) => {
    const same = keys.map((key) => `${aliasOf(database)}."${key}" = ${aliasOf(first)}."${key}"`);
    return `join ${database}."${table}" ${aliasOf(database)} on ${same.join(' and ')}\n`;
  });
  return {
    database: 'confidential',
    name: `${table}_whole`,
    comment: { sv: `${title.sv}: allt utom personuppgifter`, en: `${title.en}: all but personal data` },
    columns: columns.map(({ name, type, comment }) => ({ name, type, comment })),
    sql: `-- One row per row of ${table}, with what is analytic and what is confidential of it.
select
${columns.map((column) => `  ${selected(column)}`).join(',\n')}
from ${first}."${table}" ${aliasOf(first)}
${joins.join('')}`,
  };
}

/** Where it depends on whom a row is about, one of the databases has the value. */
function selected({ name, databases }: FormTable['columns'][number]): string {
  const [only, ...more] = databases.map((database) => `${aliasOf(database)}."${name}"`);
  return more.length === 0 ? String(only) : `coalesce(${[only, ...more].join(', ')}) as "${name}"`;
}

function aliasOf(database: string): string {
  return database.slice(0, 1);
}
