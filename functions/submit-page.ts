import { askedOn } from '../forms/derived/list-page.ts';
import { firstWrong, isAskedIn, problemsOn, stepsOf } from '../forms/derived/page.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import { mayBePersonnummer } from '../forms/grammar/personnummer.ts';
import { fieldOfPath, type Problem } from '../forms/grammar/problem.ts';
import { own } from '../forms/grammar/question.ts';
import {
  type TypedFields,
  textOf,
  typedFrom,
  withoutRow,
  withoutTexts,
  withRow,
} from '../forms/grammar/typed.ts';
import { publications } from '../forms/published/index.ts';
import { now } from './lambda/clock.ts';
import { formFields, httpHandler, type Request, type Response, seeOther } from './lambda/http.ts';
import { problems } from './lambda/problems.ts';
import { checkPage, conflictPage, type Looked, standsInTheWay } from './site/check-page.tsx';
import type { Sending } from './site/form-frame.tsx';
import { formPage } from './site/form-page.tsx';
import { href } from './site/layout.tsx';
import { listReceivedPage, type RowShown } from './site/list-received-page.tsx';
import { problemPage } from './site/problem-page.tsx';
import { isId, newId, tellsDayOnly, timeOf } from './submissions/ids.ts';
import { knownOn } from './submissions/known.ts';
import { mayCorrect, type OpenForm, openForms } from './submissions/open-forms.ts';
import { receive } from './submissions/receive.ts';
import { type ReceivedRow, receiveList } from './submissions/receive-list.ts';
import { envelopeOf } from './submissions/sent.ts';

const open = openForms(publications);

/** `POST /f/{form}`: what the pages of a form send, with or without JavaScript. */
export const handler = httpHandler(submit, problemPage);

async function submit(request: Request): Promise<Response> {
  const fields = formFields(request);
  if ('refused' in fields) return problemPage(fields.refused, request.lang);
  const {
    [own.id]: id,
    [own.version]: version,
    [own.at]: at,
    [own.step]: action,
    [own.supersedes]: corrected,
    ...typed
  } = typedFrom(fields.entries);
  const formId = request.parameters.form ?? '';
  const madeAt = isId(textOf(id)) ? timeOf(textOf(id)) : now();
  const named = await open(formId, { version: Number(textOf(version)), madeAt });
  // A page of a version that is not accepted here goes on in the current one, from what was typed: nothing is sent yet.
  const found = named === 'no version' ? await open(formId) : named;
  if (typeof found === 'string') return problemPage('404', request.lang);
  const supersedes = textOf(corrected);
  if (supersedes !== '' && !(isId(supersedes) && mayCorrect(found.current))) {
    return problemPage('403.correct', request.lang);
  }
  // A correction is of one submission, whatever its form's page asks otherwise.
  const asked = supersedes === '' ? askedOn(found, typed) : found;
  return proceed(asked, {
    rowsOf: asked === found ? undefined : found,
    id: idOf(found, textOf(id)),
    sentId: textOf(id),
    supersedes: supersedes === '' ? undefined : supersedes,
    at: stepNumber(asked, textOf(at)),
    action: named === 'no version' ? 'stay' : textOf(action),
    typed,
    lang: request.lang,
  });
}

interface Sent {
  /** The form that each row is sent to, where the page is a list. */
  readonly rowsOf: OpenForm | undefined;
  readonly id: string;
  readonly sentId: string;
  /** The submission that is corrected. */
  readonly supersedes: string | undefined;
  /** The step that the page was of. */
  readonly at: number;
  /** What the pressed button asks for: `next`, `back`, `stay`, `again`, `check`, `send`, `edit:0`, `add:…`, `remove:…`. */
  readonly action: string;
  readonly typed: TypedFields;
  readonly lang: 'sv' | 'en';
}

/** The id that the page carried, or a new one where it was lost. */
function idOf({ form }: OpenForm, id: string): string {
  return isId(id) && (!form.anonymous || tellsDayOnly(id)) ? id : newId(now(), form);
}

function stepNumber({ form }: OpenForm, text: string): number {
  return Math.min(/^\d{1,2}$/.test(text) ? Number(text) : 0, stepsOf(form).length - 1);
}

/** Shows a step, with what was typed and what of it is wrong. */
type Ask = (
  step: number,
  more?: { typed?: TypedFields; problems?: readonly Problem[]; from?: 'check page' },
) => Promise<Response>;

async function proceed(found: OpenForm, sent: Sent): Promise<Response> {
  const { at } = sent;
  const sending: Sending = {
    form: found.form,
    id: sent.id,
    isList: sent.rowsOf !== undefined,
    supersedes: sent.supersedes,
    lang: sent.lang,
  };
  // What may be a personnummer goes on to no page, not even back to its own, unless it is a right answer: a kind has
  // its own rule for that.
  const kept = withoutTexts(sent.typed, found.reader.unread(sent.typed), mayBePersonnummer);
  const ask: Ask = async (step, { typed = kept, problems = [], from } = {}) => {
    const answers = found.reader.soFar(typed);
    return formPage(sending, step, await withKnown(sending, { typed, answers, problems }, step), from);
  };

  const [action = '', target = ''] = sent.action.split(':');
  switch (action) {
    case 'stay':
      return ask(at);
    case 'edit':
      return ask(stepNumber(found, target), { from: 'check page' });
    case 'back':
      return ask(stepBeside(found, sent, -1) ?? at);
    case 'add':
      return ask(at, hasRows(found, target) ? { typed: withRow(kept, target) } : {});
    case 'remove':
      return ask(at, hasRows(found, fieldOfPath(target)) ? { typed: withoutRow(kept, target) } : {});
    default:
      return goOn(found, sent, { sending, kept, ask });
  }
}

