import type { JSX } from 'preact';
import type * as z from 'zod/mini';
import type { Column } from './column.ts';
import type { Problem } from './problem.ts';
import type { PublishedField } from './published.ts';
import type { Typed } from './typed.ts';
import type { Lang } from './words.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Who sent the answers: a page also sends what was left empty, and what was typed before it was hidden. */
export type Sender = 'page' | 'program';

/** What a kind that holds fields of its own needs to read them. */
export interface Reads {
  readonly checks: KindPart<'check'>;
  readonly from: Sender;
}

/** What a kind that holds fields of its own needs to show them on a page. */
export interface PageKinds {
  readonly inputs: KindPart<'input'>;
  readonly controls: KindPart<'control'>;
}

/** A record that an answer may name, and what it is called. */
export interface Offered {
  readonly id: string;
  readonly called: string;
}

/** What an input needs to know of the page around it. */
export interface Slot {
  readonly id: string;
  readonly name: string;
  /** What was typed, kept as it was. */
  readonly typed: Typed | undefined;
  readonly lang: Lang;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** What is wrong with parts of the answer, by the whole path. */
  readonly problems: readonly Problem[];
  /** The records to choose from, where the answer names one and the page knows some. */
  readonly offered?: readonly Offered[] | undefined;
  readonly kinds: PageKinds;
}

/**
 * A kind of answer: one file in `forms/kinds/` with these exports, separate so that a bundle takes only
 * what it uses. All are pure, and `check` reads what `write` wrote. The last argument of each is for kinds that
 * hold fields of other kinds.
 */
export interface Kind {
  /** Reads a JSON value or typed text into the answer, or complains. Built once per published version. */
  readonly check: (field: PublishedField, reads: Reads) => z.ZodMiniType<unknown, unknown>;
  /** The answer as a page sends it, which `check` reads back. */
  readonly write: (value: unknown, field: PublishedField, writers: KindPart<'write'>) => Typed;
  /** The answer as a person reads it. */
  readonly show: (field: PublishedField, value: unknown, lang: Lang, shows: KindPart<'show'>) => string;
  /** Whether the control is one, which a label names, or a group, which a legend does. */
  readonly control: (field: PublishedField) => 'one' | 'group';
  /** The control on the page, without label and messages. */
  readonly input: (field: PublishedField, slot: Slot) => JSX.Element;
  /** What the answer becomes in the lake; a field with fields of its own has a table instead. */
  readonly columns: (field: PublishedField) => readonly Column[];
  /** The answer's schema (draft 2020-12), without title and description. */
  readonly jsonSchema: (field: PublishedField, schemas: KindPart<'jsonSchema'>) => JsonSchema;
}
/** One part of every kind, by the name of the kind. */
export type KindPart<P extends keyof Kind> = Readonly<Record<string, Kind[P]>>;

/** The part of a field's kind; throws when the kind does not exist, which publishing prevents. */
export function ofKind<Part>(parts: Readonly<Record<string, Part>>, kind: string): Part {
  const part = Object.hasOwn(parts, kind) ? parts[kind] : undefined;
  if (part === undefined) throw new Error(`expected a kind of forms/kinds, got "${kind}"`);
  return part;
}

/** The control of a kind that always is one. */
export function oneControl(): 'one' {
  return 'one';
}

/** The control of a kind that always is a group. */
export function groupOfControls(): 'group' {
  return 'group';
}
