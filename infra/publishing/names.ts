import {
  accessLog,
  earlierKeysColumn,
  itemColumn,
  lengthColumn,
  missingColumn,
  submissionLog,
} from '../../forms/derived/columns.ts';
import { fieldsOf, tableName } from '../../forms/grammar/form-parts.ts';
import { ofKind } from '../../forms/grammar/kind.ts';
import type { PublishedField, PublishedForm } from '../../forms/grammar/published.ts';
import type { NamedFields } from '../../forms/grammar/reading.ts';
import { columns } from '../../forms/kinds/all.ts';

/** Names that tables give themselves. */
const reserved = [
  'submission_id',
  'root_id',
  'form_version',
  'company_key',
  'row_no',
  missingColumn.name,
  earlierKeysColumn.name,
];

/** Tables that are of no form. */
const logs = [submissionLog, accessLog];

/** Why a form's names cannot be those of its tables and columns. Sentences; empty when all is well. */
export function namesIn(form: PublishedForm, retired: NamedFields): string[] {
  const own = [
    ...(form.activityDate === 'activity_date' || form.anonymous ? ['activity_date'] : []),
    ...(form.company === 'company_key' ? ['company_key'] : []),
  ];
  const inTables = fieldsOf(form).flatMap(([name, field]) => {
    const item = itemColumn(field);
    const fixed = [...reserved, 'activity_date', ...(item === undefined ? [] : [item])];
    const cells = Object.entries(field.fields ?? {});
    return field.fields === undefined ? [] : takenIn(cells, fixed).map((mistake) => `${mistake}, in ${name}`);
  });
  return [
    ...takenIn(
      fieldsOf(form),
      [...reserved, 'activity_date'].filter((name) => !own.includes(name)),
      retired,
    ),
    ...inTables,
    ...logs
      .filter(({ name }) => name === tableName(form.id))
      .map(({ name }) => `its table would be the ${name}`),
    ...(form.id.includes('--') ? ['its id has two dashes together, as the tables of its fields have'] : []),
  ];
}

/** Every column of one table has a name of its own: also those that follow from a field, such as a text's length. */
function takenIn(fields: NamedFields, fixed: readonly string[], retired: NamedFields = []): string[] {
  const taken = new Map(
    retired.flatMap(([name, field]) =>
      namesOf(name, field).map((each) => [each, `${name}, which was published`]),
    ),
  );
  for (const name of fixed) taken.set(name, 'a column of every table');
  const mistakes: string[] = [];
  for (const [name, field] of fields) {
    for (const each of namesOf(name, field)) {
      const by = taken.get(each);
      if (by === name) mistakes.push(`the field id ${name} stands twice`);
      else if (by !== undefined) mistakes.push(`the name ${each} of ${name} is taken by ${by}`);
      taken.set(each, name);
    }
  }
  return mistakes;
}

/** The names that a field takes: its own, and those of its columns. */
function namesOf(name: string, field: PublishedField): string[] {
  const own = ofKind(
    columns,
    field.kind,
  )(field).flatMap(({ suffix, freeText }) => [
    `${name}${suffix}`,
    ...(freeText ? [lengthColumn(`${name}${suffix}`)] : []),
  ]);
  return [...new Set([name, ...own])];
}
