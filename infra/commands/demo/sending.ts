import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { publications } from '../../../forms/published/index.ts';
import type { Submission } from './submission.ts';

/** What the API said of one submission. */
export interface Answer {
  readonly form: string;
  readonly id: string;
  readonly outcome: 'new' | 'there' | 'refused';
  /** The code of the problem, or of the first answer that is wrong; and the API's own words for it. */
  readonly code?: string;
  readonly sentence?: string;
}

/** A request, and the submissions that it carries. */
interface Delivery {
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly body: unknown;
  readonly submissions: readonly Submission[];
}

/** What phones and pages send, one at a time; staff import the rest, a batch at a time. */
const oneByOne: readonly string[] = [
  'evaluation',
  'contact-request',
  'follow-up',
  'sign-up',
  'needs-request',
  'rights-request',
];
const batchMax = 100;
/** A body may have 256 kB, with what stands between the submissions. */
const batchBytesMax = 250_000;
const atOnce = 4;

/**
 * Sends submissions through the public API, a few requests at a time and in their order; tells of each answer as it
 * comes, and ends early when it is stopped.
 */
export async function sendAll(
  url: string,
  submissions: readonly Submission[],
  answered: (answers: readonly Answer[]) => void,
  stopped: AbortSignal,
): Promise<void> {
  const waiting = deliveriesOf(submissions).values();
  async function sendSome(): Promise<void> {
    // All take from the same: each delivery is sent once.
    for (const delivery of waiting) {
      stopped.throwIfAborted();
      answered(await deliver(url, delivery));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sendSome));
}

function deliveriesOf(submissions: readonly Submission[]): Delivery[] {
  const byForm = Map.groupBy(submissions, ({ form }) => form);
  return [...byForm].flatMap(([form, all]) =>
    // A form that does not exist takes no batch either.
    oneByOne.includes(form) || publications[form] === undefined ? all.map(alone) : batchesOf(form, all),
  );
}

function alone(submission: Submission): Delivery {
  const { form, id } = submission;
  return {
    method: 'PUT',
    path: `/v1/forms/${form}/submissions/${id}`,
    body: bodyOf(submission),
    submissions: [submission],
  };
}

function batchesOf(form: string, submissions: readonly Submission[]): Delivery[] {
  return inParts(submissions).map((batch) => ({
    method: 'POST',
    path: `/v1/forms/${form}/submissions`,
    body: { submissions: batch.map(inBatch) },
    submissions: batch,
  }));
}

function inBatch(submission: Submission) {
  return { id: submission.id, ...bodyOf(submission) };
}

/** Parts in their order, each as large as one request may be. */
function inParts(submissions: readonly Submission[]): Submission[][] {
  const parts: Submission[][] = [];
  let left = 0;
  for (const each of submissions) {
    const bytes = Buffer.byteLength(JSON.stringify(inBatch(each)));
    const last = parts.at(-1);
    if (last === undefined || last.length === batchMax || bytes > left) {
      parts.push([each]);
      left = batchBytesMax - bytes;
    } else {
      last.push(each);
      left -= bytes;
    }
  }
  return parts;
}

function bodyOf({ version, supersedes, answers }: Submission) {
  return { version, lang: 'sv', supersedes, answers };
}

const result = z.object({
  status: z.int(),
  code: z.optional(z.string()),
  message: z.optional(z.object({ en: z.string() })),
  problems: z.optional(z.array(z.object({ code: z.string(), message: z.object({ en: z.string() }) }))),
});
const batchResult = z.object({ results: z.array(result) });

async function deliver(url: string, { method, path, body, submissions }: Delivery): Promise<Answer[]> {
  const response = await request(`${url}${path}`, method, JSON.stringify(body));
  const said: unknown = await response.json();
  const results =
    method === 'POST' ? batchResult.parse(said).results : [result.parse(withStatus(said, response))];
  return submissions.map(({ form, id }, index) => {
    const one = results[index];
    if (one === undefined) throw new Error(`expected ${submissions.length} results, got ${results.length}`);
    return { form, id, ...saidOf(one) };
  });
}

/** A receipt by itself does not repeat the status of its response. */
function withStatus(said: unknown, { status }: Response) {
  return { ...(typeof said === 'object' && said), status };
}

function saidOf({ status, code, message, problems }: z.infer<typeof result>): Omit<Answer, 'form' | 'id'> {
  if (status === 201) return { outcome: 'new' };
  if (status === 200) return { outcome: 'there' };
  const wrong = problems?.[0];
  return wrong === undefined
    ? { outcome: 'refused', code, sentence: message?.en }
    : { outcome: 'refused', code: wrong.code, sentence: wrong.message.en };
}

const attempts = 5;

/** Asks again when the product cannot answer now, as every client should: under the same id it is never kept twice. */
async function request(url: string, method: string, body: string): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, { method, headers: { 'content-type': 'application/json' }, body });
    if (response.status < 500) return response;
    if (attempt === attempts)
      throw new Error(`expected an answer of ${method} ${url}, got ${response.status}`);
    await response.body?.cancel();
    await pause(100 * 2 ** attempt);
  }
}
