import type { PublishedForm } from '../../grammar/published.ts';
import type { ProblemResponseName } from './problems.ts';
import { isCorrectable, pascal, schemaRef } from './schemas.ts';

export interface Operation {
  readonly path: string;
  readonly method: 'get' | 'put' | 'post';
  readonly operationId: string;
  readonly tag: keyof typeof tags;
  readonly summary: string;
  readonly description: string;
  /** Names of components. */
  readonly parameter?: 'submissionId' | 'form' | 'root' | 'search';
  readonly body?: string;
  readonly successes: Readonly<Record<string, object>>;
  readonly problems: readonly ProblemResponseName[];
}

export const tags = {
  Forms: 'What can be sent: the forms that are open here, and the schema of each.',
  Submissions: 'Sending answers. A repeat of the same request changes nothing.',
  Records: 'What was sent and corrected, for staff.',
  Companies: 'The companies that are registered, for staff.',
  Service: 'The service itself.',
};

/** Every operation, whatever it does. */
const anywhere = ['PastTheEdge', 'Fault'] as const;

/** The operations that are there whichever forms are open. */
export const readings: readonly Operation[] = [
  {
    path: '/v1/forms',
    method: 'get',
    operationId: 'listForms',
    tag: 'Forms',
    summary: 'The forms that are open here',
    description: 'Every form that may be sent here, in its current version.',
    successes: { 200: success('The open forms.', 'FormList') },
    problems: anywhere,
  },
  {
    path: '/v1/forms/{form}',
    method: 'get',
    operationId: 'readFormSchema',
    tag: 'Forms',
    summary: 'The JSON Schema of a form’s answers',
    description: 'The schema of the current version, by itself: the same that this document holds.',
    parameter: 'form',
    successes: { 200: success('The schema.', 'FormSchema', 'application/schema+json') },
    problems: [...anywhere, 'NoForm'],
  },
  {
    path: '/v1/openapi.json',
    method: 'get',
    operationId: 'readApiDescription',
    tag: 'Service',
    summary: 'This document',
    description: 'The API as OpenAPI 3.1, with the forms that are open here.',
    successes: { 200: success('The document.', 'ApiDescription') },
    problems: anywhere,
  },
  {
    path: '/healthz',
    method: 'get',
    operationId: 'checkHealth',
    tag: 'Service',
    summary: 'Whether the service works',
    description: 'Whether the store answers, and how fresh the tables for reports are.',
    successes: { 200: success('The store answers.', 'Health') },
    problems: [...anywhere, 'StoreAway'],
  },
];

/** What staff read of what was sent: there only where a form of theirs is open. */
export function recordReadings(forms: readonly PublishedForm[]): readonly Operation[] {
  if (!forms.some(isCorrectable)) return [];
  return [
    {
      path: '/v1/records/{root}',
      method: 'get',
      operationId: 'readRecord',
      tag: 'Records',
      summary: 'A record with its history',
      description:
        'Every submission of a record in order, the first one first, with its answers. Only staff can reach it, and each read is noted.',
      parameter: 'root',
      successes: { 200: success('The record.', 'Record') },
      problems: [...anywhere, 'NoRecord', 'StoreAway'],
    },
    {
      path: '/v1/records/{root}/referring',
      method: 'get',
      operationId: 'findReferringRecords',
      tag: 'Records',
      summary: 'The records that name a record',
      description:
        'The current submissions whose answers name this record, or this company by any of its keys, such as before it is erased or merged. It looks through every submission, so it takes a while; at most 1 000 are listed. Only staff can reach it.',
      parameter: 'root',
      successes: { 200: success('What names it.', 'ReferringRecords') },
      problems: [...anywhere, 'NoRecord', 'StoreAway'],
    },
  ];
}

/** The search of companies: there only where the form that registers them is open. */
export function companyReadings(forms: readonly PublishedForm[]): readonly Operation[] {
  if (!forms.some(({ keys }) => keys !== undefined)) return [];
  return [
    {
      path: '/v1/companies',
      method: 'get',
      operationId: 'findCompanies',
      tag: 'Companies',
      summary: 'Companies by name or number',
      description:
        'At most 20 companies whose name or key fits, the best first: a whole key, the beginning of a key, a whole name, the beginning of a name, or the beginning of a word in it for every word; then by name. Letters fit with and without marks. Earlier keys, and the names and keys of records that were merged into another, lead to the company too. Only staff can reach it, and each name of a person that is shown is noted.',
      parameter: 'search',
      successes: { 200: success('What fits.', 'FoundCompanies') },
      problems: [...anywhere, 'NoForm', 'WrongSearch', 'StoreAway'],
    },
  ];
}

/** The two ways to send a form. */
export function sendings(form: PublishedForm): readonly Operation[] {
  const name = pascal(form.id);
  const path = `/v1/forms/${form.id}/submissions`;
  const about = [form.intro.en, whoSends(form), ...(form.anonymous ? [dayOnly] : [])].join(' ');
  return [
    {
      path: `${path}/{id}`,
      method: 'put',
      operationId: `send${name}`,
      tag: 'Submissions',
      summary: `Send “${form.title.en}”`,
      description: `${about}\n\nA create that may be repeated without harm.`,
      parameter: 'submissionId',
      body: `${name}Submission`,
      successes: {
        200: success('The same answers were kept before; the same receipt.', 'Receipt'),
        201: success('The answers are kept.', 'Receipt'),
      },
      problems: [
        ...sending,
        ...alone,
        form.anonymous ? 'IncorrectAnonymous' : 'Incorrect',
        conflictOf(form),
        isCorrectable(form) ? 'NothingThere' : mayBeClosed(form) ? 'NoFormOrVersion' : 'NoVersion',
      ],
    },
    {
      path,
      method: 'post',
      operationId: `send${name}Batch`,
      tag: 'Submissions',
      summary: `Send “${form.title.en}” up to 100 times`,
      description: `${about}\n\n${eachAlone}`,
      body: `${name}Batch`,
      successes: { 200: success('The list was read; each submission has its own result.', 'BatchResult') },
      problems: [...sending, 'UnreadableList', ...(mayBeClosed(form) ? (['NoForm'] as const) : [])],
    },
  ];
}

const eachAlone =
  'Each submission is judged alone: some may be kept and others refused. After an error, send the whole list again.';
const dayOnly = 'It is anonymous: the time in the id is the start of a day (UTC), and the rest is random.';
const sending = [...anywhere, 'TooLarge', 'WrongType', 'StoreAway'] as const;
const alone = ['Unreadable', 'Erased'] as const;

/** Where a program is moved to, a form that is not for everybody may not be open. */
function mayBeClosed({ send }: PublishedForm): boolean {
  return send !== 'public';
}

/** What can be in the way of a submission. */
function conflictOf(form: PublishedForm): ProblemResponseName {
  if (form.keys !== undefined || form.unique !== undefined) return 'OtherContentNewerOrTaken';
  return isCorrectable(form) ? 'OtherContentOrNewer' : 'OtherContent';
}

function whoSends({ send }: PublishedForm): string {
  if (send === 'public') return 'Anybody may send it.';
  if (send === 'token') return 'It is sent by whoever holds a link to it.';
  return 'Staff send it; it is open only where nobody else can reach the service.';
}

function success(description: string, schema: string, type = 'application/json') {
  return { description, content: { [type]: { schema: schemaRef(schema) } } };
}
