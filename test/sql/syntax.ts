import { databases } from '../../forms/derived/columns.ts';
import { callProblem, dateOnly } from './functions.ts';
import {
  around,
  bare,
  calledName,
  castOperand,
  castType,
  hasToken,
  isDouble,
  isNeverZero,
  ofItself,
  outer,
  whole,
  within,
} from './parts.ts';
import type { Part } from './trino.ts';

type Rule = (part: Part) => string | undefined;

/** The parts of a query that mean the same wherever they stand. */
const plain = new Set([
  ...['Program', 'Statements', 'SingleStatement', 'StatementDefault', 'RootQuery', 'QueryStatement'],
  ...['With', 'NamedQuery', 'QueryTermDefault', 'QueryPrimaryDefault', 'SetOperation', 'SetQuantifier'],
  ...['Subquery', 'SelectList', 'SelectLiteralColumnName', 'SelectExpressionColumnName', 'SortItem'],
  ...['LimitRowCount', 'RowCount', 'RelationDefault', 'SampledRelation', 'PatternRecognition'],
  ...['AliasedRelation', 'ColumnAliases', 'TableName', 'TableOrViewName', 'ExpressionSourceTable', 'Unnest'],
  ...['SubqueryRelation', 'ParenthesizedRelation', 'JoinType', 'JoinColumnEquality', 'JoinColumnReference'],
  ...['WhereClause', 'HavingClause', 'GroupBy', 'SingleGroupingSet', 'GroupingSet', 'GroupingTerm'],
  ...['MultipleGroupingSets', 'Rollup', 'Cube', 'Expression', 'And', 'Or', 'LogicalNot', 'Predicated'],
  ...['Comparison', 'ComparisonOperator', 'Between', 'InList', 'InSubquery', 'Like', 'NullPredicate'],
  ...['DistinctFrom', 'Exists', 'SubqueryExpression', 'ValueExpressionDefault', 'ArithmeticUnary'],
  ...['Concatenation', 'ColumnReference', 'ColumnName', 'ColumnRef', 'QualifiedName', 'Dereference'],
  ...['UnquotedIdentifier', 'NonReserved', 'NumericLiteral', 'IntegerLiteral', 'DecimalLiteral'],
  ...['DoubleLiteral', 'BooleanLiteral', 'BooleanValue', 'NullLiteral', 'StringLiteral', 'SimpleCase'],
  ...['SearchedCase', 'WhenClause', 'ParenthesizedExpression', 'FunctionName', 'Filter', 'Over'],
  ...['WindowSpecification', 'WindowFrame', 'FrameExtent', 'UnboundedFrame', 'CurrentRowBound'],
  ...['BoundedFrame', 'PartitionBy', 'Interval', 'IntervalField'],
  // Which types, the cast says.
  ...['GenericType', 'TypeParameter', 'DateTimeType', 'DoublePrecisionType', 'ArrayType'],
]);

const clock = 'a query has no clock: what it answers with would change without an export';
const wholeInterval = "an interval has one number and one unit: interval '1' day";
const allColumns = 'name the columns: their order is a promise';

/** What is refused for a reason of its own; a part that is nowhere here is refused too. */
const refused: Readonly<Record<string, string>> = {
  SelectAllWithoutTable: allColumns,
  TableAllColumns: allColumns,
  Table: allColumns,
  Subscript: 'x[n] of what is not there is an error in Trino and null in DuckDB',
  AtTimeZone: 'at time zone goes the other way in DuckDB',
  BackQuotedIdentifier: 'backticks are no quotes in Trino; write "x"',
  BinaryLiteral: 'x’…’ is bytes in Trino and not in DuckDB',
  UnicodeStringLiteral: 'u&’…’ does not exist in DuckDB',
  Lambda: 'x -> … is on its way out of DuckDB',
  Parameter: 'a query of the lake has no parameters',
  Trim: 'trim takes every white space in Trino and only spaces in DuckDB',
  Substring: 'substring from 0 is an empty text in Trino and the whole in DuckDB',
  ListAgg: 'listagg does not exist in DuckDB',
  SampleType: 'a sample is another one every time',
  CurrentDate: clock,
  CurrentTime: clock,
  CurrentTimestamp: clock,
  LocalTime: clock,
  LocalTimestamp: clock,
};

