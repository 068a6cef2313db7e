import { fieldsOf } from '../grammar/form-parts.ts';
import type { JsonSchema, KindPart } from '../grammar/kind.ts';
import type { PublishedForm } from '../grammar/published.ts';
import { fieldsSchema } from '../grammar/schema.ts';

/**
 * The JSON Schema (draft 2020-12) of a form's answers, as a program should send them. Rules over several answers and
 * the search for personnummer in text are the server's alone; and it also takes what a page would send, `"2"` for 2,
 * and an empty text for no answer.
 */
export function formSchema(form: PublishedForm, schemas: KindPart<'jsonSchema'>): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:starkare-industri:form:${form.id}:${form.version}`,
    title: form.title.en,
    description: form.intro.en,
    'x-version': form.version,
    ...fieldsSchema(fieldsOf(form), schemas),
  };
}
