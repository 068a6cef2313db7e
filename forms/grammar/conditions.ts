/**
 * Conditions are data: the same value is evaluated by page and server, explained in the dictionary and
 * translated to JSON Schema and CSS. The type parameter only exists while compiling: it carries which field
 * and option a condition names, so that `form()` refuses a name that is not there.
 */
export interface Ref {
  readonly field: string;
  readonly value: unknown;
}

declare const refs: unique symbol;
interface Names<R extends Ref> {
  readonly [refs]?: R;
}

export interface Is<R extends Ref = Ref> extends Names<R> {
  readonly field: string;
  readonly is: string | number | boolean;
}
export interface IsNot<R extends Ref = Ref> extends Names<R> {
  readonly field: string;
  readonly isNot: string | number | boolean;
}
export interface Includes<R extends Ref = Ref> extends Names<R> {
  readonly field: string;
  readonly includes: string;
}
export interface AtLeast<R extends Ref = Ref> extends Names<R> {
  readonly field: string;
  readonly atLeast: number;
}
export interface Answered<R extends Ref = Ref> extends Names<R> {
  readonly field: string;
  readonly answered: boolean;
}
export interface AnyRow<R extends Ref = Ref> extends Names<R> {
  readonly field: string;
  readonly anyRow: Condition;
}
export interface All<R extends Ref = Ref> extends Names<R> {
  readonly all: readonly Condition[];
}
export interface Some<R extends Ref = Ref> extends Names<R> {
  readonly some: readonly Condition[];
}
export type Condition<R extends Ref = Ref> =
  | Is<R>
  | IsNot<R>
  | Includes<R>
  | AtLeast<R>
  | Answered<R>
  | AnyRow<R>
  | All<R>
  | Some<R>;

type RefsOf<C> = C extends Names<infer R> ? R : never;

/** Holds when the field's answer is exactly this value. */
export function is<const F extends string, const V extends string | number | boolean>(
  field: F,
  value: V,
): Is<{ field: F; value: V }> {
  return { field, is: value };
}

/** Holds when the field has an answer, and it is another than this. */
export function isNot<const F extends string, const V extends string | number | boolean>(
  field: F,
  value: V,
): IsNot<{ field: F; value: V }> {
  return { field, isNot: value };
}

/** Holds when the option is among the field's chosen ones. */
export function includes<const F extends string, const V extends string>(
  field: F,
  option: V,
): Includes<{ field: F; value: readonly V[] }> {
  return { field, includes: option };
}

/** Holds when the field's number is this or more. */
export function atLeast<const F extends string>(
  field: F,
  least: number,
): AtLeast<{ field: F; value: never }> {
  return { field, atLeast: least };
}

/** Holds when the field has an answer, whatever it is. */
export function answered<const F extends string>(field: F): Answered<{ field: F; value: never }> {
  return { field, answered: true };
}

/** Holds when the field has no answer. */
export function missing<const F extends string>(field: F): Answered<{ field: F; value: never }> {
  return { field, answered: false };
}

/** Holds when at least one row of a field with rows does. */
export function anyRow<const F extends string, C extends Condition>(
  field: F,
  condition: C,
): AnyRow<{ field: F; value: never; row: RefsOf<C> }> {
  return { field, anyRow: condition };
}

/** Holds when every part holds. */
export function all<const C extends readonly Condition[]>(...conditions: C): All<RefsOf<C[number]>> {
  return { all: conditions };
}

/** Holds when at least one part holds. */
export function some<const C extends readonly Condition[]>(...conditions: C): Some<RefsOf<C[number]>> {
  return { some: conditions };
}

/** The one evaluator. Answers are read values; an absent key is an unanswered field. */
export function holds(condition: Condition, answers: Readonly<Record<string, unknown>>): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('some' in condition) return condition.some.some((part) => holds(part, answers));
  const answer = answers[condition.field];
  if ('is' in condition) return answer === condition.is;
  if ('isNot' in condition) return answer !== undefined && answer !== condition.isNot;
  if ('answered' in condition) return (answer !== undefined) === condition.answered;
  if ('includes' in condition) return Array.isArray(answer) && answer.includes(condition.includes);
  if ('atLeast' in condition) return typeof answer === 'number' && answer >= condition.atLeast;
  return rowsIn(answer).some((row) => holds(condition.anyRow, row));
}

type Row = Readonly<Record<string, unknown>>;

/** The rows of a table's answer, whether they are in order or by name. */
function rowsIn(answer: unknown): Row[] {
  return typeof answer === 'object' && answer !== null ? Object.values(answer).filter(isRow) : [];
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}

/** The fields a condition looks at. */
export function fieldsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsIn);
  if ('some' in condition) return condition.some.flatMap(fieldsIn);
  return [condition.field];
}
