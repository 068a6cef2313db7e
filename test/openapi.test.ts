import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAll, type PublishedForm } from '../forms/grammar/published.ts';
import { publications } from '../forms/published/index.ts';
import { keyOf } from '../functions/submissions/keys.ts';
import { routes } from '../infra/routes.ts';
import { visited } from './company-report-answers.ts';
import { exampleAnswers } from './example-answers.ts';
import { freshAnswers } from './fresh-answers.ts';
import { rightAnswers, startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { changeOfAll } from './made-up-project.ts';
import { newNamed, sendNamed, sendRecord } from './named-records.ts';
import { dynamodbOf, enginesOn } from './serve.ts';

// The document is held to the product from both sides: every response that it names is produced here by a real
// request, and every response to these requests is one that it names.

interface Schema {
  readonly additionalProperties?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Media {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, object>>;
}
interface Described {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly required: boolean; readonly schema: object }>>;
  readonly content: Readonly<Record<string, Media>>;
}
type MaybeRef = Described | { readonly $ref: string };
interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: { readonly 'application/json': Media } };
  readonly responses: Readonly<Record<string, MaybeRef>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Described>>;
  };
}

/** Products in the states that make a request come out in every way there is. */
const settingsOf = {
  usual: {},
  // Everybody can reach it, so that forms of staff are not open.
  public: { SENDERS: 'public' },
  behindEdge: { ORIGIN_SECRET: 'only the edge knows it' },
  // A setting that cannot be read is a fault of ours.
  faulty: { ORIGIN_SECRET: '' },
  // Its engine is killed below.
  storeless: {},
};
type Place = keyof typeof settingsOf;

const forms = (await loadAll(publications)).map((versions) => currentOf(versions));

function currentOf(versions: readonly PublishedForm[]): PublishedForm {
  const form = versions.at(-1);
  if (form === undefined) throw new Error('expected a form to have a version, it has none');
  return form;
}

/** What the answers name; `usual` has it. */
const named = newNamed();

let products: Record<Place, TestProduct>;
let document: Document;
beforeAll(async () => {
  const [usual, open, behindEdge, faulty, storeless] = await Promise.all([
    startTestProduct(settingsOf.usual),
    startTestProduct(settingsOf.public),
    startTestProduct(settingsOf.behindEdge),
    startTestProduct(settingsOf.faulty),
    startTestProduct(settingsOf.storeless),
  ]);
  products = { usual, public: open, behindEdge, faulty, storeless };
  for (const pid of enginesOn(storeless.dataDir)) process.kill(pid, 'SIGKILL');
  await sendNamed(usual.url, named);
  const words = exampleAnswers['needs-request'](named);
  for (const record of unidentified) await sendRecord(usual.url, 'needs-request', record, words);
  const request = exampleAnswers['rights-request'](named);
  for (const record of requested) await sendRecord(usual.url, 'rights-request', record, request);
  document = await documentAt('usual');
});
afterAll(async () => {
  await Promise.all(Object.values(products).map((product) => product.stop()));
});

async function documentAt(place: Place): Promise<Document> {
  return (await fetch(`${products[place].url}/v1/openapi.json`)).json();
}

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  );

function operationOf(id: string) {
  const found = operations().find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`expected the document to have an operation ${id}`);
  return found;
}

function described(response: MaybeRef): Described {
  if (!('$ref' in response)) return response;
  const found = document.components.responses[response.$ref.replace('#/components/responses/', '')];
  if (found === undefined) throw new Error(`expected the document to have ${response.$ref}`);
  return found;
}

/** What an operation may answer: a problem's code, or the status of a success. */
function codesOf({ responses }: Operation): string[] {
  return Object.entries(responses).flatMap(([status, response]) => {
    const { content } = described(response);
    return Object.values(content).flatMap(({ examples }) => (examples ? Object.keys(examples) : [status]));
  });
}

const formats = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/,
  'idn-email': /^\S+@\S+$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** What is wrong with a value by a schema of the document; undefined when nothing is. */
