import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Submission } from './submission.ts';

/** What the API said of one submission. */
export interface Answer {
  readonly form: string;
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

/** Lists are imported, a batch at a time; everything else is sent by itself, by phones and pages. */
const inBatches = 'participants';
const batchMax = 100;
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
  const listed = submissions.filter(({ form }) => form === inBatches);
  const batches = Array.from({ length: Math.ceil(listed.length / batchMax) }, (_, index) =>
    listed.slice(index * batchMax, (index + 1) * batchMax),
  );
  return [
    ...batches.map((batch) => ({
      method: 'POST' as const,
      path: `/v1/forms/${inBatches}/submissions`,
      body: { submissions: batch.map((each) => ({ id: each.id, ...bodyOf(each) })) },
      submissions: batch,
    })),
    ...submissions
      .filter(({ form }) => form !== inBatches)
      .map((each) => ({
        method: 'PUT' as const,
        path: `/v1/forms/${each.form}/submissions/${each.id}`,
        body: bodyOf(each),
        submissions: [each],
      })),
  ];
}

function bodyOf({ version, answers }: Submission) {
  return { version, lang: 'sv', answers };
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
  return submissions.map(({ form }, index) => {
    const one = results[index];
    if (one === undefined) throw new Error(`expected ${submissions.length} results, got ${results.length}`);
    return answerOf(form, one);
  });
}

/** A receipt by itself does not repeat the status of its response. */
function withStatus(said: unknown, { status }: Response) {
  return { ...(typeof said === 'object' && said), status };
}

function answerOf(form: string, { status, code, message, problems }: z.infer<typeof result>): Answer {
  if (status === 201) return { form, outcome: 'new' };
  if (status === 200) return { form, outcome: 'there' };
  const wrong = problems?.[0];
  return wrong === undefined
    ? { form, outcome: 'refused', code, sentence: message?.en }
    : { form, outcome: 'refused', code: wrong.code, sentence: wrong.message.en };
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
