import fc, { type GeneratorValue } from 'fast-check';
import type { Condition } from '../../forms/grammar/conditions.ts';
import type { Field, Wanted, Zone } from '../../forms/grammar/field.ts';
import { choice } from '../../forms/kinds/choice.ts';
import { choices } from '../../forms/kinds/choices.ts';
import { code } from '../../forms/kinds/code.ts';
import { companyKey } from '../../forms/kinds/company-key.ts';
import { computed } from '../../forms/kinds/computed.ts';
import { date } from '../../forms/kinds/date.ts';
import { dateTime } from '../../forms/kinds/date-time.ts';
import { decimal } from '../../forms/kinds/decimal.ts';
import { email } from '../../forms/kinds/email.ts';
import { file } from '../../forms/kinds/file.ts';
import { integer } from '../../forms/kinds/integer.ts';
import { longText } from '../../forms/kinds/long-text.ts';
import { matrix } from '../../forms/kinds/matrix.ts';
import { money } from '../../forms/kinds/money.ts';
import { organisationsnummer } from '../../forms/kinds/organisationsnummer.ts';
import { phone } from '../../forms/kinds/phone.ts';
import { ranked } from '../../forms/kinds/ranked.ts';
import { reference } from '../../forms/kinds/reference.ts';
import { rows } from '../../forms/kinds/rows.ts';
import { scale } from '../../forms/kinds/scale.ts';
import { text } from '../../forms/kinds/text.ts';
import { url } from '../../forms/kinds/url.ts';
import { yesNo } from '../../forms/kinds/yes-no.ts';
import { sum } from '../../forms/scores/sum.ts';
import type { KindName, Spec } from './made-form.ts';

interface Common {
  readonly label: { readonly sv: string; readonly en: string };
  readonly missing: { readonly sv: string; readonly en: string };
  readonly wanted: Wanted;
  readonly zone: Zone;
  readonly shownWhen?: Condition;
}

/** A column as it should be: what is right here is written down a second time, and not taken from the kind. */
export interface MadeColumn {
  readonly suffix: string;
  readonly type: string;
  readonly isFreeText?: true;
  /** What a reader of Parquet should find, of an answer. */
  readonly value: (answer: unknown) => unknown;
}

interface MadeKind {
  readonly declare: (common: Common, spec: Spec, cells: Record<string, Field>) => Field;
  /** A right answer, as it is kept; tables are answered row by row. */
  readonly answer: (g: GeneratorValue, spec: Spec) => unknown;
  readonly columns: (spec: Spec) => readonly MadeColumn[];
}

const one = (type: string, value: MadeColumn['value'] = (answer) => answer) => {
  const columns = [{ suffix: '', type, value }];
  return () => columns;
};
const free = (): readonly MadeColumn[] => [
  { suffix: '', type: 'string', isFreeText: true, value: (answer) => answer },
];
const none = () => [];
const words = (sv: string) => ({ sv, en: sv });

/** The options that a list of this size has. */
export function codesOf({ size }: Pick<Spec, 'size'>): string[] {
  return Array.from({ length: size + 1 }, (_, index) => `o${index + 1}`);
}
const listOf = (spec: Spec) => ({
  id: 'made-up-list',
  options: codesOf(spec).map((each) => ({ code: each, sv: `Val ${each}`, en: `Option ${each}` })),
});

export function pick<T>(g: GeneratorValue, items: readonly T[]): T {
  const found = items[g(fc.nat, { max: items.length - 1 })];
  if (found === undefined) throw new Error('expected something to pick from, got nothing');
  return found;
}
const upTo = (g: GeneratorValue, max: number) => pick(g, [max, g(fc.nat, { max })]);
const word = (g: GeneratorValue) => pick(g, ['alfa', 'Beta', 'gamma']);
const line = (g: GeneratorValue, max: number) =>
  pick(g, ['Åäö 🚀', 'x', 'ö'.repeat(max), `${word(g)} och ${word(g)}`]);
const days = ({ size }: Spec) => ({ earliest: '2021-01-01', latest: `${2030 + size}-12-31` });
const day = (g: GeneratorValue, { size }: Spec) =>
  `${2021 + upTo(g, 9 + size)}-0${1 + g(fc.nat, { max: 8 })}-15`;
const utcDay = (answer: unknown) => new Date(`${answer}T00:00:00Z`);
const partOf = (part: string) => (answer: unknown) => new Map(Object.entries(Object(answer))).get(part);

