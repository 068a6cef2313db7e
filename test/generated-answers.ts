import fc from 'fast-check';
import { municipalities } from '../forms/lists/municipalities.ts';

// Answers to `participants`, right and wrong, for fast-check. What is right here is written down a second
// time, from the rules and not from the code: the code is what is tested.

export type Answers = Readonly<Record<string, string | number>>;
/** One answer as it stands in JSON. The value is JSON text, so that it may be what no value can be. */
export type Entry = readonly [name: string, json: string];

/** Every personnummer that was ever made here, as ten digits. */
export const planted = new Set<string>();

function withCheckDigit(nine: string): string {
  const products = [...nine].map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1));
  const sum = products.reduce((all, each) => all + Math.floor(each / 10) + (each % 10), 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

const two = (value: number) => String(value).padStart(2, '0');
const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));

// The day of a samordningsnummer is the day of birth plus 60.
const birthday = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 61, max: 91 }));
const personnummer = fc
  .tuple(digits(2), fc.integer({ min: 1, max: 12 }), birthday, digits(3))
  .map(([year, month, day, serial]) => withCheckDigit(`${year}${two(month)}${two(day)}${serial}`))
  .map((ten) => {
    planted.add(ten);
    return ten;
  });

/** What people, and the programs they type in, put between birthday and serial number. */
const betweens = ['', '-', '+', ' ', ' - ', '–', '\u2010', '\u2011', '\u2212', '\u00a0', '.', '\u200b-'];
const plainly = fc
  .tuple(personnummer, fc.constantFrom('', '18', '19', '20'), fc.boolean(), fc.constantFrom(...betweens))
  .map(([ten, century, dashed, between]) => {
    const date = [ten.slice(0, 2), ten.slice(2, 4), ten.slice(4, 6)].join(dashed ? '-' : '');
    return `${century}${date}${between}${ten.slice(6)}`;
  });
const asVatNumber = personnummer.map((ten) => `SE${ten}01`);
export const person = fc.oneof({ weight: 9, arbitrary: plainly }, { weight: 1, arbitrary: asVatNumber });
const around = fc.constantFrom(['', ''], ['ring ', ''], ['(', ')'], ['Anna Ek, ', '.'], ['nr:', ' tack']);
export const personInText = fc
  .tuple(person, around)
  .map(([written, [before, after]]) => `${before}${written}${after}`);

const line = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => `${text}x`)
  .filter((text) => !/[\p{C}\ufffd]|\d{4}/u.test(text));
const organisationsnummer = fc
  .tuple(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 2, max: 9 }), digits(6))
  .map(([first, third, rest]) => withCheckDigit(`${first}${third}${rest}`));
const writings = [
  (ten: string) => ten,
  (ten: string) => `${ten.slice(0, 6)}-${ten.slice(6)}`,
  (ten: string) => ` 16${ten.slice(0, 6)} ${ten.slice(6)}`,
  (ten: string) => `SE${ten}01`,
];
const company: fc.Arbitrary<{ readonly sent: Answers; readonly read: Answers }> = fc.oneof(
  fc.tuple(organisationsnummer, fc.constantFrom(...writings)).map(([ten, write]) => ({
    sent: { organisationsnummer: write(ten) },
    read: { organisationsnummer: `${ten.slice(0, 6)}-${ten.slice(6)}` },
  })),
  fc
    .constantFrom('sole_trader', 'foreign', 'private_person', 'unknown')
    .map((organisationsnummer_missing_reason) => ({
      sent: { organisationsnummer_missing_reason },
      read: { organisationsnummer_missing_reason },
    })),
);
const codes: readonly string[] = municipalities.options.map(({ code }) => code);