/** What is right goes on: to the next step, to the check page, or into the store; what is wrong is asked again. */
async function goOn(
  found: OpenForm,
  sent: Sent,
  { sending, kept, ask }: { sending: Sending; kept: TypedFields; ask: Ask },
): Promise<Response> {
  const { action, at } = sent;
  const steps = stepsOf(found.form);
  const reading = found.reader.read(sent.typed, 'page');
  const problems = 'problems' in reading ? reading.problems : [];
  const isWhole = action === 'send' || action === 'check';
  if (!isWhole) {
    const here = problemsOn(steps, at, problems);
    if (here.length > 0) return ask(at, { problems: here });
    const next = action === 'again' ? at : stepBeside(found, sent, 1);
    if (next !== undefined) return ask(next);
  }
  if ('problems' in reading) {
    const first = firstWrong(steps, problems) ?? at;
    return ask(first, { problems: problemsOn(steps, first, problems) });
  }
  // A page whose id was lost gets a new one, and is looked through again before anything is sent.
  if (action !== 'send' || sent.sentId !== sent.id) {
    const looked = await withKnown(sending, { typed: kept, answers: reading.answers });
    return checkPage(sending, looked, reading.leftOut);
  }
  if (sent.rowsOf !== undefined) return sendList(sent.rowsOf, sending, kept, sent.typed);
  return send(found, sending, { typed: kept, answers: reading.answers });
}

function hasRows({ form }: OpenForm, name: string): boolean {
  return fieldsOf(form).some(([own, { kind }]) => own === name && kind === 'rows');
}

/** Adds what the page knows of records: what those are called that are named, and which a step's questions could name. */
async function withKnown<What extends Looked>({ form, lang }: Sending, what: What, step?: number) {
  const questions = step === undefined ? [] : (stepsOf(form)[step]?.fields ?? []);
  return { ...what, known: await knownOn(publications, { form, answers: what.answers, lang }, questions) };
}

/** The nearest step before or after that has a question for these answers. */
function stepBeside({ form, reader }: OpenForm, sent: Sent, way: 1 | -1): number | undefined {
  const { at, typed, lang, supersedes } = sent;
  const steps = stepsOf(form);
  const answers = reader.soFar(typed);
  const state = { typed, answers, problems: [], lang, corrects: supersedes !== undefined };
  for (let index = at + way; index >= 0 && index < steps.length; index += way) {
    const step = steps[index];
    if (step !== undefined && isAskedIn(step, state)) return index;
  }
  return undefined;
}

async function send(found: OpenForm, sending: Sending, looked: Looked): Promise<Response> {
  const { id, lang, form, supersedes } = sending;
  const envelope = envelopeOf(found.current, lang, now());
  const received = await receive({ ...found, id, answers: looked.answers, envelope, supersedes });
  switch (received.outcome) {
    case 'created':
    case 'same':
      return seeOther(href(lang, `/kvitto/${received.receipt.reference}?form=${form.id}&id=${id}`));
    case 'conflict':
      return conflictPage({ ...sending, id: newId(now(), form) }, await withKnown(sending, looked));
    case 'untimely':
      return checkPage({ ...sending, id: newId(now(), form) }, await withKnown(sending, looked), []);
    case 'erased':
      return problemPage('410', lang);
    case 'nothing to correct':
      return problemPage('404.3', lang);
    case 'not current':
      return standsInTheWay(sending, await withKnown(sending, looked), {
        why: 'overtaken',
        current: received.current,
      });
    case 'taken':
      return standsInTheWay(sending, await withKnown(sending, looked), {
        why: 'taken',
        current: received.root,
      });
    case 'refused':
      return askAgain(sending, looked, received.problems);
  }
}

/** Each row is sent by itself; what became of it stands beside it. */
async function sendList(
  found: OpenForm,
  sending: Sending,
  kept: TypedFields,
  typed: TypedFields,
): Promise<Response> {
  const envelope = envelopeOf(found.current, sending.lang, now());
  const rows = await receiveList(found, sending.id, typed, envelope);
  const refused = rows.flatMap(({ outcome }) => (outcome.outcome === 'refused' ? outcome.problems : []));
  // What all rows have in common is wrong in all of them.
  const shared = refused.filter(({ path }) => found.form.list?.shared.includes(fieldOfPath(path)));
  if (shared.length > 0) return askAgain(sending, { typed: kept, answers: {} }, shared);
  return listReceivedPage(sending, kept, rows.map(shownRow));
}

/** A row of a list and what became of it. */
function shownRow({ id, answers, outcome }: ReceivedRow): RowShown {
  switch (outcome.outcome) {
    case 'created':
    case 'same':
      return { answers, status: outcome.outcome, there: id };
    case 'conflict':
      return { answers, status: 'other', there: id };
    case 'taken':
      return { answers, status: 'taken', there: outcome.root };
    case 'refused':
      return { answers, status: { refused: outcome.problems[0]?.message ?? problems['500'].title } };
    default:
      return {
        answers,
        status: { refused: problems[outcome.outcome === 'erased' ? '410' : '422.id-time'].title },
      };
  }
}

/** What turned out to be wrong only where the records are is asked again like anything else. */
async function askAgain(sending: Sending, looked: Looked, problems: readonly Problem[]): Promise<Response> {
  const steps = stepsOf(sending.form);
  const first = firstWrong(steps, problems) ?? 0;
  const state = { ...looked, problems: problemsOn(steps, first, problems) };
  return formPage(sending, first, await withKnown(sending, state, first));
}