/** Every kind: how it is declared, a right answer, and what becomes of it. */
export const kinds: Readonly<Record<KindName, MadeKind>> = {
  text: {
    declare: (common, { size }) => text({ ...common, max: 20 + 10 * size }),
    answer: (g, { size }) => line(g, 20 + 10 * size),
    columns: free,
  },
  'long-text': {
    declare: (common, { size }) => longText({ ...common, max: 20 + 10 * size }),
    answer: (g, { size }) => pick(g, ['Två\nrader', line(g, 20 + 10 * size)]),
    columns: free,
  },
  email: {
    declare: (common) => email(common),
    answer: (g) => `${word(g)}@exempel.se`,
    columns: one('string'),
  },
  phone: {
    declare: (common) => phone(common),
    answer: (g) => pick(g, ['+4619211000', '+46701234567']),
    columns: one('string'),
  },
  url: {
    declare: (common) => url(common),
    answer: (g) => `https://exempel.se/${word(g)}`,
    columns: one('string'),
  },
  integer: {
    declare: (common, { size }) => integer({ ...common, min: 0, max: 100 * size }),
    answer: (g, { size }) => upTo(g, 100 * size),
    columns: one('int'),
  },
  decimal: {
    declare: (common, { size }) =>
      decimal({ ...common, min: 0, max: 100 * size, decimals: 2, unit: words('timmar') }),
    answer: (g, { size }) => upTo(g, 10_000 * size) / 100,
    columns: one('decimal(18,2)'),
  },
  money: {
    declare: (common, { size }) => money({ ...common, min: 0, max: 1000 * size }),
    answer: (g, { size }) => upTo(g, 100_000 * size) / 100,
    columns: one('decimal(18,2)'),
  },
  date: {
    declare: (common, spec) => date({ ...common, ...days(spec) }),
    answer: day,
    columns: one('date', utcDay),
  },
  'date-time': {
    declare: (common, spec) => dateTime({ ...common, ...days(spec) }),
    answer: (g, spec) => `${day(g, spec)}T13:30`,
    columns: one('timestamp', (answer) => new Date(`${answer}:00Z`)),
  },
  'yes-no': {
    declare: (common) => yesNo(common),
    answer: (g) => g(fc.boolean),
    columns: one('boolean'),
  },
  choice: {
    declare: (common, spec) => choice(listOf(spec), common),
    answer: (g, spec) => pick(g, codesOf(spec)),
    columns: one('string'),
  },
  choices: {
    declare: (common, spec) => choices(listOf(spec), common),
    answer: (g, spec) => g(fc.subarray, codesOf(spec), { minLength: 1 }),
    columns: one('array<string>'),
  },
  ranked: {
    declare: (common, spec) => ranked(listOf(spec), { ...common, max: spec.size }),
    answer: (g, spec) => g(fc.shuffledSubarray, codesOf(spec), { minLength: 1, maxLength: spec.size }),
    columns: one('array<string>'),
  },
  scale: {
    declare: (common, { hasNone }) =>
      scale({
        ...common,
        from: 1,
        to: 5,
        ...(hasNone && { none: [{ code: 'na', ...words('Ej relevant') }] }),
      }),
    answer: (g, { hasNone }) => pick(g, [1, 2, 5, ...(hasNone ? ['na'] : [])]),
    columns: ({ hasNone }) => [
      { suffix: '', type: 'int', value: (answer) => (answer === 'na' ? undefined : answer) },
      ...(hasNone ? [reason] : []),
    ],
  },
  code: {
    declare: (common, { size }) =>
      code({ ...common, pattern: `[A-Z]{1,${size}}`, format: words('Skriv koden.') }),
    answer: (g, { size }) => 'K'.repeat(1 + g(fc.nat, { max: size - 1 })),
    columns: one('string'),
  },
  organisationsnummer: {
    declare: (common) => organisationsnummer(common),
    answer: (g) => pick(g, ['556036-0793', '556012-5790']),
    columns: one('string'),
  },
  'company-key': {
    declare: (common) => companyKey('company', common),
    answer: (g) => pick(g, ['556036-0793', '556012-5790']),
    columns: one('string'),
  },
  reference: {
    declare: (common) => reference('participants', common),
    answer: (g) => `01994f00-0000-7000-8000-00000000000${g(fc.nat, { max: 9 })}`,
    columns: one('string'),
  },
  file: {
    declare: (common, { size }) =>
      file({ ...common, mediaTypes: ['application/pdf'], bytesMax: 1000 * size }),
    answer: (g, { size }) => ({
      name: `${word(g)}.pdf`,
      media_type: 'application/pdf',
      bytes: 1 + g(fc.nat, { max: 1000 * size - 1 }),
      sha256: 'ab'.repeat(32),
    }),
    columns: () => [
      { suffix: '', type: 'string', value: partOf('sha256') },
      { suffix: '_media_type', type: 'string', value: partOf('media_type') },
      { suffix: '_bytes', type: 'bigint', value: partOf('bytes') },
      { suffix: '_name', type: 'string', isFreeText: true, value: partOf('name') },
    ],
  },
  computed: {
    declare: ({ label, zone }) => computed(sum('n_base'), { label, zone }),
    answer: none,
    columns: one('int'),
  },
  rows: {
    declare: (common, { size }, fields) =>
      rows({ ...common, rowTitle: words('Rad'), addRow: words('Lägg till'), max: size + 1, fields }),
    answer: none,
    columns: none,
  },
  matrix: {
    declare: (common, spec, fields) =>
      matrix(listOf(spec), { ...common, item: 'area', mandatory: ['o1'], more: words('Fler'), fields }),
    answer: none,
    columns: none,
  },
};

const reason: MadeColumn = {
  suffix: '_missing_reason',
  type: 'string',
  value: (answer) => (answer === 'na' ? answer : undefined),
};
