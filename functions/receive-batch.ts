import * as z from 'zod/mini';
import { publications } from '../forms/published/index.ts';
import { now } from './lambda/clock.ts';
import { httpHandler, json, jsonObject, problem } from './lambda/http.ts';
import { problemDetails } from './lambda/problems.ts';
import { openForm, openForms } from './submissions/open-forms.ts';
import { receiveSent } from './submissions/sent.ts';

const open = openForms(publications);

/** Each is read whole by whoever receives it, with every key that was sent; here only its id is needed. */
function hasId(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

const batch = z.strictObject({
  submissions: z.array(z.custom<{ readonly id: string }>(hasId)).check(z.minLength(1), z.maxLength(100)),
});

/** Enough to hide the store's latency, few enough not to crowd out other senders. */
const atOnce = 8;

/**
 * `POST /v1/forms/{form}/submissions`: up to 100 submissions, each `{ id, version, lang?, supersedes?, answers }`, and one
 * answer for each in the same order: the status and body that its own PUT would have got.
 */
export const handler = httpHandler(async (request) => {
  const { form = '' } = request.parameters;
  const body = jsonObject(request);
  if ('refused' in body) return body.refused;
  if ((await openForm(publications, form)) === undefined) return problem('404.1');
  const parsed = batch.safeParse(body.value);
  if (!parsed.success) return problem('400.batch');

  const { submissions } = parsed.data;
  const results: unknown[] = [];
  const receivedAt = now();
  for (let start = 0; start < submissions.length; start += atOnce) {
    const some = submissions.slice(start, start + atOnce);
    results.push(...(await Promise.all(some.map((submission) => receiveOne(form, submission, receivedAt)))));
  }
  return json(200, { results });
});

async function receiveOne(form: string, submission: { readonly id: string }, receivedAt: number) {
  const { id, ...sent } = submission;
  const told = await receiveSent(open, form, id, sent, receivedAt);
  return 'receipt' in told
    ? { status: told.status, ...told.receipt }
    : problemDetails(told.code, told.fields, told.current);
}