function wrongBy(
  schema: object,
  value: unknown,
  components: object = document.components,
): string | undefined {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats });
  return ajv.validate({ ...schema, components }, value) ? undefined : ajv.errorsText();
}

/** The schema, taking nothing that it does not describe. */
function closed(schema: Schema): Schema {
  const properties = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, closed(each)]);
  return properties.length === 0
    ? schema
    : { additionalProperties: false, ...schema, properties: Object.fromEntries(properties) };
}

function closedComponents() {
  const schemas = Object.entries(document.components.schemas);
  return { schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, closed(schema)])) };
}

interface Sent {
  readonly at?: Place;
  /** What stands in the path. */
  readonly names?: Readonly<Record<string, string>>;
  /** What stands behind it. */
  readonly query?: string;
  readonly body?: unknown;
  readonly type?: string;
}

/** Sends what an operation describes, and holds the answer to it; gives its code, or its status. */
async function codeOf(operationId: string, sent: Sent = {}): Promise<string> {
  const { method, path, responses } = operationOf(operationId);
  const { at = 'usual', names = {}, query = '', body, type = 'application/json' } = sent;
  const response = await fetch(
    `${products[at].url}${path.replace(/\{(\w+)\}/g, (_, name) => names[name] ?? '')}${query}`,
    {
      method,
      ...(body !== undefined && {
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': type },
      }),
    },
  );
  const told = await response.json();
  const status = String(response.status);
  const documented = responses[status];
  if (documented === undefined) throw new Error(`${operationId} answered ${status}, which is not documented`);
  const { content, headers = {} } = described(documented);
  for (const [name, { required, schema }] of Object.entries(headers)) {
    const value = response.headers.get(name);
    if (required || value !== null) expect(wrongBy(schema, Number(value)), name).toBeUndefined();
  }
  const media = content[response.headers.get('content-type') ?? ''];
  if (media === undefined) throw new Error(`${operationId} answered with a type that is not documented`);
  expect(wrongBy(media.schema, told, closedComponents())).toBeUndefined();
  const code = media.examples === undefined ? status : String(told.code);
  expect(codesOf(operationOf(operationId))).toContain(code);
  return code;
}

type Case = readonly [operationId: string, code: string, ask: () => Promise<string>];

/** What every operation answers when the edge was passed by, and when it fails. */
function anywhere(operationId: string, sent: Sent): Case[] {
  return [
    [operationId, '403', () => codeOf(operationId, { ...sent, at: 'behindEdge' })],
    [operationId, '500', () => codeOf(operationId, { ...sent, at: 'faulty' })],
  ];
}

const readingCases: Case[] = [
  ['listForms', '200', () => codeOf('listForms')],
  ...anywhere('listForms', {}),
  ['readFormSchema', '404.1', () => codeOf('readFormSchema', { names: { form: 'nothing' } })],
  ...forms.map(
    ({ id }): Case => ['readFormSchema', '200', () => codeOf('readFormSchema', { names: { form: id } })],
  ),
  ...anywhere('readFormSchema', { names: { form: 'participants' } }),
  ['readApiDescription', '200', () => codeOf('readApiDescription')],
  ...anywhere('readApiDescription', {}),
  ['checkHealth', '200', () => codeOf('checkHealth')],
  [
    'checkHealth',
    '200',
    async () => {
      const run = {
        run: 7,
        asOf: 1_760_000_000_000,
        committedAt: 1_760_000_900_000,
        manifest: 'm',
        holder: 'h',
      };
      await plant({ pk: 'lake', sk: 'current', ...run });
      return codeOf('checkHealth');
    },
  ],
  ['checkHealth', '503', () => codeOf('checkHealth', { at: 'storeless' })],
  ...anywhere('checkHealth', {}),
];

