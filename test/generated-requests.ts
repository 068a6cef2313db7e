import fc from 'fast-check';
import {
  type Answers,
  type Entry,
  entriesOf,
  objectOf,
  person,
  personInText,
  rightAnswers,
  wrongEntry,
  wrongText,
} from './generated-answers.ts';
import { acceptedUntil, uuidv7 } from './local-product.ts';
import type { Sent } from './serve.ts';

// Requests that are wrong as a whole, each with the code or the status it gets, and how right ones are made.

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

export function put(id: string, body: string, formId = 'participants', headers = json): Sent {
  return { method: 'PUT', path: `/v1/forms/${formId}/submissions/${id}`, headers, body };
}

export function batch(body: string, formId = 'participants'): Sent {
  return { method: 'POST', path: `/v1/forms/${formId}/submissions`, headers: json, body };
}

export type Fields = readonly (readonly [string, string])[];

/** What the page of the form posts. */
export function post(fields: Fields, { path = '/f/participants', headers = form } = {}): Sent {
  const pairs = fields.map(([name, value]): [string, string] => [name, value]);
  return { method: 'POST', path, headers, body: new URLSearchParams(pairs).toString() };
}

/** The body of a PUT with these answers. */
export function whole(entries: readonly Entry[]): string {
  return `{"version":1,"answers":${objectOf(entries)}}`;
}

/** The answers with one of them replaced, or added. */
export function spoilt(right: Answers, [name, value]: Entry): Entry[] {
  return [...entriesOf(right).filter(([each]) => each !== name), [name, value]];
}

/** The answers as they are typed on the page. */
export function typed(entries: readonly Entry[]): Fields {
  return entries.map(([name, value]) => [name, String(JSON.parse(value))]);
}

const now = Date.now();
const hour = 60 * 60 * 1000;
const dayMs = 24 * hour;
/** The time of an id that is right. */
export const timely = fc.integer({
  min: Date.parse('2021-01-01'),
  max: Math.min(now + 23 * hour, acceptedUntil),
});
const early = fc.integer({ min: 0, max: Date.parse('2021-01-01') - 1 });
/** An id that is not, of what is accepted in its version; years from now there is none that is too late. */
export const untimely = (
  now + 25 * hour < acceptedUntil
    ? fc.oneof(early, fc.integer({ min: now + 25 * hour, max: acceptedUntil }))
    : early
).map(uuidv7);
/** An id of when the version that it is sent with is not accepted any more. */
const outlived = fc.integer({ min: acceptedUntil + 60 * dayMs, max: 2 ** 48 - 1 }).map(uuidv7);
export const noId = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  person,
  fc.uuid({ version: 4 }),
  timely.map((time) => uuidv7(time).toUpperCase()),
);

const right = rightAnswers.map(({ sent }) => objectOf(entriesOf(sent)));
const texted = (text: fc.Arbitrary<string>) => text.map((each) => JSON.stringify(each));
const without = fc
  .constantFrom('activity', 'activity_date', 'company_name', 'municipality_code', 'n_women', 'n_undisclosed')
  .map((name) => (all: Entry[]) => all.filter(([each]) => each !== name));
const numberAndReason: Entry[] = [
  ['organisationsnummer', '"556036-0793"'],
  ['organisationsnummer_missing_reason', '"foreign"'],
];
const neitherOrBoth = fc
  .constantFrom([], numberAndReason)
  .map((own) => (all: Entry[]) => [...all.filter(([each]) => !each.startsWith('organisations')), ...own]);
const nobody = (all: Entry[]) =>
  all.map(([name, value]): Entry => [name, name.startsWith('n_') ? '0' : value]);

/** Right answers that do not fit together, or of which one is missing. */
export const unfitting = fc
  .tuple(rightAnswers, fc.oneof(without, neitherOrBoth, fc.constant(nobody)))
  .map(([{ sent }, change]) => change(entriesOf(sent)));

/** Bodies that hold no submission, and their code. */
export const noSubmission: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  right
    .chain((text) => fc.nat({ max: text.length - 1 }).map((length) => text.slice(0, length)))
    .map((text) => [text, '400'] as const),
  fc.oneof(fc.string({ unit: 'binary' }), fc.json(), personInText).map((text) => [text, '400'] as const),
  fc
    .tuple(
      right,
      fc.oneof(fc.constantFrom('0', '-1', '1.5', 'null', '[1]', '1e999', '{}'), texted(personInText)),
    )
    .map(([text, version]) => [`{"version":${version},"answers":${text}}`, '400'] as const),
  fc
    .tuple(right, fc.integer({ min: 1000, max: 2 ** 53 - 1 }))
    .map(([text, version]) => [`{"version":${version},"answers":${text}}`, '404.2'] as const),
  fc
    .tuple(right, fc.constantFrom('__proto__', 'constructor', 'id', 'x', ''), fc.json())
    .map(([text, key, value]) => [`{"version":1,"answers":${text},"${key}":${value}}`, '400'] as const),
  fc
    .tuple(right, fc.oneof(fc.json(), texted(personInText)))
    .map(([text, lang]) => [`{"version":1,"answers":${text},"lang":${lang}}`, '400'] as const),
  fc
    .json()
    .filter((text) => !text.startsWith('{'))
    .map((answers) => [`{"version":1,"answers":${answers}}`, '400'] as const),
  right.map((text) => [`\ufeff{"version":1,"answers":${text}}`, '400'] as const),
);

const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  person,
  fc.constantFrom('__proto__', 'toString'),
);
const rubbish = fc.constantFrom(
  '%',
  '%zz',
  '%E0%A4%A',
  '%00',
  '%ff',
  '%2F',
  '%5c',
  'a'.repeat(6000),
  '%25'.repeat(900),
);
/** A part of a path that names nothing, as it is written there. */
const nameless = fc.oneof(name.map(encodeURIComponent), rubbish).filter((text) => !/^\.+$/.test(text));

