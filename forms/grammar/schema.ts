import type { Condition } from './conditions.ts';
import { type JsonSchema, type KindPart, ofKind } from './kind.ts';
import type { PublishedField } from './published.ts';
import type { NamedFields } from './reading.ts';

/**
 * The JSON Schema (draft 2020-12) of fields that stand together. What depends on other answers is in `allOf` as
 * if/then, so that a program can check before it sends.
 */
export function fieldsSchema(fields: NamedFields, schemas: KindPart<'jsonSchema'>): JsonSchema {
  const sent = fields.filter(([, field]) => field.kind !== 'computed');
  const conditions = sent.flatMap(([name, field]) => conditional(name, field));
  return {
    type: 'object',
    properties: Object.fromEntries(sent.map(([name, field]) => [name, property(field, schemas)])),
    required: sent
      .filter(([, field]) => field.wanted === 'required' && !field.shownWhen)
      .map(([name]) => name),
    additionalProperties: false,
    ...(conditions.length > 0 && { allOf: conditions }),
  };
}

function property(field: PublishedField, schemas: KindPart<'jsonSchema'>): JsonSchema {
  const description = field.hint?.en;
  return {
    title: field.label.en,
    ...(description !== undefined && { description }),
    ...ofKind(schemas, field.kind)(field, schemas),
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
  if ('all' in condition) return { allOf: condition.all.map(schemaOf) };
  if ('some' in condition) return { anyOf: condition.some.map(schemaOf) };
  const { field } = condition;
  if ('answered' in condition) {
    return condition.answered ? { required: [field] } : { not: { required: [field] } };
  }
  return { properties: { [field]: answerSchema(condition) }, required: [field] };
}

function answerSchema(
  condition: Exclude<Condition, { all: unknown } | { some: unknown } | { answered: unknown }>,
) {
  if ('is' in condition) return { const: condition.is };
  if ('isNot' in condition) return { not: { const: condition.isNot } };
  if ('includes' in condition) return { type: 'array', contains: { const: condition.includes } };
  if ('atLeast' in condition) return { type: 'number', minimum: condition.atLeast };
  // Rows are in order, or stand by name: one of them is as the condition says.
  const row = schemaOf(condition.anyRow);
  return {
    anyOf: [
      { type: 'array', contains: row },
      { type: 'object', not: { additionalProperties: { not: row } } },
    ],
  };
}
