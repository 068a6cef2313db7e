import {
  argumentsOf,
  calledName,
  castType,
  hasToken,
  isLiteral,
  isNeverZero,
  outer,
  within,
} from './parts.ts';
import type { Part } from './trino.ts';

/**
 * The functions that mean the same to Trino and to DuckDB, by the documentation of the first and trials with the
 * second. Whoever needs another adds it here, after having looked at null, at nothing found and at the type it gives.
 */
const same = new Set([
  ...['count', 'sum', 'min', 'max', 'bool_and', 'bool_or'],
  ...['coalesce', 'nullif', 'if', 'abs', 'floor', 'ceiling'],
  ...['lower', 'length', 'replace', 'strpos', 'contains'],
  ...['year', 'quarter', 'month', 'day'],
]);

type Rule = (call: Part) => string | undefined;

/** What a call has to be like for the function to mean the same; the sentence says so. */
const conditions: Readonly<Record<string, Rule>> = {
  array_agg: (call) =>
    isOrdered(call) ? undefined : 'array_agg puts values in any order; write array_agg(x order by y)',
  avg: (call) =>
    argumentsOf(call).every((each) => castType(each) === 'double')
      ? undefined
      : 'avg of decimals is a decimal in Trino and a double in DuckDB; write avg(cast(x as double))',
  greatest: withoutNull,
  least: withoutNull,
  mod: (call) =>
    isNeverZero(argumentsOf(call)[1] ?? call)
      ? undefined
      : 'a remainder by zero is an error in Trino and null in DuckDB; write nullif(x, 0)',
  array_position: (call) => {
    const around = outer(call);
    const isCovered = around !== undefined && calledName(around) === 'nullif';
    return isCovered && argumentsOf(around)[1]?.text === '0'
      ? undefined
      : 'array_position of what is not there is 0 in Trino and null in DuckDB; write nullif(array_position(…), 0)';
  },
  date_trunc: (call) => dateOnly(call, 'date_trunc of a date'),
  ...Object.fromEntries(
    ['row_number', 'rank', 'dense_rank', 'ntile', 'lag', 'lead'].map((name) => [name, ordered(name)]),
  ),
};

/** What is refused for a reason of its own; anything else that is not above is refused too. */
const differing: Readonly<Record<string, string>> = {
  count_if: 'count_if of no rows is 0 in Trino and null in DuckDB; write count(*) filter (where x)',
  round:
    'round gives another scale, and halves of doubles are rounded differently; cast a decimal to fewer decimals',
  concat: 'concat leaves null out in DuckDB and is null in Trino; write ||',
  concat_ws: 'concat_ws joins the elements of an array in Trino and shows the array in DuckDB; write ||',
  format: 'format takes %s in Trino and {} in DuckDB',
  regexp_replace: 'regexp_replace replaces all in Trino and the first in DuckDB',
  regexp_extract: 'regexp_extract of no match is null in Trino and an empty text in DuckDB',
  split_part: 'split_part beyond the last part is null in Trino and an empty text in DuckDB',
  substr: 'substr from 0 is an empty text in Trino and the whole in DuckDB',
  upper: 'upper of ß is not the same',
  reverse: 'reverse turns code points round in Trino and characters in DuckDB',
  date_diff: 'date_diff counts whole units in Trino and boundaries between them in DuckDB',
  date_add: 'date_add is not the same; write cast(d + interval … as date)',
  element_at: 'element_at of a map is a list in DuckDB, and of an array it does not exist',
  array_distinct: 'array_distinct gives another order in DuckDB',
  typeof: 'types are called differently',
  max_by: 'max_by passes over null in DuckDB and not in Trino; write row_number() and 1',
  min_by: 'min_by passes over null in DuckDB and not in Trino; write row_number() and 1',
  arbitrary: 'arbitrary is any of them; write min or max',
  any_value: 'any_value is any of them; write min or max',
  cardinality: 'cardinality of an array does not exist in DuckDB; write cross join unnest and count(*)',
  try: 'try hides mistakes, and not the same ones',
};

/** Why a call may not mean the same in both; undefined when it does. */
export function callProblem(call: Part): string | undefined {
  const name = calledName(call) ?? '';
  if (hasToken(call, 'within')) return 'within group does not exist in DuckDB';
  const isDistinct = call.parts.some(({ kind, text }) => kind === 'SetQuantifier' && /distinct/i.test(text));
  if (isDistinct && call.parts.some(({ kind }) => kind === 'Over')) {
    return 'Trino has no distinct over a window';
  }
  if (same.has(name)) return undefined;
  const condition = Object.hasOwn(conditions, name) ? conditions[name] : undefined;
  if (condition !== undefined) return condition(call);
  const reason = Object.hasOwn(differing, name) ? differing[name] : undefined;
  return reason ?? `${name} is not among the functions that mean the same in Trino and DuckDB`;
}

/** A date that is truncated or moved is a date in Trino and a timestamp in DuckDB, unless it is made a date again. */
export function dateOnly(part: Part, what: string): string | undefined {
  const cast = outer(part);
  return cast !== undefined && castType(cast) === 'date'
    ? undefined
    : `${what} is a timestamp in DuckDB; write cast(… as date) around it`;
}

function ordered(name: string): Rule {
  return (call) => {
    const over = call.parts.find(({ kind }) => kind === 'Over');
    const isSure = over !== undefined && within(over).some(({ kind }) => kind === 'SortItem');
    return isSure ? undefined : `${name} needs an order: over (order by …)`;
  };
}

function isOrdered(call: Part): boolean {
  return call.parts.some(({ kind }) => kind === 'SortItem');
}

function withoutNull(call: Part): string | undefined {
  const isSure = argumentsOf(call).every((each) => {
    const last = argumentsOf(each).at(-1);
    return isLiteral(each) || (calledName(each) === 'coalesce' && last !== undefined && isLiteral(last));
  });
  return isSure
    ? undefined
    : 'greatest and least are null with a null in Trino and pass over it in DuckDB; write coalesce(x, 0) in each place';
}
