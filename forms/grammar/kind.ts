import type { JSX } from 'preact';
import type * as z from 'zod/mini';
import type { PublishedField } from './published.ts';
import type { Typed } from './typed.ts';
import type { Lang } from './words.ts';

/** The column types of the lake; a kind never changes its type, a changed type is a new column. */
export const columnTypes = [
  'string',
  'int',
  'bigint',
  'double',
  'boolean',
  'date',
  'timestamp',
  'array<string>',
] as const;
export type ColumnType = (typeof columnTypes)[number];

export interface Column {
  readonly type: ColumnType;
  /** Free text never reaches `analytic`; there only its length does. */
  readonly freeText: boolean;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What an input needs to know of the page around it. */
export interface Slot {
  readonly id: string;
  readonly name: string;
  /** What was typed, kept as it was. */
  readonly typed: Typed | undefined;
  readonly lang: Lang;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

/**
 * A kind of answer: one file in `forms/kinds/` with these exports, separate so that a bundle takes only
 * what it uses. All are pure, and `check` reads what `write` wrote.
 */
export interface Kind {
  /** Reads a JSON value or typed text into the answer, or complains. Built once per published version. */
  readonly check: (field: PublishedField) => z.ZodMiniType<unknown, unknown>;
  /** The answer as a page sends it, which `check` reads back. */
  readonly write: (value: unknown) => Typed;
  /** The answer as a person reads it. */
  readonly show: (field: PublishedField, value: unknown, lang: Lang) => string;
  /** Whether the control is one, which a label names, or a group, which a legend does. */
  readonly control: 'one' | 'group';
  /** The control on the page, without label and messages. */
  readonly input: (field: PublishedField, slot: Slot) => JSX.Element;
  readonly column: Column;
  /** The answer's schema (draft 2020-12), without title and description. */
  readonly jsonSchema: (field: PublishedField) => JsonSchema;
}
/** One part of every kind, by the name of the kind. */
export type KindPart<P extends keyof Kind> = Readonly<Record<string, Kind[P]>>;

/** The part of a field's kind; throws when the kind does not exist, which publishing prevents. */
export function ofKind<Part>(parts: Readonly<Record<string, Part>>, kind: string): Part {
  const part = Object.hasOwn(parts, kind) ? parts[kind] : undefined;
  if (part === undefined) throw new Error(`expected a kind of forms/kinds, got "${kind}"`);
  return part;
}
