import { tablesOf } from '../../forms/derived/columns.ts';
import { fieldsIn } from '../../forms/grammar/conditions.ts';
import { stricter, zoneOf } from '../../forms/grammar/field.ts';
import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import { ofKind } from '../../forms/grammar/kind.ts';
import type { PublishedField, PublishedForm } from '../../forms/grammar/published.ts';
import type { NamedFields } from '../../forms/grammar/reading.ts';
import { checks, columns } from '../../forms/kinds/all.ts';
import { rules } from '../../forms/rules/all.ts';
import { scores } from '../../forms/scores/all.ts';
import { namesIn } from './names.ts';

/**
 * Why a form cannot be published at all: what types cannot tell and what would surprise later. Sentences;
 * empty when all is well. `retired` are fields that it had in earlier versions: their columns stay.
 */
export function mistakesIn(form: PublishedForm, retired: NamedFields = []): string[] {
  return [
    ...namesIn(form, retired),
    ...kindsIn(fieldsOf(form)),
    ...datesIn(form),
    ...zonesIn(form),
    ...orderIn(fieldsOf(form)),
    ...referredIn(form, retired),
    ...computedIn(form),
    ...tablesIn(form),
    ...anonymityIn(form),
    ...commentsIn(form),
  ].map((mistake) => `${form.id}: ${mistake}`);
}

/** What somebody writes freely may name anybody, so the analytic zone has only its length. */
function zonesIn(form: PublishedForm): string[] {
  const dates = fieldsOf(form).filter(([name]) => name === form.activityDate);
  const isAnalytic = ({ zone }: PublishedField) =>
    zoneOf(zone, false) === 'analytic' || zoneOf(zone, true) === 'analytic';
  const written = (fields: readonly (readonly [string, PublishedField])[]): string[] =>
    fields.flatMap(([name, field]) => [
      ...(isAnalytic(field) && ofKind(columns, field.kind)(field).some(({ freeText }) => freeText)
        ? [name]
        : []),
      ...written(Object.entries(field.fields ?? {})),
    ]);
  return [
    ...written(fieldsOf(form)).map((name) => `${name} is free text, which the analytic zone never has`),
    ...dates
      .filter(([, { zone }]) => stricter(zoneOf(zone, false), zoneOf(zone, true)) !== 'analytic')
      .map(([name]) => `${name} is the activity date, which every table has, and its zone is not analytic`),
  ];
}

/** Each field has what its kind needs, and tables are not in tables: a lake of flat tables has no place for them. */
function kindsIn(fields: NamedFields, isCell = false): string[] {
  return fields.flatMap(([name, field]) => {
    if (isCell && field.fields !== undefined) return [`${name} is a table in a table`];
    try {
      ofKind(checks, field.kind)(field, { checks, from: 'page' });
    } catch (error) {
      return [`${name} is not as ${field.kind} needs it: ${error instanceof Error ? error.message : error}`];
    }
    return kindsIn(Object.entries(field.fields ?? {}), true);
  });
}

/** Every period is decided by the activity date: it is a date, and always there. */
function datesIn(form: PublishedForm): string[] {
  if (form.activityDate === undefined) return [];
  const field = fieldsOf(form).find(([name]) => name === form.activityDate)?.[1];
  const isFit = field?.kind === 'date' && field.wanted === 'required' && field.shownWhen === undefined;
  return isFit ? [] : [`the activity date ${form.activityDate} has to be a date that is always required`];
}

/** A page is read from top to bottom, by people and by the reader: what decides stands before what it decides. */
function orderIn(fields: NamedFields): string[] {
  const before = new Set<string>();
  const mistakes: string[] = [];
  for (const [name, field] of fields) {
    const late =
      field.shownWhen === undefined ? [] : fieldsIn(field.shownWhen).filter((each) => !before.has(each));
    mistakes.push(...late.map((each) => `${name} is shown because of ${each}, which is not asked before it`));
    mistakes.push(...orderIn(Object.entries(field.fields ?? {})));
    // Scores are computed when everything is read; what is asked is decided before.
    if (field.kind !== 'computed') before.add(name);
  }
  return mistakes;
}

