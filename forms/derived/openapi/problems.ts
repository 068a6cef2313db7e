import { type Problem, type ProblemCode, problemCodes } from '../../grammar/problem.ts';
import type { Words } from '../../grammar/words.ts';

interface ProblemResponse {
  readonly description: string;
  /** Of one HTTP status, which is what stands before the dot. */
  readonly codes: readonly [string, ...string[]];
  readonly headers?: object;
}

const retryAfter = {
  'Retry-After': {
    description: 'How many seconds to wait before the same request is sent again.',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
};

/** What can go wrong, as responses that operations share: which codes each may carry. */
export const problemResponses = {
  Unreadable: { description: 'The body is not what this address reads.', codes: ['400'] },
  UnreadableList: {
    description: 'The body is no JSON, or no list of 1 to 100 submissions with ids. None was kept.',
    codes: ['400', '400.batch'],
  },
  PastTheEdge: { description: 'The request did not come by the service’s own address.', codes: ['403'] },
  NoForm: { description: 'No such form is open here.', codes: ['404.1'] },
  NoVersion: { description: 'The form was never published in this version.', codes: ['404.2'] },
  NoFormOrVersion: {
    description: 'The form is not open here, or was never published in this version.',
    codes: ['404.1', '404.2'],
  },
  NothingThere: {
    description:
      'The form is not open here, was never published in this version, or has no submission that `supersedes` names.',
    codes: ['404.1', '404.2', '404.3'],
  },
  NoRecord: { description: 'There is no record whose first submission has this id.', codes: ['404.4'] },
  OtherContentOrNewer: {
    description:
      'Other answers came earlier under this id, or what is to be corrected has been corrected since (`current` says by which). What came first is kept, this is not.',
    codes: ['409.1', '409.2'],
  },
  OtherContentNewerOrTaken: {
    description:
      'Other answers came earlier under this id, what is to be corrected has been corrected since (`current` says by which), or another record has what no two may share (`current` says which). What came first is kept, this is not.',
    codes: ['409.1', '409.2', '409.4'],
  },
  OtherContent: {
    description: 'Other answers came earlier under this id; they are kept, these are not.',
    codes: ['409.1'],
  },
  Erased: { description: 'The answers under this id were erased.', codes: ['410'] },
  TooLarge: { description: 'The body is larger than 256 kB.', codes: ['413'] },
  WrongType: { description: 'The body is not sent as `application/json` in UTF-8.', codes: ['415'] },
  Incorrect: {
    description: 'The answers or the id need correcting; nothing was kept.',
    codes: ['422', '422.id', '422.id-time'],
  },
  IncorrectAnonymous: {
    description: 'The answers or the id need correcting; nothing was kept.',
    codes: ['422', '422.id', '422.id-day', '422.id-time'],
  },
  WrongSearch: {
    description: 'The search is too short or too long, or looks like a personnummer.',
    codes: ['422.search', '422.search-personnummer'],
  },
  Fault: { description: 'A fault of the service’s own. The same request may be sent again.', codes: ['500'] },
  StoreAway: {
    description: 'The store cannot be reached. Send the same request again.',
    codes: ['503'],
    headers: retryAfter,
  },
} as const satisfies Record<string, ProblemResponse>;

export type ProblemResponseName = keyof typeof problemResponses;
/** The codes that an operation of the API can answer with. */
export type ApiCode = (typeof problemResponses)[ProblemResponseName]['codes'][number];

/** A problem's body. Only whoever answers requests has the words of each code, and hands them in. */
export type ProblemBody = (
  code: ApiCode,
  fields?: readonly Problem[],
) => { readonly status: number; readonly title: string; readonly message: Words };

/** The HTTP status of a response. */
export function statusOf(name: ProblemResponseName): string {
  return problemResponses[name].codes[0].slice(0, 3);
}

/** The codes of these responses, each once. */
export function codesOf(names: readonly ProblemResponseName[]): ApiCode[] {
  return [...new Set<ApiCode>(names.flatMap((name) => problemResponses[name].codes))].toSorted();
}

/** These responses as components. Each code is a named example: the body that programs will see. */
export function responseComponents(names: readonly ProblemResponseName[]) {
  return Object.fromEntries(names.map((name) => [name, responseOf(problemResponses[name])]));
}

function responseOf({ codes, ...response }: ProblemResponse) {
  const examples = codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]);
  const content = {
    schema: { $ref: '#/components/schemas/ProblemDetails' },
    examples: Object.fromEntries(examples),
  };
  return { ...response, content: { 'application/problem+json': content } };
}