const recordCases: Case[] = [
  [
    'readRecord',
    '200',
    async () => {
      const root = uuidv7();
      const body = { version: 1, answers: rightAnswers };
      await codeOf('sendParticipants', { names: { id: root }, body });
      const correction = { ...body, supersedes: root, answers: { ...rightAnswers, n_men: 8 } };
      await codeOf('sendParticipants', { names: { id: uuidv7() }, body: correction });
      return codeOf('readRecord', { names: { root } });
    },
  ],
  ['readRecord', '404.4', () => codeOf('readRecord', { names: { root: uuidv7() } })],
  ['readRecord', '503', () => codeOf('readRecord', { at: 'storeless', names: { root: uuidv7() } })],
  ...anywhere('readRecord', { names: { root: uuidv7() } }),
  [
    'findReferringRecords',
    '200',
    async () => {
      const root = uuidv7();
      await codeOf('sendParticipants', { names: { id: root }, body: { version: 1, answers: rightAnswers } });
      return codeOf('findReferringRecords', { names: { root } });
    },
  ],
  ['findReferringRecords', '404.4', () => codeOf('findReferringRecords', { names: { root: uuidv7() } })],
  [
    'findReferringRecords',
    '503',
    () => codeOf('findReferringRecords', { at: 'storeless', names: { root: uuidv7() } }),
  ],
  ...anywhere('findReferringRecords', { names: { root: uuidv7() } }),
];

const findCompanies = (query: string, at?: Place) =>
  codeOf('findCompanies', { query: `?search=${encodeURIComponent(query)}`, ...(at && { at }) });

const company = { company_name: 'Åkes Svets', municipality_code: '1880' };
const soleTrader = { ...company, organisationsnummer_missing_reason: 'sole_trader' };
const sendCompany = (id: string, answers: object, supersedes?: string) =>
  codeOf('sendCompany', { names: { id }, body: { version: 1, supersedes, answers } });

const companyCases: Case[] = [
  [
    'sendCompany',
    '409.4',
    async () => {
      const legalPerson = { ...company, organisationsnummer: '556016-0680' };
      await sendCompany(uuidv7(), legalPerson);
      return sendCompany(uuidv7(), legalPerson);
    },
  ],
  [
    'findCompanies',
    '200',
    async () => {
      const root = uuidv7();
      await sendCompany(root, soleTrader);
      await sendCompany(uuidv7(), { ...company, organisationsnummer: '556036-0793' }, root);
      await sendCompany(uuidv7(), soleTrader);
      return findCompanies('åkes');
    },
  ],
  ['findCompanies', '404.1', () => findCompanies('Saab', 'public')],
  ['findCompanies', '422.search', () => findCompanies('S')],
  ['findCompanies', '422.search-personnummer', () => findCompanies('640823-3234')],
  ['findCompanies', '503', () => findCompanies('Saab', 'storeless')],
  ...anywhere('findCompanies', { query: '?search=Saab' }),
];

const nameOf = ({ id }: PublishedForm) =>
  id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const tooLarge = `{"x":"${'x'.repeat(300_000)}"}`;

/** Answers as a program sends them. */
type Sendable = Readonly<Record<string, unknown>>;

interface Right {
  readonly answers: Sendable;
  /** Right too, and not the same. */
  readonly others: Sendable;
}

const rightEvaluation = {
  activity_kind: 'visit',
  activity_date: '2026-09-10',
  few_expected: false,
  q_overall: 4,
  q_relevance: 3,
  q_learning: 'na',
  q_will_act: 'no',
  q_eu_awareness: 'no',
  gender: 'man',
  respondent_type: 'academia',
};

