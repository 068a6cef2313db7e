import type { Condition, Ref } from './conditions.ts';
import type { Words } from './words.ts';

/** Where a value may go, each stricter than the one before. `personal` never leaves the operational store. */
export const zones = ['analytic', 'confidential', 'personal'] as const;
export type ZoneName = (typeof zones)[number];

/**
 * The zone of a field, decided for each row: what is a company's own business is, for a sole trader
 * (enskild firma), about a person, so a field may name a stricter zone for those rows.
 */
export type Zone = ZoneName | { readonly company: ZoneName; readonly soleTrader: ZoneName };

/**
 * How much an answer is wanted. `neededToCount`: the record may be sent without it, but counts in no
 * indicator until it is there.
 */
export type Wanted = 'optional' | 'required' | 'neededToCount' | RequiredWhen;
export interface RequiredWhen<R extends Ref = Ref> {
  readonly requiredWhen: Condition<R>;
}

/** The field must be answered when the condition holds. */
export function requiredWhen<R extends Ref>(condition: Condition<R>): RequiredWhen<R> {
  return { requiredWhen: condition };
}

declare const answer: unique symbol;

/** One question. `Value` (what its answer is) and `R` (what its conditions name) only exist in the types. */
export interface Field<Value = unknown, Want extends Wanted = Wanted, R extends Ref = Ref> {
  readonly kind: string;
  readonly label: Words;
  /** A name short enough for a column comment and a line of an error summary; the label, when left out. */
  readonly short?: Words | undefined;
  readonly hint?: Words | undefined;
  /** What to say when a wanted answer is missing. */
  readonly missing?: Words | undefined;
  /** A warning, before it is sent, where an answer that may be missing is missing. */
  readonly expected?: Words | undefined;
  readonly wanted: Want;
  readonly shownWhen?: Condition<R> | undefined;
  /** The link that opened the page gives the answer: asked only of whoever came without one, if it is wanted. */
  readonly fromLink?: boolean | undefined;
  /** On no page: what sends the answer knows it. */
  readonly unseen?: boolean | undefined;
  readonly zone: Zone;
  readonly [answer]?: Value;
}

/** What every kind's declaration takes. A field that can be missing says what to do about it. */
export type FieldOptions<Want extends Wanted, R extends Ref> = {
  readonly label: Words;
  readonly short?: Words;
  readonly hint?: Words;
  readonly wanted: Want;
  readonly shownWhen?: Condition<R>;
  readonly fromLink?: true;
  readonly unseen?: true;
  readonly expected?: Words;
  readonly zone: Zone;
} & (Want extends 'optional' ? unknown : { readonly missing: Words });

export type ValueOf<F> = F extends Field<infer V, Wanted, Ref> ? V : never;
export type WantOf<F> = F extends Field<unknown, infer W, Ref> ? W : never;
type RequiredRefs<W> = W extends RequiredWhen<infer R> ? R : never;
type ShownRefs<F> = F extends { readonly shownWhen?: infer C }
  ? C extends Condition<infer R>
    ? R
    : never
  : never;
export type RefsIn<F> = RequiredRefs<WantOf<F>> | ShownRefs<F>;

type RequiredIn<Fields> = {
  [F in keyof Fields]: WantOf<Fields[F]> extends 'required'
    ? ShownRefs<Fields[F]> extends never
      ? F
      : never
    : never;
}[keyof Fields];

/** The answers to these fields, as they are stored. */
export type AnswersTo<Fields> = { readonly [K in RequiredIn<Fields>]: ValueOf<Fields[K]> } & {
  readonly [K in Exclude<keyof Fields, RequiredIn<Fields>>]?: ValueOf<Fields[K]>;
};

/** One row of a field that has rows, in order or by name. */
type RowOf<V> = V extends readonly (infer Row)[]
  ? Row
  : V extends Readonly<Record<string, infer Row>>
    ? Row
    : never;

/**
 * The names and options that conditions use and that the fields do not have; `never` when all is well.
 * A field without a condition names every string, which is no name.
 */
export type Mistakes<Fields, R> = R extends Ref
  ? string extends R['field']
    ? never
    : R['field'] extends keyof Fields
      ? R extends { readonly row: infer Inner }
        ? RowMistakes<R['field'], RowOf<ValueOf<Fields[R['field']]>>, Inner>
        : [R['value']] extends [ValueOf<Fields[R['field']]>]
          ? never
          : `${R['field']} has no option ${R['value'] & string}`
      : `there is no field ${R['field']}`
  : never;
type RowMistakes<F extends string, Row, Inner> = Inner extends Ref
  ? Inner['field'] extends keyof Row
    ? [Inner['value']] extends [Row[Inner['field']]]
      ? never
      : `${F} has no option ${Inner['value'] & string} in ${Inner['field']}`
    : `${F} has no field ${Inner['field']}`
  : never;
/** Everything that conditions of these fields name. */
export type AllRefs<Fields> = { [F in keyof Fields]: RefsIn<Fields[F]> }[keyof Fields];

/** The stricter of two zones. */
export function stricter(one: ZoneName, other: ZoneName): ZoneName {
  return zones.indexOf(one) > zones.indexOf(other) ? one : other;
}

/** The zone of this field in a row that is, or is not, a sole trader's. */
export function zoneOf(zone: Zone, soleTrader: boolean): ZoneName {
  if (typeof zone === 'string') return zone;
  return soleTrader ? zone.soleTrader : zone.company;
}