const wrongAnswer: Problem = {
  path: 'activity_date',
  code: problemCodes.missing,
  message: { sv: 'Ange datum.', en: 'Enter a date.' },
};

/** The body of every code as an example. */
export function exampleComponents(codes: readonly ApiCode[], bodyOf: ProblemBody) {
  return Object.fromEntries(
    codes.map((code) => {
      const value = code === '422' ? bodyOf(code, [wrongAnswer]) : bodyOf(code);
      return [code, { summary: value.title, value }];
    }),
  );
}

/** A new code does not compile before it says here what it means. */
const meanings: Readonly<Record<ProblemCode, string>> = {
  [problemCodes.missing]: 'the answer is missing',
  [problemCodes.unknownField]: 'the form has no such field',
  [problemCodes.wrongType]: 'another JSON type is asked for',
  [problemCodes.tooLong]: 'the text is too long',
  [problemCodes.notInList]: 'the list has no such option',
  [problemCodes.outOfRange]: 'outside the range that is allowed',
  [problemCodes.format]: 'not written as it has to be',
  [problemCodes.checkDigit]: 'the check digit does not fit',
  [problemCodes.personnummer]: 'holds a personnummer, which is never kept',
  [problemCodes.characters]: 'holds characters that cannot be kept',
  [problemCodes.notAsked]: 'is not asked when the other answers are as they are',
  [problemCodes.together]: 'does not fit with other answers',
  [problemCodes.computed]: 'is computed from other answers and may not be sent',
  [problemCodes.noRecord]: 'names no record that there is',
};

function listed(lines: Readonly<Record<string, string>>): string {
  return Object.entries(lines)
    .map(([code, meaning]) => `- \`${code}\` ${meaning}`)
    .join('\n');
}

/** What a problem is, as RFC 9457 has it, and what may be wrong with a single answer. */
export function problemSchemas(codes: readonly ApiCode[], bodyOf: ProblemBody) {
  const statuses = [...new Set(codes.map((code) => bodyOf(code).status))];
  return {
    Words: {
      description: 'The same in Swedish and English, for people.',
      type: 'object',
      required: ['sv', 'en'],
      properties: { sv: { type: 'string' }, en: { type: 'string' } },
    },
    ProblemDetails: {
      description: 'What went wrong (RFC 9457). Programs branch on `code`; people read `message`.',
      type: 'object',
      required: ['type', 'title', 'status', 'detail', 'code', 'message'],
      properties: {
        type: { type: 'string', format: 'uri', description: 'Names the problem; follows from `code`.' },
        title: { type: 'string', description: 'What happened, the same each time.' },
        status: { type: 'integer', enum: statuses, description: 'The HTTP status.' },
        detail: { type: 'string', description: 'What to do about it.' },
        code: {
          type: 'string',
          enum: codes,
          description: 'Says exactly what is wrong. A published code never changes its meaning.',
        },
        message: { $ref: '#/components/schemas/Words' },
        current: {
          description:
            'With code 409.2: the id of the submission that is current. With 409.4: what the record that is there is called by.',
          type: 'string',
          format: 'uuid',
        },
        problems: {
          description: 'With code 422: what is wrong with which answer.',
          type: 'array',
          minItems: 1,
          items: { $ref: '#/components/schemas/FieldProblem' },
        },
      },
    },
    FieldProblem: {
      description: 'What is wrong with one answer. It never repeats the answer.',
      type: 'object',
      required: ['path', 'code', 'message'],
      properties: {
        path: {
          type: 'string',
          description:
            'The id of the field, with dots before a row and a field in it; `?` for a name that can be none.',
        },
        code: { type: 'string', enum: Object.keys(meanings), description: listed(meanings) },
        message: { $ref: '#/components/schemas/Words' },
      },
    },
  };
}
