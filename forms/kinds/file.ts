import { h, type JSX } from 'preact';
import * as z from 'zod/mini';
import { demand, trimmed } from '../grammar/check.ts';
import type { Cell, Column } from '../grammar/column.ts';
import type { Ref } from '../grammar/conditions.ts';
import type { Field, FieldOptions, Wanted } from '../grammar/field.ts';
import { groupOfControls, type JsonSchema, type Slot } from '../grammar/kind.ts';
import { type Complaint, problemCodes } from '../grammar/problem.ts';
import type { PublishedField } from '../grammar/published.ts';
import { shownNumber } from '../grammar/text-input.ts';
import { entriesOf, type Typed } from '../grammar/typed.ts';
import type { Lang } from '../grammar/words.ts';
import { freeText } from './text.ts';

const stored = z.object({
  name: z.string(),
  media_type: z.string(),
  bytes: z.number(),
  sha256: z.string(),
});
/** What is known of an uploaded file; its bytes are kept by their SHA-256. */
type StoredFile = z.infer<typeof stored>;

interface FileField<Want extends Wanted, R extends Ref> extends Field<StoredFile, Want, R> {
  readonly mediaTypes: readonly string[];
  readonly bytesMax: number;
}

/** One file of one of these media types, at most so large. */
export function file<Want extends Wanted, R extends Ref = never>(
  options: FieldOptions<Want, R> & { readonly mediaTypes: readonly string[]; readonly bytesMax: number },
): FileField<Want, R> {
  return { kind: 'file', ...options };
}

const settings = z.object({ mediaTypes: z.array(z.string()), bytesMax: z.int() });
const nameMax = 200;
const sha256 = '^[0-9a-f]{64}$';

const unnamed: Complaint = {
  code: problemCodes.missing,
  message: { sv: 'Ange filens namn.', en: 'Enter the name of the file.' },
};
const wrongSum: Complaint = {
  code: problemCodes.format,
  message: {
    sv: 'Ange filens SHA-256 med 64 tecken, siffror och a–f.',
    en: 'Enter the SHA-256 of the file with 64 characters, digits and a–f.',
  },
};

// A name is no path, and no invisible turn of writing direction makes `fdp.exe` of a program look like a PDF.
const notInName = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\ufffd/\\]/u;

const fromTyped = z.transform((input: unknown) =>
  typeof input === 'string' && /^\d{1,15}$/.test(input) ? Number(input) : input,
);

export function check(field: PublishedField) {
  const { mediaTypes, bytesMax } = settings.parse(field);
  const wrongMediaType: Complaint = {
    code: problemCodes.notInList,
    message: {
      sv: `Välj en fil av en typ som tas emot: ${mediaTypes.join(', ')}.`,
      en: `Choose a file of a type that is accepted: ${mediaTypes.join(', ')}.`,
    },
  };
  const wrongSize: Complaint = {
    code: problemCodes.outOfRange,
    message: {
      sv: `Välj en fil som inte är tom och är högst ${shownSize(bytesMax, 'sv')}.`,
      en: `Choose a file that is not empty and is at most ${shownSize(bytesMax, 'en')}.`,
    },
  };
  const shape = new RegExp(sha256);
  return z.strictObject({
    name: z.pipe(trimmed(), freeText(nameMax, notInName).check(demand((name) => name !== '', unnamed))),
    media_type: z.string().check(demand((type) => mediaTypes.includes(type), wrongMediaType)),
    bytes: z.pipe(fromTyped, z.int().check(demand((bytes) => bytes >= 1 && bytes <= bytesMax, wrongSize))),
    sha256: z.string().check(demand((sum) => shape.test(sum), wrongSum)),
  });
}

export function write(value: unknown): Typed {
  const { bytes, ...texts } = stored.parse(value);
  return { ...texts, bytes: String(bytes) };
}

export function show(_field: PublishedField, value: unknown, lang: Lang): string {
  const { name, bytes } = stored.parse(value);
  return `${name} (${shownSize(bytes, lang)})`;
}

/** At most one decimal, in units of thousands (IEC 80000-13). */
function shownSize(bytes: number, lang: Lang): string {
  const [unit, size] =
    bytes >= 1e6 ? (['MB', 1e6] as const) : bytes >= 1e3 ? (['kB', 1e3] as const) : (['B', 1] as const);
  return `${shownNumber(Math.round((bytes / size) * 10) / 10, lang)}\u00a0${unit}`;
}

export const control = groupOfControls;

const later = {
  sv: 'Filer kan inte laddas upp på den här sidan ännu.',
  en: 'Files cannot be uploaded on this page yet.',
};

export function input(_field: PublishedField, slot: Slot): JSX.Element {
  const carried = slot.typed === undefined ? [] : entriesOf(slot.name, slot.typed);
  return h(
    'div',
    null,
    h('p', null, later[slot.lang]),
    carried.map(([name, value]) => h('input', { type: 'hidden', name, value })),
  );
}

function cellOf(pick: (file: StoredFile) => Cell): Column['cell'] {
  return (answer) => (answer === undefined ? undefined : pick(stored.parse(answer)));
}

const fileColumns: readonly Column[] = [
  { suffix: '', type: 'string', freeText: false, comment: 'SHA-256', cell: cellOf((each) => each.sha256) },
  {
    suffix: '_media_type',
    type: 'string',
    freeText: false,
    comment: 'medietyp',
    cell: cellOf((each) => each.media_type),
  },
  {
    suffix: '_bytes',
    type: 'bigint',
    freeText: false,
    comment: 'antal byte',
    cell: cellOf((each) => each.bytes),
  },
  { suffix: '_name', type: 'string', freeText: true, comment: 'filnamn', cell: cellOf((each) => each.name) },
];

export function columns(): readonly Column[] {
  return fileColumns;
}

export function jsonSchema(field: PublishedField): JsonSchema {
  const { mediaTypes, bytesMax } = settings.parse(field);
  return {
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 1, maxLength: nameMax },
      media_type: { enum: mediaTypes },
      bytes: { type: 'integer', minimum: 1, maximum: bytesMax },
      sha256: { type: 'string', pattern: sha256 },
    },
    required: ['name', 'media_type', 'bytes', 'sha256'],
    additionalProperties: false,
  };
}
