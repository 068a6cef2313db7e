import * as z from 'zod/mini';
import type { FieldProblem, HttpProblemCode } from '../lambda/problems.ts';
import { isId } from './ids.ts';
import type { openForms } from './open-forms.ts';
import { type Receipt, receive } from './receive.ts';

/** What became of a submission that a program sent: its receipt, or the problem to tell. */
export type Told =
  | { readonly status: 200 | 201; readonly receipt: Receipt }
  | { readonly code: HttpProblemCode; readonly fields?: readonly FieldProblem[] };

/** Own keys only: zod passes over `__proto__`, which here is a key like any other and refused like one. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const object = z.custom<Record<string, unknown>>(isObject);
const withoutProto = object.check(z.refine((value) => !Object.hasOwn(value, '__proto__')));

const body = z.pipe(
  withoutProto,
  z.strictObject({
    version: z.int().check(z.positive()),
    lang: z._default(z.enum(['sv', 'en']), 'sv'),
    answers: object,
  }),
);

/** Receives `{ version, lang?, answers }` under an id, as the API's single and batch routes both do. */
export async function receiveSent(
  open: ReturnType<typeof openForms>,
  formId: string,
  id: string,
  sent: unknown,
  receivedAt: number,
): Promise<Told> {
  if ((await open(formId)) === undefined) return { code: '404.1' };
  if (!isId(id)) return { code: '422.id' };
  const parsed = body.safeParse(sent);
  if (!parsed.success) return { code: '400' };
  const { version, lang, answers } = parsed.data;
  const found = await open(formId, version);
  if (found === undefined) return { code: '404.2' };
  const envelope = { channel: 'web', submitterRole: 'public', lang, receivedAt } as const;
  return tell(await receive({ ...found, id, answers, envelope }));
}

function tell(outcome: Awaited<ReturnType<typeof receive>>): Told {
  switch (outcome.outcome) {
    case 'created':
      return { status: 201, receipt: outcome.receipt };
    case 'same':
      return { status: 200, receipt: outcome.receipt };
    case 'conflict':
      return { code: '409.1' };
    case 'erased':
      return { code: '410' };
    case 'untimely':
      return { code: '422.id-time' };
    case 'problems':
      return { code: '422', fields: outcome.problems };
  }
}
