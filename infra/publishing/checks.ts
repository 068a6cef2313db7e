import { lengthColumn, missingColumn, submissionLog, tablesOf } from '../../forms/derived/columns.ts';
import { fieldsIn } from '../../forms/grammar/conditions.ts';
import { fieldsOf, tableName } from '../../forms/grammar/form-parts.ts';
import { ofKind } from '../../forms/grammar/kind.ts';
import type { PublishedField, PublishedForm } from '../../forms/grammar/published.ts';
import { columns } from '../../forms/kinds/all.ts';

/** Names that tables give themselves; `activity_date` may be a field, when it is the form's activity date. */
const reserved = ['submission_id', 'root_id', 'form_version', 'company_key', 'row_no', missingColumn.name];

/**
 * Why a form cannot be published at all: what types cannot tell and what would surprise later. Sentences;
 * empty when all is well.
 */
export function mistakesIn(form: PublishedForm): string[] {
  return [
    ...namesIn(form),
    ...datesIn(form),
    ...orderIn(form),
    ...computedIn(form),
    ...givenIn(form),
    ...anonymityIn(form),
    ...commentsIn(form),
  ].map((mistake) => `${form.id}: ${mistake}`);
}

function namesIn(form: PublishedForm): string[] {
  const names = fieldsOf(form).map(([name]) => name);
  const taken = new Set([
    ...reserved,
    ...names.map(lengthColumn),
    ...(form.activityDate === 'activity_date' || form.anonymous ? [] : ['activity_date']),
  ]);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...names
      .filter((name) => taken.has(name))
      .map((name) => `the field id ${name} is taken by a column of every table`),
    ...twice.map((name) => `the field id ${name} stands twice`),
    ...(tableName(form.id) === submissionLog.name ? ['its table would be the submission log'] : []),
  ];
}

/** Every period is decided by the activity date: it is a date, and always there. */
function datesIn(form: PublishedForm): string[] {
  if (form.activityDate === undefined) return [];
  const field = fieldsOf(form).find(([name]) => name === form.activityDate)?.[1];
  const isFit = field?.kind === 'date' && field.wanted === 'required' && field.shownWhen === undefined;
  return isFit ? [] : [`the activity date ${form.activityDate} has to be a date that is always required`];
}

/** A page is read from top to bottom, by people and by the reader: what decides stands before what it decides. */
function orderIn(form: PublishedForm): string[] {
  const before = new Set<string>();
  const mistakes: string[] = [];
  for (const [name, field] of fieldsOf(form)) {
    const late =
      field.shownWhen === undefined ? [] : fieldsIn(field.shownWhen).filter((each) => !before.has(each));
    mistakes.push(...late.map((each) => `${name} is shown because of ${each}, which is not asked before it`));
    // Scores are computed when everything is read; what is asked is decided before.
    if (field.kind !== 'computed') before.add(name);
  }
  return mistakes;
}

/** A score looks at fields of its form. */
function computedIn(form: PublishedForm): string[] {
  const names = new Set(fieldsOf(form).map(([name]) => name));
  return fieldsOf(form).flatMap(([name, field]) => {
    const of = Array.isArray(field.of) ? field.of.map(String) : [];
    return field.kind === 'computed'
      ? of
          .filter((each) => !names.has(each))
          .map((each) => `${name} is computed from ${each}, which is no field`)
      : [];
  });
}

/** What is copied into a table is asked elsewhere as the same kind, so that the copy is an answer there too. */
function givenIn(form: PublishedForm): string[] {
  const fields = new Map(fieldsOf(form));
  return fieldsOf(form).flatMap(([name, field]) =>
    Object.entries(field.given ?? {}).flatMap(([cell, sources]) =>
      Object.values(sources)
        .filter((source) => fields.get(source)?.kind !== field.fields?.[cell]?.kind)
        .map((source) => `${name} takes ${cell} from ${source}, which is no field of the same kind`),
    ),
  );
}

/** Rows of a table could only be put together by an id, which an anonymous form's do not have. */
function anonymityIn(form: PublishedForm): string[] {
  if (!form.anonymous) return [];
  return [
    ...fieldsOf(form)
      .filter(([, field]) => field.fields !== undefined)
      .map(([name]) => `${name} is a table, which an anonymous form cannot have`),
    ...(form.company === undefined ? [] : ['an anonymous form cannot name a company']),
    ...(form.activityDate === undefined ? [] : ['an anonymous form has its date as a field like any other']),
  ];
}

/** Glue takes 255 characters. */
function commentsIn(form: PublishedForm): string[] {
  return tablesOf([form], columns)
    .flatMap((table) => table.columns)
    .filter(({ comment }) => comment.length > 255)
    .map(
      ({ name }) => `the column ${name} needs a short name of its field: its comment has over 255 characters`,
    );
}

/**
 * Why a form cannot become the next version of what is published: columns and keys live for ever. `month` is
 * the month (`yyyy-mm`) of the day after tomorrow, the first in which another shard count can begin.
 */
export function breaksIn(next: PublishedForm, newest: PublishedForm, month: string): string[] {
  const fields = new Map(fieldsOf(next));
  const breaks = fieldsOf(newest).flatMap(([name, old]) => {
    const now = fields.get(name);
    if (now === undefined)
      return [`the published field ${name} is gone; its column has data, so it has to stay`];
    return changesIn(name, old, now);
  });
  if (Boolean(next.anonymous) !== Boolean(newest.anonymous)) {
    breaks.push('a published form stays anonymous, or not: its rows and ids cannot change');
  }
  const [kept, added] = [next.shards.slice(0, newest.shards.length), next.shards.slice(newest.shards.length)];
  if (JSON.stringify(kept) !== JSON.stringify(newest.shards)) {
    breaks.push(
      'the published shards changed; keys of stored submissions depend on them, so add an entry instead',
    );
  }
  if (added.some(({ from }) => from <= month)) {
    breaks.push(`another shard count can begin in a month after ${month} only`);
  }
  return breaks.map((each) => `${next.id}: ${each}`);
}

/** A field keeps its kind, its columns and their types, and so do the fields in it. */
function changesIn(name: string, old: PublishedField, now: PublishedField): string[] {
  if (now.kind !== old.kind) {
    return [
      `the published field ${name} was ${old.kind} and is now ${now.kind}; keep it and add a field with a new id`,
    ];
  }
  const columnsNow = new Map(typesOf(now));
  const retyped = typesOf(old)
    .filter(([suffix, type]) => columnsNow.get(suffix) !== type)
    .map(
      ([suffix, type]) =>
        `the column ${name}${suffix} was ${type} and is now ${columnsNow.get(suffix) ?? 'gone'}; keep the field and add one with a new id`,
    );
  const cells = Object.entries(old.fields ?? {}).flatMap(([cell, before]) => {
    const after = now.fields?.[cell];
    return after === undefined
      ? [`the published field ${cell} of ${name} is gone; its column has data, so it has to stay`]
      : changesIn(`${name}.${cell}`, before, after);
  });
  return [...retyped, ...cells];
}

function typesOf(field: PublishedField): [string, string][] {
  return ofKind(columns, field.kind)(field).map(({ suffix, type }) => [suffix, type]);
}
