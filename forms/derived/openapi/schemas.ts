import type { JsonSchema, KindPart } from '../../grammar/kind.ts';
import type { PublishedForm } from '../../grammar/published.ts';
import { formSchema } from '../schema.ts';

export function schemaRef(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

/** The form's name where letters alone are usual: components, operations. */
export function pascal(formId: string): string {
  return formId
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

const exampleId = '01994f00-0000-7000-8000-000000000001';

export const submissionId = {
  description: 'A UUIDv7 in lower case (RFC 9562), made by the sender.',
  type: 'string',
  format: 'uuid',
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  examples: [exampleId],
};

/** Staff correct what staff may send. */
export function isCorrectable({ send }: PublishedForm): boolean {
  return typeof send === 'object';
}

const superseded = {
  ...submissionId,
  description: 'The submission that this one corrects: the current one of its record.',
};

/** What is sent to one form: its answers, a submission with them, and a list of submissions. */
export function formComponents(form: PublishedForm, schemas: KindPart<'jsonSchema'>) {
  const name = pascal(form.id);
  // Here the schema is a part of the document, which says the dialect and gives it its address.
  const { $schema: _, $id: __, ...answers } = formSchema(form, schemas);
  const submission = {
    version: {
      description:
        'The version of the form that `answers` follows. Earlier versions, which follow their own schemas, are read too.',
      type: 'integer',
      const: form.version,
    },
    lang: {
      description: 'The language that the form was answered in.',
      type: 'string',
      enum: ['sv', 'en'],
      default: 'sv',
    },
    ...(isCorrectable(form) && { supersedes: superseded }),
    answers: schemaRef(`${name}Answers`),
  };
  return {
    [`${name}Answers`]: answers,
    [`${name}Submission`]: closed(submission, ['version', 'answers']),
    [`${name}Batch`]: closed(
      {
        submissions: {
          type: 'array',
          minItems: 1,
          maxItems: 100,
          items: closed({ id: submissionId, ...submission }, ['id', 'version', 'answers']),
        },
      },
      ['submissions'],
    ),
  };
}

/** What is sent is read with every key; one that is not known is refused. */
function closed(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]) {
  return { type: 'object', required, properties, additionalProperties: false };
}

const receipt = {
  id: { description: 'The id that it was sent under.', type: 'string', format: 'uuid' },
  form: { description: 'The id of the form.', type: 'string' },
  version: { description: 'The version that the answers were read by.', type: 'integer' },
  reference: {
    description: 'What people read out or write down; follows from the id.',
    type: 'string',
    pattern: '^[A-HJ-NPR-Z2-9]{8}$',
  },
  received_at: { description: 'When it was kept, UTC.', type: 'string', format: 'date-time' },
};
const exampleReceipt = {
  id: exampleId,
  form: 'participants',
  version: 1,
  reference: 'K7WX2MNP',
  received_at: '2026-09-10T09:15:00.000Z',
};

/** What comes back for what was sent to a form. */
export const receiptSchemas = {
  Receipt: {
    description: 'The answers are kept. Every repeat of the same submission gets the same receipt.',
    type: 'object',
    required: Object.keys(receipt),
    properties: receipt,
    examples: [exampleReceipt],
  },
  BatchReceipt: {
    description: 'A receipt in a list, with the status that the submission would have got alone.',
    type: 'object',
    required: ['status', ...Object.keys(receipt)],
    properties: {
      status: { description: '201 kept now, 200 kept before.', type: 'integer', enum: [200, 201] },
      ...receipt,
    },
    examples: [{ status: 201, ...exampleReceipt }],
  },
  BatchResult: {
    description: 'One answer for each submission of the list, in its order.',
    type: 'object',
    required: ['results'],
    properties: {
      results: {
        type: 'array',
        items: { oneOf: [schemaRef('BatchReceipt'), schemaRef('ProblemDetails')] },
      },
    },
  },
};

/** What is read of forms and of the service. */
export const readingSchemas = {
  FormList: {
    type: 'object',
    required: ['forms'],
    properties: { forms: { type: 'array', items: schemaRef('FormSummary') } },
  },
  FormSummary: {
    description: 'A form that is open here.',
    type: 'object',
    required: ['id', 'version', 'title', 'schema', 'page'],
    properties: {
      id: { description: 'Permanent; a part of addresses.', type: 'string' },
      version: { description: 'The current version.', type: 'integer', minimum: 1 },
      title: schemaRef('Words'),
      schema: { description: 'Address of the JSON Schema of its answers.', type: 'string' },
      page: { description: 'Address of its page for people, in Swedish.', type: 'string' },
    },
  },
  FormSchema: {
    description: 'A JSON Schema (draft 2020-12) of a form’s answers.',
    type: 'object',
    required: ['$schema', '$id', 'title', 'x-version', 'type', 'properties'],
    properties: {
      $schema: { const: 'https://json-schema.org/draft/2020-12/schema' },
      $id: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      'x-version': { description: 'The version of the form.', type: 'integer', minimum: 1 },
      type: { const: 'object' },
      properties: { type: 'object', additionalProperties: { type: 'object' } },
    },
    additionalProperties: true,
  },
  ApiDescription: {
    description: 'This document.',
    type: 'object',
    required: ['openapi', 'info', 'paths', 'components'],
    properties: {
      openapi: { type: 'string', pattern: '^3\\.1\\.' },
      info: { type: 'object' },
      paths: { type: 'object' },
      components: { type: 'object' },
    },
    additionalProperties: true,
  },
  Health: {
    type: 'object',
    required: ['status'],
    properties: {
      status: { const: 'ok' },
      lake: {
        description: 'The run that reports and queries see now; not there before the first.',
        type: 'object',
        required: ['run', 'as_of'],
        properties: {
          run: { description: 'The number of the run.', type: 'integer', minimum: 1 },
          as_of: {
            description: 'The cut-off: the lake shows the table as of this moment, UTC.',
            type: 'string',
            format: 'date-time',
          },
        },
      },
    },
  },
};

const anId = { type: 'string', format: 'uuid' };
const moment = { type: 'string', format: 'date-time' };

/** What is read of a record. */
export const recordSchemas = {
  Record: {
    description: 'A submission and its corrections.',
    type: 'object',
    required: ['root_id', 'form', 'current_id', 'history'],
    properties: {
      root_id: { ...anId, description: 'What the record is called by: the id of its first submission.' },
      form: { description: 'The id of the form.', type: 'string' },
      current_id: { ...anId, description: 'The submission that counts; a correction names it.' },
      history: { type: 'array', items: schemaRef('RecordVersion') },
    },
  },
  ReferringRecords: {
    description: 'What names a record.',
    type: 'object',
    required: ['root_id', 'form', 'referring', 'more'],
    properties: {
      root_id: anId,
      form: { description: 'The id of the form.', type: 'string' },
      referring: {
        type: 'array',
        items: {
          type: 'object',
          required: ['form', 'root_id', 'submission_id', 'paths'],
          properties: {
            form: { type: 'string' },
            root_id: anId,
            submission_id: anId,
            paths: { description: 'The answers that name it.', type: 'array', items: { type: 'string' } },
          },
        },
      },
      more: { description: 'Whether there are more than these.', type: 'boolean' },
    },
  },
  RecordVersion: {
    description: 'A submission of a record. One that was erased has no answers.',
    type: 'object',
    required: ['id', 'version', 'reference', 'received_at', 'status'],
    properties: {
      id: anId,
      version: { type: 'integer' },
      reference: { type: 'string' },
      received_at: moment,
      supersedes: { ...anId, description: 'The submission that it corrects.' },
      superseded_at: moment,
      erased_at: moment,
      status: { type: 'string', enum: ['current', 'superseded', 'erased'] },
      activity_date: { type: 'string', format: 'date' },
      channel: { type: 'string' },
      lang: { type: 'string', enum: ['sv', 'en'] },
      redacted: {
        description: 'Paths of answers that were removed at somebody’s request.',
        type: 'array',
        items: { type: 'string' },
      },
      answers: { type: 'object', additionalProperties: true },
    },
  },
};

/** What is found of companies. */
export const companySchemas = {
  FoundCompanies: {
    type: 'object',
    required: ['companies', 'more'],
    properties: {
      companies: { type: 'array', maxItems: 20, items: schemaRef('FoundCompany') },
      more: { description: 'Whether more companies fit than these.', type: 'boolean' },
    },
  },
  FoundCompany: {
    description: 'A registered company, as its record says now.',
    type: 'object',
    required: ['root_id', 'company_key', 'municipality_code', 'municipality', 'sole_trader'],
    properties: {
      root_id: { ...anId, description: 'What its record is called by.' },
      company_key: {
        description: 'What forms name it by: its organisationsnummer, or the key that it got without one.',
        type: 'string',
      },
      earlier_keys: { description: 'What it was named by before.', type: 'array', items: { type: 'string' } },
      organisationsnummer: { type: 'string' },
      company_name: {
        description: 'Not there when it was removed at somebody’s request.',
        type: 'string',
      },
      municipality_code: { type: 'string' },
      municipality: schemaRef('Words'),
      sole_trader: {
        description: 'Whether its name is that of a person, such as a sole trader.',
        type: 'boolean',
      },
    },
  },
};