/** By form, right answers and what makes them others. */
const examples: Readonly<Record<string, readonly [answers: Sendable, change: Sendable]>> = {
  evaluation: [rightEvaluation, { q_overall: 1 }],
  'follow-up': [exampleAnswers['follow-up'](named), { nps: 8 }],
  'sign-up': [exampleAnswers['sign-up'](named), { name: 'Bo' }],
  'contact-request': [{ name: 'Anna', email: 'anna@exempel.se' }, { name: 'Bo' }],
  'needs-request': [exampleAnswers['needs-request'](named), { need_areas: ['automation'] }],
  'rights-request': [exampleAnswers['rights-request'](named), { request_type: 'erase' }],
  company: [soleTrader, { company_name: 'Bos Svets' }],
  'company-identity': [exampleAnswers['company-identity'](named), { basis: 'other' }],
  contact: [exampleAnswers.contact(named), { contact_name: 'Bo' }],
  outreach: [exampleAnswers.outreach(named), { contact_date: '2026-01-15' }],
  'needs-analysis': [visited, { visit_mode: 'digital' }],
  match: [exampleAnswers.match(named), { match_date: '2026-02-11' }],
  intervention: [exampleAnswers.intervention(named), { title: 'Flöde' }],
  'process-maturity': [exampleAnswers['process-maturity'](named), { scope_text: 'En linje' }],
  'production-analysis': [exampleAnswers['production-analysis'](named), { object_name: 'Svarv 4' }],
  activity: [exampleAnswers.activity(named), { title: 'Flöde' }],
  participants: [exampleAnswers.participants(named), { n_men: 9 }],
  network: [exampleAnswers.network(named), { name: 'Kvinnor' }],
  offer: [exampleAnswers.offer(named), { offer_title: 'Robotar' }],
  method: [exampleAnswers.method(named), { title: 'Ställtid' }],
  dissemination: [exampleAnswers.dissemination(named), { title: 'Ställtid' }],
  deliverable: [exampleAnswers.deliverable(named), { date: '2023-06-16' }],
  'economic-outcome': [exampleAnswers['economic-outcome'](named), { claimed_on: '2026-04-25' }],
  approval: [exampleAnswers.approval(named), { decided_on: '2026-09-25' }],
  'rights-case': [exampleAnswers['rights-case'](named), { answered_on: '2026-05-21' }],
  'project-settings': [changeOfAll, { goal: 90 }],
};

/** Records that are sent before, each for one that says which company it is of. */
const unidentified = Array.from({ length: 30 }, () => uuidv7());

/** Requests that are sent before, each for a case of its own. */
const requested = Array.from({ length: 30 }, () => uuidv7());

/** What no two records of a form name. */
const namedOnce: Readonly<Record<string, (number: number) => Sendable>> = {
  'company-identity': (number) => ({ record: unidentified[number] }),
  'rights-case': (number) => ({ rights_request_id: requested[number] }),
};

const asked = new Map<string, number>();

/** Right answers of a form, which no record has yet where it takes the same only once. */
function rightOf({ id }: PublishedForm): Right {
  const [right, change] = examples[id] ?? [];
  if (right === undefined) throw new Error(`expected right answers of ${id}, there are none`);
  const number = asked.get(id) ?? 0;
  asked.set(id, number + 1);
  const answers = { ...right, ...namedOnce[id]?.(number), ...freshAnswers[id]?.(number) };
  return { answers, others: { ...answers, ...change } };
}

/** A fresh id as the form asks for. */
function idFor({ anonymous }: PublishedForm, time = Date.now()): string {
  return uuidv7(anonymous ? time - (time % 86_400_000) : time);
}

/** What one submission is answered whatever the form asks. */
function refusedAlone(form: PublishedForm): Case[] {
  const operationId = `send${nameOf(form)}`;
  const wrong = { version: form.version, answers: { there_is_no_such_field: 1 } };
  const ask = (sent: Sent) => codeOf(operationId, { names: { id: idFor(form) }, ...sent });
  const cases: [string, Sent][] = [
    ['400', { body: '{"version":1,' }],
    ['400', { body: { answers: {} } }],
    ['404.2', { body: { ...wrong, version: 9999 } }],
    ['413', { body: tooLarge }],
    ['415', { body: wrong, type: 'text/plain' }],
    ['422', { body: wrong }],
    ['422.id', { body: wrong, names: { id: 'no-uuid' } }],
    ...closedElsewhere(form, wrong),
  ];
  if (form.anonymous) cases.push(['422.id-day', { body: wrong, names: { id: uuidv7(1_700_000_000_001) } }]);
  return [
    ...cases.map(([code, sent]): Case => [operationId, code, () => ask(sent)]),
    ...anywhere(operationId, { names: { id: idFor(form) }, body: wrong }),
  ];
}