/** What the form and its rules look at is there. */
function referredIn(form: PublishedForm, retired: NamedFields): string[] {
  const fields = new Map(fieldsOf(form));
  const referred = [
    ...(form.company === undefined ? [] : [form.company]),
    ...(form.soleTrader === undefined ? [] : fieldsIn(form.soleTrader)),
    ...form.rules.flatMap((rule) => [...rule.fields, rule.at]),
    ...[...fields.values()].flatMap(({ wanted }) =>
      typeof wanted === 'object' ? fieldsIn(wanted.requiredWhen) : [],
    ),
  ];
  const cells = form.rules.flatMap(({ rule, fields: [, table = ''], cell }) => [
    ...(Object.hasOwn(rules, rule) ? [] : [`${rule} is no rule`]),
    ...(cell === undefined || fields.get(table)?.fields?.[String(cell)] !== undefined
      ? []
      : [`a rule looks at ${cell} in ${table}, which has no such field`]),
  ]);
  const unknown = referred.filter((name) => !fields.has(name));
  const gone = new Map(retired);
  const sentences = [...new Set(unknown)].map((name) =>
    gone.has(name)
      ? `the published field ${name} is gone, but the form still looks at it`
      : `it looks at ${name}, which is no field`,
  );
  return [...sentences, ...cells];
}

/** A score is one of ours, looks at fields of its form, and brings nothing personal into the lake. */
function computedIn(form: PublishedForm): string[] {
  const fields = new Map(fieldsOf(form));
  return fieldsOf(form).flatMap(([name, field]) => {
    if (field.kind !== 'computed') return [];
    const of = Array.isArray(field.of) ? field.of.map(String) : [];
    return [
      ...(Object.hasOwn(scores, String(field.compute))
        ? []
        : [`${name} is ${field.compute}, which is no score`]),
      ...of
        .filter((each) => !fields.has(each))
        .map((each) => `${name} is computed from ${each}, which is no field`),
      ...of
        .filter((each) => fields.get(each)?.zone === 'personal' && field.zone !== 'personal')
        .map((each) => `${name} would bring ${each}, which is personal, into the lake`),
    ];
  });
}

/**
 * What is copied into a table is asked elsewhere as the same kind and in a zone no stricter, and copied to a row that
 * there is. No other cell of the row is asked because of it: it is not there yet when that is decided.
 */
function tablesIn(form: PublishedForm): string[] {
  const fields = new Map(fieldsOf(form));
  return fieldsOf(form).flatMap(([name, field]) =>
    Object.entries(field.given ?? {}).flatMap(([cell, sources]) =>
      Object.entries(sources).flatMap(([row, source]) => {
        const [from, to] = [fields.get(source), field.fields?.[cell]];
        const place = `${name} takes ${cell} from ${source}`;
        if (from === undefined || to === undefined || from.kind !== to.kind) {
          return [`${place}, which is no field of the same kind`];
        }
        return [
          ...(JSON.stringify(from.none) === JSON.stringify(to.none)
            ? []
            : [`${place}, which has other reasons`]),
          ...(isStricter(from, to) ? [`${place}, which is in a stricter zone`] : []),
          ...(field.items?.some(({ code }) => code === row) ? [] : [`${place} for ${row}, which is no row`]),
          ...dependentOn(cell, field).map((other) => `${place}, which ${other} depends on`),
        ];
      }),
    ),
  );
}

/** The cells whose being asked, or wanted, depends on another in their row. */
function dependentOn(cell: string, { fields = {} }: PublishedField): string[] {
  return Object.entries(fields)
    .filter(([, { shownWhen, wanted }]) =>
      [
        ...(shownWhen ? fieldsIn(shownWhen) : []),
        ...(typeof wanted === 'object' ? fieldsIn(wanted.requiredWhen) : []),
      ].includes(cell),
    )
    .map(([name]) => name);
}

/** Whether a field is in a stricter zone than another, of a company or of a sole trader. */
function isStricter(one: PublishedField, other: PublishedField): boolean {
  return [false, true].some((soleTrader) => {
    const zone = zoneOf(one.zone, soleTrader);
    return stricter(zone, zoneOf(other.zone, soleTrader)) === zone && zone !== zoneOf(other.zone, soleTrader);
  });
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
