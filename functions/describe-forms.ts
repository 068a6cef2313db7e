import { formSchema } from '../forms/derived/schema.ts';
import type { PublishedForm } from '../forms/grammar/published.ts';
import { jsonSchemas } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { httpHandler, json, problem } from './lambda/http.ts';
import { allOpenForms, openForm } from './submissions/open-forms.ts';

/** `GET /v1/forms`: the open forms. `GET /v1/forms/{form}`: one form’s JSON Schema. */
export const handler = httpHandler(async (request) => {
  const { form: formId } = request.parameters;
  if (formId === undefined) return json(200, { forms: (await allOpenForms(publications)).map(summary) });
  const form = await openForm(publications, formId);
  if (form === undefined) return problem('404.1');
  return {
    ...json(200, formSchema(form, jsonSchemas)),
    headers: { 'content-type': 'application/schema+json' },
  };
});

function summary({ id, version, title }: PublishedForm) {
  return { id, version, title, schema: `/v1/forms/${id}`, page: `/f/${id}` };
}