const conditions: Readonly<Record<string, Rule>> = {
  Token: ({ text }) => (text === ';' ? 'a view is one query without a semicolon' : undefined),
  FunctionCall: callProblem,
  QueryNoWith: orderAndLimit,
  QuerySpecification: namesGivenHere,
  SelectItem: unnamed,
  TableRef: unqualified,
  JoinRelation: (part) => (hasToken(part, 'natural') ? 'natural join does not exist in Trino' : undefined),
  JoinCriteria: (part) =>
    hasToken(part, 'using') ? 'a column of USING has no table in Trino; write on a.x = b.x' : undefined,
  With: (part) => (hasToken(part, 'recursive') ? 'Trino ends recursion after ten rounds' : undefined),
  QuotedIdentifier: ({ text }) =>
    /^"[a-z][a-z0-9_]*"$/.test(text) ? undefined : 'names are small letters, digits and _',
  BasicStringLiteral: ({ text, parent }) =>
    /^'\d{4}-\d{2}(-\d{2})?/.test(text) && parent?.kind !== 'TypeConstructor'
      ? 'a text is never equal to a date in Trino, and a date is a setting, never in SQL'
      : undefined,
  ArithmeticBinary: arithmetic,
  Cast: cast,
  Extract: (part) =>
    part.parts.some(({ text }) => /^(year|quarter|month|day)$/i.test(text))
      ? undefined
      : 'extract is the same of year, quarter, month and day only',
  IntervalLiteral: interval,
  TypeConstructor: ({ text }) =>
    /^interval/i.test(text) ? wholeInterval : 'a date is a setting of the project, never in SQL',
};

/**
 * Why a query may not mean the same in Trino and DuckDB, a sentence for each place. What is refused whatever it holds
 * is not looked into.
 */
export function problemsIn(part: Part): string[] {
  const { kind, line, parts } = part;
  const isConditional = Object.hasOwn(conditions, kind);
  if (isConditional || plain.has(kind)) {
    const problem = isConditional ? conditions[kind]?.(part) : undefined;
    return [...(problem === undefined ? [] : [`line ${line}: ${problem}`]), ...parts.flatMap(problemsIn)];
  }
  const reason = Object.hasOwn(refused, kind) ? refused[kind] : undefined;
  const unknown = `${kind} is not among the parts of a query that mean the same in Trino and DuckDB`;
  return [`line ${line}: ${reason ?? unknown}`];
}

/** The order of rows is lost where a view is read, and without an order nobody knows which rows a limit leaves. */
function orderAndLimit({ parts }: Part): string | undefined {
  const isOrdered = parts.some(({ kind }) => kind === 'SortItem');
  const isLimited = parts.some(({ kind }) => ['LimitRowCount', 'RowCount'].includes(kind));
  if (isOrdered && !isLimited) return 'order by without limit is lost; leave the order to whoever asks';
  if (isLimited && !isOrdered) return 'limit without order by leaves any rows';
  return undefined;
}

/** DuckDB finds a name that is given in the same select list, Trino does not: write the column with its table. */
function namesGivenHere(specification: Part): string | undefined {
  const own = ofItself(specification).slice(1);
  const given = own.filter(({ kind }) => kind === 'SelectItem').flatMap(aliasOf);
  const used = own.find(
    ({ kind, text, parent }) =>
      kind === 'QualifiedName' && parent?.kind !== 'FunctionName' && given.includes(text.toLowerCase()),
  );
  return (
    used && `${used.text} is given in this select list and unknown in Trino; write it out, or with its table`
  );
}