/** Where everybody can reach the product, a form that is not for everybody is not open. */
function closedElsewhere({ send }: PublishedForm, body: unknown): [string, Sent][] {
  return send === 'public' ? [] : [['404.1', { at: 'public', body }]];
}

/** What only right answers are answered. */
function keptAlone(form: PublishedForm): Case[] {
  const operationId = `send${nameOf(form)}`;
  const send = (id: string, answers: object, sent: Sent = {}) =>
    codeOf(operationId, { names: { id }, body: { version: form.version, answers }, ...sent });
  const twice = async (next: (right: Right) => object) => {
    const id = idFor(form);
    const right = rightOf(form);
    await send(id, right.answers);
    return send(id, next(right));
  };
  return [
    [operationId, '201', () => send(idFor(form), rightOf(form).answers)],
    [operationId, '200', () => twice(({ answers }) => answers)],
    [operationId, '409.1', () => twice(({ others }) => others)],
    ...(typeof form.send === 'object' ? corrected(form) : []),
    ...(form.unique === undefined ? [] : sentTwice(form)),
    [
      operationId,
      '410',
      async () => {
        const id = idFor(form);
        await plantErased(form, id);
        return send(id, rightOf(form).answers);
      },
    ],
    [operationId, '422.id-time', () => send(idFor(form, Date.parse('2020-06-01')), rightOf(form).answers)],
    [operationId, '503', () => send(idFor(form), rightOf(form).answers, { at: 'storeless' })],
  ];
}

/** What a correction is answered. */
function corrected(form: PublishedForm): Case[] {
  const operationId = `send${nameOf(form)}`;
  const send = (id: string, answers: object, supersedes?: string) =>
    codeOf(operationId, { names: { id }, body: { version: form.version, answers, supersedes } });
  return [
    [operationId, '404.3', () => send(idFor(form), rightOf(form).answers, idFor(form))],
    [
      operationId,
      '409.2',
      async () => {
        const first = idFor(form);
        const { answers } = rightOf(form);
        await send(first, answers);
        expect(await send(idFor(form), answers, first)).toBe('201');
        return send(idFor(form), answers, first);
      },
    ],
  ];
}

/** What is answered of a record that there may be only one of, when there is another. */
function sentTwice(form: PublishedForm): Case[] {
  const operationId = `send${nameOf(form)}`;
  const send = (answers: object) =>
    codeOf(operationId, { names: { id: idFor(form) }, body: { version: form.version, answers } });
  return [
    [
      operationId,
      '409.4',
      async () => {
        const { answers, others } = rightOf(form);
        await send(answers);
        return send(others);
      },
    ],
  ];
}

/** Puts into the table what no request puts there. */
async function plant(item: object): Promise<void> {
  const Item = marshall(item);
  await dynamodbOf(products.usual.env).send(new PutItemCommand({ TableName: 'submissions', Item }));
}

/** What is left of a submission that was erased. */
async function plantErased(form: PublishedForm, id: string): Promise<void> {
  const item = { submission_id: id, root_id: id, form: form.id, form_version: form.version };
  const stamps = {
    received_at: 1_600_000_000_000,
    changed_at: 1_600_000_000_000,
    erased_at: 1_700_000_000_000,
  };
  await plant({ ...keyOf(form, id), ...item, ...stamps });
}

/** What a list of submissions is answered; one whose answers are wrong is a list all the same. */
function batchCases(form: PublishedForm): Case[] {
  const operationId = `send${nameOf(form)}Batch`;
  const { answers } = rightOf(form);
  const wrong = { id: idFor(form), version: form.version, answers: { there_is_no_such_field: 1 } };
  const right = [wrong.id, idFor(form)].map((id) => ({ ...wrong, id, answers }));
  const body = { submissions: [wrong, ...right, { ...wrong, id: 'no-uuid' }, ...right] };
  const cases: [string, Sent][] = [
    ['200', { body }],
    ['400', { body: '{' }],
    ['400.batch', { body: { submissions: [] } }],
    ['413', { body: tooLarge }],
    ['415', { body, type: 'text/plain' }],
    ['503', { at: 'storeless', body }],
    ...closedElsewhere(form, body),
  ];
  return [
    ...cases.map(([code, sent]): Case => [operationId, code, () => codeOf(operationId, sent)]),
    ...anywhere(operationId, { body }),
  ];
}

