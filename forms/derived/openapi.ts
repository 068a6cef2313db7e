import type { KindPart } from '../grammar/kind.ts';
import type { PublishedForm } from '../grammar/published.ts';
import {
  companyReadings,
  type Operation,
  readings,
  recordReadings,
  sendings,
  tags,
} from './openapi/operations.ts';
import {
  codesOf,
  exampleComponents,
  type ProblemBody,
  problemSchemas,
  responseComponents,
  statusOf,
} from './openapi/problems.ts';
import {
  companySchemas,
  formComponents,
  readingSchemas,
  receiptSchemas,
  recordSchemas,
  schemaRef,
  submissionId,
} from './openapi/schemas.ts';

interface Described {
  /** The version of the API. */
  readonly version: string;
  /** The current version of every form that is open. */
  readonly forms: readonly PublishedForm[];
  readonly schemas: KindPart<'jsonSchema'>;
  readonly problem: ProblemBody;
}

/**
 * The API as an OpenAPI 3.1 document. Each form has its own addresses, so that a program made from the document
 * knows which answers go where. Components are only those that something refers to.
 */
export function openApi({ version, forms, schemas, problem }: Described) {
  const records = recordReadings(forms);
  const companies = companyReadings(forms);
  const operations = [...readings, ...records, ...companies, ...forms.flatMap(sendings)];
  const responses = [...new Set(operations.flatMap(({ problems }) => problems))];
  const codes = codesOf(responses);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Starkare industri',
      version,
      summary: 'Forms in, evidence out',
      description: introduction,
      license: { name: 'European Union Public Licence 1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/', description: 'Where this document came from.' }],
    security: [],
    tags: Object.entries(tags)
      .filter(([name]) => operations.some(({ tag }) => tag === name))
      .map(([name, description]) => ({ name, description })),
    paths: pathsOf(operations),
    components: {
      schemas: {
        ...Object.assign({}, ...forms.map((form) => formComponents(form, schemas))),
        ...(forms.length > 0 && receiptSchemas),
        ...readingSchemas,
        ...(records.length > 0 && recordSchemas),
        ...(companies.length > 0 && companySchemas),
        ...problemSchemas(codes, problem),
      },
      parameters: {
        form: formParameter,
        ...(forms.length > 0 && { submissionId: idParameter }),
        ...(records.length > 0 && { root: rootParameter }),
        ...(companies.length > 0 && { search: searchParameter }),
      },
      responses: responseComponents(responses),
      examples: exampleComponents(codes, problem),
    },
  };
}

function pathsOf(operations: readonly Operation[]) {
  const byPath = Map.groupBy(operations, ({ path }) => path);
  const items = Array.from(byPath, ([path, some]) => [
    path,
    Object.fromEntries(some.map((operation) => [operation.method, described(operation)])),
  ]);
  return Object.fromEntries(items);
}

function described({ operationId, tag, summary, description, ...operation }: Operation) {
  const { parameter, body, successes, problems } = operation;
  const refused = problems.map((name) => [statusOf(name), { $ref: `#/components/responses/${name}` }]);
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    ...(parameter && { parameters: [{ $ref: `#/components/parameters/${parameter}` }] }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaRef(body) } } },
    }),
    responses: { ...successes, ...Object.fromEntries(refused) },
  };
}

const formParameter = {
  name: 'form',
  in: 'path',
  required: true,
  description: 'The id of a form, as the list of forms has it.',
  schema: { type: 'string' },
};

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description:
    'A new id for each submission; the same for each repeat. Its time lies between 2021 and tomorrow.',
  schema: submissionId,
};

const rootParameter = {
  name: 'root',
  in: 'path',
  required: true,
  description: 'The id of the first submission of a record, which the record is called by.',
  schema: submissionId,
};

const searchParameter = {
  name: 'search',
  in: 'query',
  required: true,
  description:
    'The beginning of an organisationsnummer or key, with or without its dash, or the beginnings of words of a name. Never a personnummer.',
  schema: { type: 'string', minLength: 2, maxLength: 100 },
};

const introduction = `Each form is declared once; its schema here follows from that, as its page and its tables do.

**Sending.** Make an id (UUIDv7, lower case) for each submission and PUT it. A repeat of the same request changes
nothing: it gets 200 and the receipt that the first got with 201. After a broken connection, 500 or 503, send the
same request again.

**Problems** come as \`application/problem+json\` (RFC 9457). Programs branch on \`code\`, people read \`message\`.
Examples are named by the code they show.

**The gateway** in front of the service may answer by itself, as \`application/json\` with no more than a
\`message\`: 404 (no such method here), 413 (over 10 MB), 429 (too many requests at once), 500 or 503 (the service
did not answer in time). After 429, 500 and 503, wait and repeat.

**What may come.** Forms, optional fields, codes, and properties of what is answered may be added under \`/v1\`;
pass over those that you do not know.`;