/** Requests to no submission that there can be, with right answers, and their code. */
export const noPlace: fc.Arbitrary<readonly [Sent, string]> = fc
  .tuple(right, timely.map(uuidv7), nameless, untimely, outlived, noId.map(encodeURIComponent))
  .chain(([answers, id, part, late, later, other]) => {
    const body = `{"version":1,"answers":${answers}}`;
    const list = `{"submissions":[{"id":"${id}","version":1,"answers":${answers}}]}`;
    return fc.constantFrom<[Sent, string]>(
      [put(late, body), '422.id-time'],
      [put(later, body), '404.2'],
      [put(part, body), '422.id'],
      [put(other, body), '422.id'],
      [put(id, body, part), '404.1'],
      [batch(list, part), '404.1'],
    );
  })
  .filter(([{ path }]) => !/\/\.+(\/|$)/.test(path));

const anotherType = fc
  .constantFrom('', 'text/plain', 'application/x-www-form-urlencoded', 'application/json;charset=latin1')
  .chain((type) => fc.constantFrom(type, 'multipart/form-data; boundary=x', 'application/jsonx', 'json'));
const filling = fc.constantFrom('"x":"', '"note":"å', '[[[[', '"\\ud800', 'e\u0301\u0316');

/** Right answers in another type, and bodies that are too large, and their code. */
export const noJson: fc.Arbitrary<readonly [Sent, string]> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(right, anotherType).map(([answers, type]) => {
      const body = `{"version":1,"answers":${answers}}`;
      return [put(uuidv7(), body, 'participants', { 'content-type': type }), '415'] as const;
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(filling, fc.integer({ min: 263_000, max: 400_000 }))
      .map(
        ([text, size]) =>
          [
            put(uuidv7(), `{"version":1,"answers":{"note":"x${text.repeat(size / text.length)}`),
            '413',
          ] as const,
      ),
  },
);

/** Batches that are none, and their code. */
export const noBatch: fc.Arbitrary<readonly [Sent, string]> = fc
  .oneof(
    fc.json().filter((text) => !text.startsWith('[')),
    fc.constantFrom('[]', '[[]]', '[null]', '[{}]', '[{"id":1}]', `[${'{"id":"x"},'.repeat(100)}{"id":"x"}]`),
  )
  .map((list) => [batch(`{"submissions":${list}}`), '400.batch'] as const);

/** A submission in a batch: its own answer is the code, or 201 when there is none. */
export const inBatch = fc.oneof(
  fc.record({ time: timely, right: rightAnswers }),
  fc.record({ time: timely, right: rightAnswers, wrong: wrongEntry, code: fc.constant('422') }),
  fc.record({ id: noId, right: rightAnswers, code: fc.constant('422.id') }),
  fc.record({ id: untimely, right: rightAnswers, code: fc.constant('422.id-time') }),
  fc.record({
    time: timely,
    right: rightAnswers,
    version: fc.constantFrom('1000', '9e15'),
    code: fc.constant('404.2'),
  }),
  fc.record({
    time: timely,
    right: rightAnswers,
    version: fc.constantFrom('"1"', 'null'),
    code: fc.constant('400'),
  }),
);

/** Right answers with one that is wrong on the page too, which leaves out what it did not ask and has an `_id`. */
export const wrongOnPage = fc
  .tuple(rightAnswers, wrongText)
  .filter(([, [field]]) => !['organisationsnummer_missing_reason', '_id'].includes(field))
  .map(([{ sent }, wrong]) => typed(spoilt(sent, wrong)));

const many: Fields = Array.from({ length: 5001 }, (_, index) => [`x${index}`, '']);
const page: Fields = [['_version', '1']];
const noVersion = fc
  .tuple(fc.oneof(personInText, fc.string()), wrongOnPage)
  .map(([version, fields]): Sent => post([...fields, ['_version', `${version}x`]]));
const noAddress = nameless.chain((part) =>
  fc.constantFrom<Sent>(
    post(page, { path: `/f/${part}` }),
    post(page, { path: `/en/f/${part}` }),
    { method: 'GET', path: `/f/${part}` },
    { method: 'GET', path: `/kvitto/${part}?form=participants&id=${part.slice(0, 60)}` },
    { method: 'GET', path: `/${part}`, headers: { accept: 'text/html' } },
  ),
);
const otherType = fc
  .tuple(anotherType, personInText)
  .filter(([type]) => type !== form['content-type'])
  .map(([type, text]): Sent => post([...page, ['note', text]], { headers: { 'content-type': type } }));
const bytes = (body: string): Sent => ({ ...post([]), body });
const allWith = (requests: fc.Arbitrary<Sent>, status: number) =>
  requests.map((sent): readonly [Sent, number] => [sent, status]);

/** Requests of a browser that get a page with this status and nothing else. */
export const noPage: fc.Arbitrary<readonly [Sent, number]> = fc.oneof(
  // A page of a version that is not known comes back in the current one, with what was typed.
  allWith(noVersion, 200),
  allWith(noAddress, 404),
  allWith(otherType, 415),
  allWith(fc.string({ unit: 'binary' }).map(bytes), 200),
  allWith(
    fc
      .constantFrom('activity=%E5%zz', 'activity=%', 'note=%00%ff')
      .map((text) => bytes(`_version=1&${text}`)),
    422,
  ),
  allWith(fc.constant(post(many)), 400),
  allWith(fc.constant(post([...page, ['note', 'x'.repeat(263_000)]])), 413),
);
