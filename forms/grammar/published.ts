import * as z from 'zod/mini';
import type { Condition } from './conditions.ts';
import { zones } from './field.ts';
import { roles } from './form.ts';
import type { ReadingParts } from './reading.ts';
import { publishedRule } from './rules.ts';

const words = z.object({ sv: z.string(), en: z.string() });
const name = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,62}$/));

const condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: name, is: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ field: name, isNot: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ field: name, answered: z.boolean() }),
    z.strictObject({ field: name, includes: z.string() }),
    z.strictObject({ field: name, atLeast: z.number() }),
    z.strictObject({ field: name, anyRow: condition }),
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ some: z.array(condition) }),
  ]),
);

const zoneName = z.enum(zones);

/** A field as published. What belongs to its kind alone (`max`, `options` …) is parsed by the kind. */
const field = z.looseObject({
  kind: z.string(),
  label: words,
  short: z.optional(words),
  hint: z.optional(words),
  missing: z.optional(words),
  expected: z.optional(words),
  wanted: z.union([
    z.enum(['optional', 'required', 'neededToCount']),
    z.strictObject({ requiredWhen: condition }),
  ]),
  shownWhen: z.optional(condition),
  fromLink: z.optional(z.literal(true)),
  happened: z.optional(z.union([z.literal(true), condition])),
  /** What a number counts, shown behind its control. */
  unit: z.optional(words),
  zone: z.union([zoneName, z.strictObject({ company: zoneName, soleTrader: zoneName })]),
  /** The fields of each row, where the answer is a table; the lake has a table for it too. */
  get fields() {
    return z.optional(z.record(name, field));
  },
  /** What a numbered row is: `Kontaktperson`. */
  rowTitle: z.optional(words),
  /** What its rows are called by, where they are not numbered: one row for each option that is answered. */
  items: z.optional(z.array(z.object({ code: z.string(), sv: z.string(), en: z.string() }))),
  /** By cell and row, the field elsewhere in the form that is asked instead and copied there. */
  given: z.optional(z.record(name, z.record(z.string(), name))),
  /** The column that says which row it is, where rows have names. */
  item: z.optional(name),
  /** Rows that everybody answers, and cells that only those need. */
  mandatory: z.optional(z.array(z.string())),
  mandatoryCells: z.optional(z.array(name)),
  /** The score that is computed, and that it stands on no page. */
  compute: z.optional(z.string()),
  unseen: z.optional(z.literal(true)),
});
export type PublishedField = z.infer<typeof field>;

const publishedForm = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,62}$/)),
  version: z.int().check(z.positive()),
  /** The day it was published (`yyyy-mm-dd`, UTC), which is when it replaced the version before. */
  published: z.optional(z.iso.date()),
  title: words,
  intro: words,
  send: z.union([z.enum(['public', 'token']), z.strictObject({ staff: z.array(z.enum(roles)) })]),
  anonymous: z.optional(z.literal(true)),
  activityDate: z.optional(name),
  company: z.optional(name),
  soleTrader: z.optional(condition),
  keys: z.optional(z.string().check(z.regex(/^[A-Z]{2}-$/))),
  unique: z.optional(z.array(name).check(z.minLength(1))),
  uniqueWhen: z.optional(condition),
  locked: z.optional(
    z.strictObject({ when: condition, fields: z.array(name).check(z.minLength(1)), message: words }),
  ),
  list: z.optional(
    z.strictObject({
      shared: z.array(name).check(z.minLength(1)),
      id: name,
      given: z.optional(
        z.strictObject({ by: name, answers: z.record(name, name), heldWhen: z.optional(condition) }),
      ),
      title: words,
      label: words,
      rowTitle: words,
      addRow: words,
      max: z.int().check(z.minimum(1), z.maximum(100)),
    }),
  ),
  next: z.optional(z.string()),
  receipt: z.optional(words),
  shards: z
    .array(
      z.strictObject({
        from: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
        count: z.int().check(z.minimum(1), z.maximum(1024)),
      }),
    )
    .check(z.minLength(1)),
  sections: z.array(
    z.strictObject({ title: words, step: z.optional(z.literal(true)), fields: z.record(name, field) }),
  ),
  rules: z.array(publishedRule),
});

/** One published version of a form, wholly data: what a submission that names it is judged by. */
export type PublishedForm = z.infer<typeof publishedForm>;

/** Reads a published version; throws when the file is not one. */
export function readPublished(data: unknown): PublishedForm {
  return publishedForm.parse(data);
}

/** The machine-written list of what is published, `forms/published/index.ts`; each version loads by itself. */
export type Publications = Readonly<
  Record<
    string,
    {
      readonly current: number;
      readonly load: Readonly<Record<number, () => Promise<{ default: unknown }>>>;
      readonly parts: () => Promise<{ readonly parts: ReadingParts }>;
    }
  >
>;

/** Read once: a version never changes, and every request asks for one. */
const read = new WeakMap<object, Promise<PublishedForm>>();

/** One version of a form (the current one when none is named); undefined when it was never published. */
export async function loadForm(
  publications: Publications,
  formId: string,
  version?: number,
): Promise<PublishedForm | undefined> {
  const publication = Object.hasOwn(publications, formId) ? publications[formId] : undefined;
  const load = publication?.load[version ?? publication.current];
  return load === undefined ? undefined : loadOnce(load);
}

async function loadOnce(load: () => Promise<{ default: unknown }>): Promise<PublishedForm> {
  const found = read.get(load) ?? load().then((module) => readPublished(module.default));
  read.set(load, found);
  // A file that could not be read now may be there the next time.
  found.catch(() => read.delete(load));
  return found;
}

/** What a form's versions are read with. */
export async function loadParts(publications: Publications, formId: string): Promise<ReadingParts> {
  const found = await publications[formId]?.parts();
  if (found === undefined) throw new Error(`expected a published form, got "${formId}"`);
  return found.parts;
}

/** Every version of every form, oldest first: what the lake's columns are the union of. */
export async function loadAll(publications: Publications): Promise<PublishedForm[][]> {
  return Promise.all(
    Object.values(publications).map(({ load }) => Promise.all(Object.values(load).map(loadOnce))),
  );
}
