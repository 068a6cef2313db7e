import type { Condition, Ref } from './conditions.ts';
import type { AllRefs, AnswersTo, Field, Mistakes } from './field.ts';
import type { Rule } from './rules.ts';
import type { Words } from './words.ts';

export const roles = [
  'industrial_developer',
  'expert',
  'project_manager',
  'finance',
  'communication',
  'steering',
  'analyst',
] as const;
export type Role = (typeof roles)[number];

/** Who may send a form: anybody, the holder of a link, or signed-in staff in one of the roles. */
export type Senders = 'public' | 'token' | { readonly staff: readonly Role[] };

export interface Section<Fields extends Record<string, Field> = Record<string, Field>> {
  readonly title: Words;
  readonly step?: true;
  readonly fields: Fields;
}

/** A part of a page: a heading and its questions, keyed by their permanent ids. */
export function section<Fields extends Record<string, Field>>(title: Words, fields: Fields): Section<Fields> {
  return { title, fields };
}

/** A section that begins a new step: a page of its own, with the sections that follow up to the next step. */
export function step<Fields extends Record<string, Field>>(title: Words, fields: Fields): Section<Fields> {
  return { title, step: true, fields };
}

type Together<U> = (U extends unknown ? (part: U) => void : never) extends (whole: infer I) => void
  ? I
  : never;
type FieldsOf<S extends readonly Section[]> = Together<S[number]['fields']>;
type NameOf<S extends readonly Section[]> = Extract<keyof FieldsOf<S>, string>;

/** A form, whole. Everything here is data: the same object, as JSON, is what gets published. */
export interface Form<S extends readonly Section[] = readonly Section[]> {
  /** Permanent: part of URLs and, with `_` for `-`, the name of its tables. */
  readonly id: string;
  readonly title: Words;
  readonly intro: Words;
  readonly send: Senders;
  /**
   * Nothing that is kept tells who answered, or when: ids carry the day only, times are the day and the hour
   * rounded up, and the lake holds neither id nor language.
   */
  readonly anonymous?: true;
  /** The date field that decides which period a submission counts in. */
  readonly activityDate?: string;
  /** The field whose value is the company key of a legal person. */
  readonly company?: string;
  /** When this holds the row is about a person, as a sole trader is, and the stricter zones apply. */
  readonly soleTrader?: Condition;
  /**
   * Every record is of one company and has its key, which no other record has: its organisationsnummer or, without one,
   * a number of ours behind these letters.
   */
  readonly keys?: string;
  /**
   * Fields whose answers together no two current records may share; where one is not answered all may, unless the form
   * says when it is so.
   */
  readonly unique?: readonly string[];
  /** When they are held to that, whichever of them are answered. */
  readonly uniqueWhen?: Condition;
  /** What no correction changes while the record says this. */
  readonly locked?: Lock;
  /** Its page asks for many submissions at once, as a list of rows; each is kept by itself. */
  readonly list?: List;
  /** What the receipt says, where the usual words do not fit. */
  readonly receipt?: Words;
  /** A form that the receipt offers, as a submission of its own that nothing links to this one. */
  readonly next?: string;
  /**
   * How many partitions a month of ids is spread over, from a month on; one bears about 250 000 submissions a
   * month. A key depends on it, so an entry that is published stays, and a new one begins in a month to come.
   */
  readonly shards: readonly { readonly from: string; readonly count: number }[];
  readonly sections: S;
  readonly rules: readonly Rule[];
}

/** While a condition holds in what is corrected, these answers stay as they are; the message says what to do. */
export interface Lock<Name extends string = string, R extends Ref = Ref> {
  readonly when: Condition<R>;
  readonly fields: readonly Name[];
  readonly message: Words;
}

/** A list of submissions of one form. Programs send them one by one, or as a batch. */
export interface List<Name extends string = string> {
  /** What all of them have in common, asked first and once. */
  readonly shared: readonly Name[];
  /** The field that has the id of the list, the same in all of them. */
  readonly id: Name;
  /** A record that one of them names gives the answers to others of them: by field, which of its answers. */
  readonly given?: {
    readonly by: Name;
    readonly answers: Readonly<Partial<Record<Name, string>>>;
    /** While this holds in that record, the list says what it says, or is refused. */
    readonly heldWhen?: Condition;
  };
  /** The heading of the rows, and what they answer. */
  readonly title: Words;
  readonly label: Words;
  /** What one row is, as in `Organisation`; its number follows. */
  readonly rowTitle: Words;
  readonly addRow: Words;
  readonly max: number;
}

type Checked<S extends readonly Section[], R extends Ref, U extends Ref, L extends Ref> = Omit<
  Form<S>,
  'activityDate' | 'company' | 'soleTrader' | 'unique' | 'uniqueWhen' | 'locked' | 'list' | 'rules'
> & {
  readonly activityDate?: NameOf<S>;
  readonly company?: NameOf<S>;
  readonly soleTrader?: Condition<R>;
  readonly unique?: readonly NameOf<S>[];
  readonly uniqueWhen?: Condition<U>;
  readonly locked?: Lock<NameOf<S>, L>;
  readonly list?: List<NameOf<S>>;
  readonly rules: readonly Rule<NameOf<S>>[];
} & ([Mistakes<FieldsOf<S>, AllRefs<FieldsOf<S>> | R | U | L>] extends [never]
    ? unknown
    : { readonly mistake: Mistakes<FieldsOf<S>, AllRefs<FieldsOf<S>> | R | U | L> });

/** Declares a form. A condition, rule or date that names a field the form lacks does not compile. */
export function form<
  const S extends readonly Section[],
  R extends Ref = never,
  U extends Ref = never,
  L extends Ref = never,
>(declaration: Checked<S, R, U, L>): Form<S> {
  return declaration;
}

/** The answers of a valid submission, inferred from the declaration. */
export type Answers<F> = F extends Form<infer S> ? AnswersTo<FieldsOf<S>> : never;
