import { missingIn, rowsOf, type Values } from './answers.ts';
import { type History, specIn } from './history.ts';
import { kinds, type MadeColumn } from './kinds.ts';
import type { Row } from './lake.ts';
import { fieldsIn, type Named, person, type Spec } from './made-form.ts';
import type { Sent } from './sent.ts';
import { strictest, type ZoneName, zoneFor } from './zone-choices.ts';

const databases = ['analytic', 'confidential'] as const;
type Database = (typeof databases)[number];

/** The rows that the lake should have of what was sent, by table. */
export function expectedRows(history: History, all: readonly Sent[]): ReadonlyMap<string, readonly Row[]> {
  const tables = new Map<string, Row[]>();
  for (const sent of all.filter(({ supersededAt }) => supersededAt === undefined)) {
    for (const [table, row] of rowsOfOne(history, sent)) {
      tables.set(table, [...(tables.get(table) ?? []), row]);
    }
  }
  return tables;
}

function rowsOfOne(history: History, sent: Sent): (readonly [table: string, row: Row])[] {
  const { made, answers } = sent;
  const isPerson = answers.owner === person;
  const first = firstColumns(sent, isPerson);
  const fields = fieldsIn(made);
  const tables = fields.filter(([, { cells }]) => cells.length > 0);
  return databases.flatMap((database) => {
    const cells = cellsIn(fields, answers, {
      database,
      isPerson,
      hasLengths: !made.isAnonymous,
      now: (name) => lastSpec(history, name),
    });
    const missing = database === 'analytic' ? { missing_to_count: missingIn(made, answers) } : {};
    const children = tables
      .filter(([name]) => hasTable(history, name, database))
      .flatMap(([name, spec]) =>
        rowsOf(answers[name], spec).map(([code, row], index) => {
          const cell = cellsIn(spec.cells, row, {
            database,
            isPerson,
            hasLengths: true,
            now: (each) => new Map(lastSpec(history, name)?.cells).get(each),
          });
          const place = { row_no: index + 1, ...(spec.kind === 'matrix' && { area: code }) };
          return [`${database}.made_up__${name}`, { ...first, ...place, ...cell }] as const;
        }),
      );
    return [[`${database}.made_up`, { ...first, ...missing, ...cells }] as const, ...children];
  });
}

function firstColumns({ id, root, version, made, answers }: Sent, isPerson: boolean): Row {
  if (made.isAnonymous) return { form_version: version };
  const { day, number } = answers;
  return {
    submission_id: id,
    root_id: root,
    form_version: version,
    activity_date: new Date(`${day}T00:00:00Z`),
    ...(number !== undefined && !isPerson && { company_key: number }),
  };
}

interface Place {
  readonly database: Database;
  readonly isPerson: boolean;
  /** Whether the analytic zone has the length of a free text. */
  readonly hasLengths: boolean;
  /** The field as it was last published. */
  readonly now: (name: string) => Spec | undefined;
}

/** Every value in the columns that its field has, where its own version and the newest both let it go. */
function cellsIn(fields: Named, answers: Values, place: Place): Row {
  return Object.fromEntries(
    fields.flatMap(([name, spec]) => {
      const zones = [spec, place.now(name) ?? spec].map(({ zone }) => zoneFor(zone, place.isPerson));
      return answers[name] === undefined
        ? []
        : kinds[spec.kind]
            .columns(spec)
            .flatMap((column) => cellsOf(name, column, answers[name], strictest(...zones), place));
    }),
  );
}

function cellsOf(
  name: string,
  { suffix, isFreeText, value }: MadeColumn,
  answer: unknown,
  zone: ZoneName,
  { database, hasLengths }: Place,
): [string, unknown][] {
  const found = value(answer);
  if (found === undefined) return [];
  const length = isFreeText && hasLengths && database === 'analytic';
  return [
    ...(zone === database ? [[`${name}${suffix}`, found] satisfies [string, unknown]] : []),
    ...(length ? [[`${name}${suffix}_length`, [...String(found)].length] satisfies [string, unknown]] : []),
  ];
}

function lastSpec({ madeAs }: History, name: string): Spec | undefined {
  return madeAs.map((made) => specIn(made, name)).findLast((spec) => spec !== undefined);
}

/** Whether a table has anything that ever could be in a zone. */
function hasTable({ madeAs }: History, name: string, database: Database): boolean {
  const cells = madeAs.flatMap((made) => specIn(made, name)?.cells ?? []);
  return cells.some(([, { zone }]) => [true, false].some((isPerson) => zoneFor(zone, isPerson) === database));
}

/** Every column that was ever published, as its first publication named it, with its type. */
export function expectedColumns({ madeAs }: History): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [table, fields] of madeAs.flatMap(placesIn)) {
    for (const [name, spec] of fields) {
      for (const { suffix, type } of kinds[spec.kind].columns(spec)) {
        for (const zone of new Set([zoneFor(spec.zone, true), zoneFor(spec.zone, false)])) {
          const place = `${zone}.${table}.${name}${suffix}`;
          if (zone !== 'personal' && !found.has(place)) found.set(place, type);
        }
      }
    }
  }
  return found;
}

function placesIn(made: History['made']): [table: string, fields: Named][] {
  const fields = fieldsIn(made);
  return [
    ['made_up', fields],
    ...fields.map(([name, { cells }]): [string, Named] => [`made_up__${name}`, cells]),
  ];
}
