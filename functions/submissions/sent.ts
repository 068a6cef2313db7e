import * as z from 'zod/mini';
import type { Envelope } from '../../forms/derived/item.ts';
import type { FieldProblem, HttpProblemCode } from '../lambda/problems.ts';
import { isId, tellsDayOnly, timeOf } from './ids.ts';
import { mayCorrect, type OpenForm, type openForms } from './open-forms.ts';
import type { Outcome, Receipt } from './outcome.ts';
import { receive } from './receive.ts';

/** What became of a submission that a program sent: its receipt, or the problem to tell. */
export type Told =
  | { readonly status: 200 | 201; readonly receipt: Receipt }
  | { readonly code: HttpProblemCode; readonly fields?: readonly FieldProblem[]; readonly current?: string };

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
    supersedes: z.optional(z.string().check(z.refine(isId))),
    answers: object,
  }),
);

/** Receives `{ version, lang?, supersedes?, answers }` under an id, as the API's single and batch routes both do. */
export async function receiveSent(
  open: ReturnType<typeof openForms>,
  formId: string,
  id: string,
  sent: unknown,
  receivedAt: number,
): Promise<Told> {
  const parsed = body.safeParse(sent);
  const version = parsed.success ? parsed.data.version : 0;
  const found = await open(formId, { version, madeAt: isId(id) ? timeOf(id) : receivedAt });
  if (found === 'no form') return { code: '404.1' };
  if (!isId(id)) return { code: '422.id' };
  if (!parsed.success) return { code: '400' };
  if (found === 'no version') return { code: '404.2' };
  if (found.current.anonymous && !tellsDayOnly(id)) return { code: '422.id-day' };
  const { lang, answers, supersedes } = parsed.data;
  if (supersedes !== undefined && !mayCorrect(found.current)) return { code: '400' };
  const reading = found.reader.read(answers, 'program');
  if ('problems' in reading) return { code: '422', fields: reading.problems };
  const envelope = envelopeOf(found.current, lang, receivedAt);
  return tell(await receive({ ...found, id, answers: reading.answers, envelope, supersedes }));
}

/** How a submission came. Who sent a staff form is known when there is sign-in; until then, that it was staff. */
export function envelopeOf({ send }: OpenForm['current'], lang: 'sv' | 'en', receivedAt: number): Envelope {
  return typeof send === 'object'
    ? { channel: 'staff', submitterRole: 'staff', lang, receivedAt }
    : { channel: 'web', submitterRole: 'public', lang, receivedAt };
}

function tell(outcome: Outcome): Told {
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
    case 'refused':
      return { code: '422', fields: outcome.problems };
    case 'taken':
      return { code: '409.4', current: outcome.root };
    case 'nothing to correct':
      return { code: '404.3' };
    case 'not current':
      return { code: '409.2', current: outcome.current };
  }
}
