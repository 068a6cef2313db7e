import type { Condition } from '../grammar/conditions.ts';
import { type JsonSchema, type KindPart, ofKind } from '../grammar/kind.ts';
import { fieldsOf, type PublishedField, type PublishedForm } from '../grammar/published.ts';

/**
 * The JSON Schema (draft 2020-12) of a form's answers. What depends on other answers is in `allOf` as
 * if/then/else, so that a program can check before it sends. Rules over several answers and the search for
 * personnummer in text are the server's alone.
 */
export function formSchema(form: PublishedForm, schemas: KindPart<'jsonSchema'>): JsonSchema {
  const fields = fieldsOf(form);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:starkare-industri:form:${form.id}:${form.version}`,
    title: form.title.en,
    description: form.intro.en,
    'x-version': form.version,
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, property(field, schemas)])),
    required: fields
      .filter(([, field]) => field.wanted === 'required' && !field.shownWhen)
      .map(([name]) => name),
    additionalProperties: false,
    allOf: fields.flatMap(([name, field]) => conditional(name, field)),
  };
}

function property(field: PublishedField, schemas: KindPart<'jsonSchema'>): JsonSchema {
  const description = field.hint?.en;
  return {
    title: field.label.en,
    ...(description !== undefined && { description }),
    ...ofKind(schemas, field.kind)(field),
  };
}

function conditional(name: string, field: PublishedField): JsonSchema[] {
  const answered = { required: [name] };
  const found: JsonSchema[] = [];
  if (field.shownWhen !== undefined) found.push({ if: answered, then: schemaOf(field.shownWhen) });
  if (typeof field.wanted === 'object') {
    found.push({ if: bothHold(field.wanted.requiredWhen, field.shownWhen), then: answered });
  } else if (field.wanted === 'required' && field.shownWhen !== undefined) {
    found.push({ if: schemaOf(field.shownWhen), then: answered });
  }
  return found;
}

function bothHold(one: Condition, other: Condition | undefined): JsonSchema {
  return other === undefined ? schemaOf(one) : { allOf: [schemaOf(one), schemaOf(other)] };
}

/** A condition as a schema of the whole object of answers. */
function schemaOf(condition: Condition): JsonSchema {
  if ('is' in condition) {
    return { properties: { [condition.field]: { const: condition.is } }, required: [condition.field] };
  }
  if ('answered' in condition) {
    const answered = { required: [condition.field] };
    return condition.answered ? answered : { not: answered };
  }
  if ('all' in condition) return { allOf: condition.all.map(schemaOf) };
  return { anyOf: condition.some.map(schemaOf) };
}
