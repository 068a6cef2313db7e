import { publications } from '../forms/published/index.ts';
import { now } from './lambda/clock.ts';
import { httpHandler, json, jsonObject, problem } from './lambda/http.ts';
import { openForms } from './submissions/open-forms.ts';
import { receiveSent } from './submissions/sent.ts';

const open = openForms(publications);

/** `PUT /v1/forms/{form}/submissions/{id}`: a create that may be repeated without harm. */
export const handler = httpHandler(async (request) => {
  const { form = '', id = '' } = request.parameters;
  const body = jsonObject(request);
  if ('refused' in body) return body.refused;
  const told = await receiveSent(open, form, id, body.value, now());
  return 'receipt' in told ? json(told.status, told.receipt) : problem(told.code, told.fields, told.current);
});
