import type { Values } from '../forms/derived/answers.ts';
import { type TypedFields, textOf, typedFrom } from '../forms/grammar/typed.ts';
import { checks } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { now } from './lambda/clock.ts';
import { formFields, httpHandler, type Request, type Response, seeOther } from './lambda/http.ts';
import { checkPage, conflictPage, formPage, type Sending } from './site/form-page.tsx';
import { href, own } from './site/layout.tsx';
import { problemPage } from './site/problem-page.tsx';
import { isId, newId } from './submissions/ids.ts';
import { type OpenForm, openForms } from './submissions/open-forms.ts';
import { receive } from './submissions/receive.ts';
import { envelopeOf } from './submissions/sent.ts';

const open = openForms(publications, checks);

/** `POST /f/{form}`: what the pages of a form send, with or without JavaScript. */
export const handler = httpHandler(submit, problemPage);

async function submit(request: Request): Promise<Response> {
  const fields = formFields(request);
  if ('refused' in fields) return problemPage(fields.refused, request.lang);
  const { [own.id]: id, [own.version]: version, [own.step]: step, ...typed } = typedFrom(fields.entries);
  return proceed(request, { id: textOf(id), version: Number(textOf(version)), step: textOf(step), typed });
}

interface Sent {
  readonly id: string;
  readonly version: number;
  readonly step: string;
  readonly typed: TypedFields;
}

async function proceed({ lang, parameters }: Request, { id, version, step, typed }: Sent): Promise<Response> {
  const found = await open(parameters.form ?? '', version);
  if (typeof found === 'string') return problemPage('404', lang);
  const sending = { form: found.form, id: isId(id) ? id : newId(now()), lang };

  if (step === 'edit') return formPage(sending, { typed, problems: [] });
  const reading = found.reader.read(typed, 'leave out');
  if ('problems' in reading) return formPage(sending, { typed, problems: reading.problems });
  // A page whose id was lost gets a new one, and is looked through again before anything is sent.
  if (step !== 'send' || id !== sending.id) return checkPage(sending, reading.answers, reading.leftOut);
  return send(found, sending, reading.answers);
}

async function send(found: OpenForm, sending: Sending, answers: Values): Promise<Response> {
  const { id, lang, form } = sending;
  const envelope = envelopeOf(found.current, lang, now());
  const received = await receive({ ...found, id, answers, envelope });
  switch (received.outcome) {
    case 'created':
    case 'same':
      return seeOther(href(lang, `/kvitto/${received.receipt.reference}?form=${form.id}&id=${id}`));
    case 'conflict':
      return conflictPage({ ...sending, id: newId(now()) }, answers);
    case 'untimely':
      return checkPage({ ...sending, id: newId(now()) }, answers, []);
    case 'erased':
      return problemPage('410', lang);
  }
}