function aliasOf({ parts }: Part): string[] {
  const alias = parts.slice(1).find(({ kind }) => kind.endsWith('Identifier'));
  return alias === undefined ? [] : [alias.text.toLowerCase()];
}

/** A column that nobody named is _col0 in Trino; only a subquery that gives one value needs no name. */
function unnamed(item: Part): string | undefined {
  if (item.parts.length > 1 || item.parts[0]?.kind !== 'SelectExpressionColumnName') return undefined;
  const query = around(item, [
    'NamedQuery',
    'SubqueryRelation',
    'SubqueryExpression',
    'Exists',
    'InSubquery',
  ])?.kind;
  const isValue = query !== undefined && !['NamedQuery', 'SubqueryRelation'].includes(query);
  return isValue ? undefined : `${item.text} needs a name: … as x`;
}

function unqualified(table: Part): string | undefined {
  const names = table.parts
    .filter(({ kind }) => kind !== 'Token')
    .map(({ text }) => text.replaceAll('"', ''));
  const isOfQuery = names.length === 1 && queriesAround(table).includes(names[0] ?? '');
  const isOfLake = names.length === 2 && databases.some((database) => database === names[0]);
  return isOfQuery || isOfLake
    ? undefined
    : `${table.text} needs its database, one of ${databases.join(', ')}`;
}

function queriesAround(part: Part): string[] {
  const named = within(whole(part)).filter(({ kind }) => kind === 'NamedQuery');
  return named.map(({ parts }) => parts[0]?.text ?? '');
}

function arithmetic(part: Part): string | undefined {
  const [left = part, right = part] = part.parts.filter(({ kind }) => kind !== 'Token').map(bare);
  if (hasToken(part, '/')) {
    if (!isDouble(left) && !isDouble(right)) {
      return '7 / 2 is 3 in Trino and 3.5 in DuckDB, and decimals differ too; cast one side to double';
    }
    if (!isNeverZero(right)) return 'what a division by zero gives is not the same; write nullif(x, 0)';
  }
  if (hasToken(part, '%') && !isNeverZero(right)) {
    return 'a remainder by zero is an error in Trino and null in DuckDB; write nullif(x, 0)';
  }
  return undefined;
}

const castTypes = /^(integer|bigint|double|date|boolean|varchar|decimal\(\d+,\d+\))$/;
const wholeNumbers = ['year', 'quarter', 'month', 'day', 'count', 'length', 'row_number', 'rank'];

function cast(part: Part): string | undefined {
  const type = castType(part) ?? '';
  const operand = castOperand(part) ?? part;
  if (hasToken(part, 'try_cast')) return 'try_cast takes other texts for numbers in DuckDB';
  if (!castTypes.test(type)) {
    return `${type} is not the same type in both; integer, bigint, double, decimal(p,s), date, boolean and varchar are`;
  }
  if (type === 'varchar') {
    const isWhole =
      wholeNumbers.includes(calledName(operand) ?? '') ||
      /^(integer|bigint|date)$/.test(castType(operand) ?? '');
    return isWhole
      ? undefined
      : 'doubles and timestamps are written differently; cast to integer, bigint or date first';
  }
  const isWhole = ['floor', 'ceiling'].includes(calledName(operand) ?? '');
  if (/^(integer|bigint|decimal.*)$/.test(type) && !isWhole && within(operand).some(isDouble)) {
    return 'halves of doubles are rounded differently; write floor(x), or leave it a double';
  }
  return undefined;
}

function interval(part: Part): string | undefined {
  const [{ text, parts } = part] = part.parts;
  const units = parts.filter(({ kind }) => kind === 'IntervalField');
  if (units.length !== 1 || !/'\d+'/.test(text)) return wholeInterval;
  const sum = outer(part);
  if (sum?.kind !== 'ArithmeticBinary') return 'an interval is added to a date or taken from it';
  return dateOnly(sum, 'a date and an interval');
}