/** Right answers: as they are sent, and as they are read and kept. */
export const rightAnswers = fc
  .record({
    company,
    texts: fc.record({ activity: line, company_name: line }),
    note: fc.option(fc.array(line, { minLength: 1, maxLength: 4 }), { nil: undefined }),
    date: fc.date({ min: new Date('2021-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    plain: fc.record({
      municipality_code: fc.constantFrom(...codes),
      n_men: fc.integer({ min: 0, max: 10_000 }),
    }),
    women: fc.integer({ min: 1, max: 9999 }),
    writeNumber: fc.constantFrom(Number, String, (n: number) => ` ${n},0`),
    undisclosed: fc.constantFrom(0, -0, 7),
    dashes: fc.constantFrom('-', ''),
  })
  .map(({ company, texts, note, date, plain, women, writeNumber, undisclosed, dashes }) => {
    const activity_date = date.toISOString().slice(0, 10);
    const sent: Answers = {
      ...plain,
      ...company.sent,
      activity: `\u00a0${texts.activity} `,
      company_name: texts.company_name.normalize('NFD'),
      ...(note && { note: note.join('\r\n') }),
      n_women: writeNumber(women),
      n_undisclosed: undisclosed,
      activity_date: activity_date.replaceAll('-', dashes),
    };
    const read: Answers = {
      ...plain,
      ...company.read,
      activity: inOneForm(texts.activity),
      company_name: inOneForm(texts.company_name),
      ...(note && { note: inOneForm(note.join('\n')) }),
      n_women: women,
      n_undisclosed: undisclosed === 0 ? 0 : undisclosed,
      activity_date,
    };
    return { sent, read };
  });

function inOneForm(text: string): string {
  return text.normalize('NFC').trim();
}

export function entriesOf(answers: Answers): Entry[] {
  return Object.entries(answers).map(([name, value]) => [
    name,
    Object.is(value, -0) ? '-0' : JSON.stringify(value),
  ]);
}

/** The JSON text of an object, every key as it stands: twice, or `__proto__`. */
export function objectOf(entries: readonly Entry[]): string {
  return `{${entries.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`;
}

const texts = fc.constantFrom('activity', 'company_name', 'note');
const textual = fc.constantFrom(
  'organisationsnummer',
  'municipality_code',
  'activity_date',
  'activity',
  'note',
);
const numeric = fc.constantFrom('n_women', 'n_men', 'n_undisclosed');
const anyField = fc.oneof(textual, numeric);
const unreadable = ['\0', '\u0001', '\u001b', '\u007f', '\u0085', '\ud800', '\udfff', '\uffff', '\ufffd'];
const noNumber = [
  '""x',
  'x',
  '3,5',
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  '１',
  '-1',
  '10001',
  '9'.repeat(400),
  '--1',
];
const noDay = [
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '2020-12-31',
  '2100-01-01',
  '26-9-1',
  '2026-09-10T10',
];
const noCompany = [
  '559999-9999',
  '55603607',
  '5560360793123',
  '551360-0008',
  'x'.repeat(10),
  '17556036-0793',
];
const keys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'n_womenx',
  'N_WOMEN',
  '_id',
  'a.b',
  '$',
];
const string = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc.tuple(
    name,
    value.map((text) => JSON.stringify(text)),
  );
const json = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>) => fc.tuple(name, value);

/** One answer that makes any answers wrong: as text, which a page can send too. */
export const wrongText: fc.Arbitrary<Entry> = fc.oneof(
  string(
    texts,
    fc.tuple(line, fc.constantFrom(...unreadable), line).map((parts) => parts.join('')),
  ),
  string(
    texts,
    fc.integer({ min: 501, max: 3000 }).map((length) => 'å'.repeat(length)),
  ),
  string(numeric, fc.constantFrom(...noNumber)),
  string(fc.constant('activity_date'), fc.oneof(fc.constantFrom(...noDay), line)),
  string(fc.constant('organisationsnummer'), fc.oneof(fc.constantFrom(...noCompany), line)),
  string(
    fc.constant('municipality_code'),
    fc.oneof(fc.constantFrom('9998', '__proto__', 'constructor'), line),
  ),
  string(
    fc.constantFrom('activity', 'company_name', 'municipality_code', 'n_men'),
    fc.constantFrom('', ' \t'),
  ),
  string(anyField, personInText),
  string(fc.oneof(fc.constantFrom(...keys), personInText), fc.oneof(line, personInText)),
);

/** As `wrongText`, with what only JSON can hold. */
export const wrongEntry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 3, arbitrary: wrongText },
  json(
    textual,
    fc.constantFrom('null', 'true', '0', '-1e308', '1e999', '[]', '{}', '[["x"]]', '{"length":1}'),
  ),
  json(
    textual,
    fc.json().filter((text) => !text.startsWith('"')),
  ),
  json(
    numeric,
    fc.constantFrom('null', 'false', '[3]', '{}', '-1', '1.5', '10001', '1e999', '-1e999', '1e21'),
  ),
  json(fc.constantFrom(...keys), fc.json()),
  json(
    anyField,
    fc.integer({ min: 10, max: 20_000 }).map((deep) => '['.repeat(deep) + ']'.repeat(deep)),
  ),
  json(
    anyField,
    personnummer.map((ten) => String(Number(ten))),
  ),
);
