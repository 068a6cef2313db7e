import { divisionByZero } from './failures.ts';

/**
 * Athena speaks Trino's SQL. These settings and macros close the gaps to DuckDB's where the same text would
 * otherwise mean something else without an error, and give it the functions reports need. What remains
 * different is loud (an error here) wherever that could be had. It could not for averages and quotients of
 * decimals: they are doubles here, while Trino rounds them to the decimals' scale.
 */
export const settings: readonly string[] = [
  // 7 / 2 is 3.
  'set integer_division = true',
  "set TimeZone = 'UTC'",
  "set default_null_order = 'nulls_last'",
];

// The cast fails when it is reached, and unlike error() it may stand inside try().
const refuseZero = `cast('${divisionByZero}' as tinyint)`;

// Without types: overloads by type are chosen before aggregates have theirs, and then wrongly.
const macros: readonly string[] = [
  divided('//', '//'),
  divided('%', '%'),
  divided('mod', '%'),
  ...nullIfAnyNull('greatest'),
  ...nullIfAnyNull('least'),
  `concat(a, b) as a || b, (a, b, c) as a || b || c, (a, b, c, d) as a || b || c || d,
    (a, b, c, d, e) as a || b || c || d || e`,
  `regexp_replace(text, pattern) as system.main.regexp_replace(text, pattern, '', 'g'),
    (text, pattern, new) as system.main.regexp_replace(text, pattern,
      system.main.regexp_replace(new, '\\$(\\d)', '\\\\\\1', 'g'), 'g')`,
  'regexp_like(text, pattern) as regexp_matches(text, pattern)',
  // Truncating or moving a date gives a date.
  'date_trunc(unit, x) as cast_to_type(system.main.date_trunc(unit, x), x)',
  `date_add(unit, n, x) as cast_to_type(x + case lower(unit)
    when 'second' then to_seconds(n) when 'minute' then to_minutes(n) when 'hour' then to_hours(n)
    when 'day' then to_days(n) when 'week' then to_weeks(n) when 'month' then to_months(n)
    when 'quarter' then to_months(3 * n) when 'year' then to_years(n)
    else error('date_add expected a unit from second to year, got ' || unit) end, x)`,
  // Whole units, not the boundaries between them.
  'date_diff(unit, a, b) as date_sub(unit, a, b)',
  // Monday is 1 and Sunday 7.
  `date_part(unit, x) as
    system.main.date_part(case when lower(unit) in ('dow', 'day_of_week') then 'isodow' else unit end, x)`,
  'day_of_week(x) as isodow(x)',
  'approx_distinct(x) as approx_count_distinct(x)',
  `json_extract_scalar(json, path) as
    case when json_type(json, path) in ('OBJECT', 'ARRAY') then null else json_extract_string(json, path) end`,
  'cardinality(list) as len(list)',
  'element_at(list, n) as list_extract(list, n)',
  `array_join(list, glue) as array_to_string(list, glue),
    (list, glue, missing) as
      array_to_string(list_transform(list, lambda x: coalesce(cast(x as varchar), missing)), glue)`,
  'sequence(a, b) as generate_series(a, b), (a, b, step) as generate_series(a, b, step)',
];

/** The macros as statements; temporary, so that they are found whatever the query's database is. */
export const macroStatements: readonly string[] = macros.map((macro) => `create temp macro ${macro}`);

function divided(name: string, operator: string): string {
  return `"${name}"(a, b) as case when b = 0 then ${refuseZero} else system.main."${operator}"(a, b) end`;
}

function nullIfAnyNull(name: string): string[] {
  const overloads = [2, 3, 4, 5, 6].map((count) => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, count);
    const missing = names.map((each) => `${each} is null`).join(' or ');
    const all = names.join(', ');
    return `(${all}) as case when ${missing} then null else system.main.${name}(${all}) end`;
  });
  return [`${name}${overloads.join(', ')}`];
}