const cases: Case[] = [
  ...readingCases,
  ...recordCases,
  ...companyCases,
  ...forms.flatMap((form) => [...refusedAlone(form), ...keptAlone(form), ...batchCases(form)]),
];

describe('every response that is documented is produced, and is as documented', () => {
  test.each(cases)('%s answers %s', async (_, code, ask) => {
    expect(await ask()).toBe(code);
  });

  test('and no other is documented', () => {
    const documented = operations().flatMap((operation) =>
      codesOf(operation).map((code) => `${operation.operationId} ${code}`),
    );
    const produced = cases.map(([operationId, code]) => `${operationId} ${code}`);
    expect(new Set(produced)).toEqual(new Set(documented));
  });
});

test('the addresses are those of the routes that are no pages, for every form that is open', () => {
  const programs = Object.keys(routes).filter((route) => /^\w+ \/(v1\/|healthz)/.test(route));
  const expected = programs.flatMap((route) =>
    route.includes('/submissions') ? forms.map(({ id }) => route.replace('{form}', id)) : [route],
  );
  expect(
    operations()
      .map(({ method, path }) => `${method} ${path}`)
      .toSorted(),
  ).toEqual(expected.toSorted());
});

test('a form that is not open is not described', async () => {
  const { paths } = await documentAt('public');
  const expected = forms
    .filter(({ send }) => send === 'public')
    .map(({ id }) => `/v1/forms/${id}/submissions`);
  expect(Object.keys(paths).filter((path) => path.endsWith('/submissions'))).toEqual(expected);
});

test.each(['usual', 'public'] as const)(
  'a linter finds nothing in the document of the %s product',
  async (place) => {
    const config = await createConfig({
      extends: ['recommended'],
      // A condition on other answers requires fields that are declared beside it, not in it.
      rules: { 'no-required-schema-properties-undefined': 'off' },
    });
    const found = await lintFromString({ source: JSON.stringify(await documentAt(place)), config });
    expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  },
);

function bodySchema(operationId: string): object {
  const body = operationOf(operationId).requestBody;
  if (body === undefined) throw new Error(`expected ${operationId} to have a body, it has none`);
  return body.content['application/json'].schema;
}

test.each(forms)('right answers to $id are answers by the document, with nothing beside them', (form) => {
  const operationId = `send${nameOf(form)}`;
  const right = { version: form.version, lang: 'sv', answers: rightOf(form).answers };
  expect(wrongBy(bodySchema(operationId), right)).toBeUndefined();
  const wrongs = [
    { ...right, extra: 1 },
    { ...right, version: 9 },
    { ...right, answers: {} },
  ];
  for (const wrong of wrongs) expect(wrongBy(bodySchema(operationId), wrong)).toBeDefined();

  const listed = { submissions: [{ id: idFor(form), ...right }] };
  expect(wrongBy(bodySchema(`${operationId}Batch`), listed)).toBeUndefined();
  expect(wrongBy(bodySchema(`${operationId}Batch`), { submissions: [right] })).toBeDefined();
});

test.each(forms)('what $id has no field for is refused by its schema too', (form) => {
  const sent = { version: form.version, answers: { there_is_no_such_field: 1 } };
  expect(wrongBy(bodySchema(`send${nameOf(form)}`), sent)).toContain('answers must NOT have additional');
  expect(
    wrongBy(bodySchema(`send${nameOf(form)}Batch`), { submissions: [{ id: idFor(form), ...sent }] }),
  ).toContain('answers must NOT have additional');
});
