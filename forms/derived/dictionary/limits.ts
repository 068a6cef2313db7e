import type { ColumnType } from '../../grammar/column.ts';
import { type JsonSchema, type KindPart, ofKind } from '../../grammar/kind.ts';
import type { PublishedField } from '../../grammar/published.ts';
import { isValues } from '../../grammar/reading.ts';

/** What the declaration says of the values of a column, whatever version they were answered in. */
export interface Limits {
  readonly minimum?: number | string;
  readonly maximum?: number | string;
  /** The only texts there can be, or that a list can be of. */
  readonly codes?: readonly string[];
  /** Whether an answer may go to another column of the field instead, as the reason why there is no step. */
  readonly isPart: boolean;
}

/**
 * The limits of a field's column in one version, from the kind's JSON Schema. An answer that can be of two sorts has a
 * column for each, and one that is an object a column for each property: the column takes the schema of its type.
 */
export function limitsIn(
  field: PublishedField,
  { suffix, type }: { readonly suffix: string; readonly type: ColumnType },
  schemas: KindPart<'jsonSchema'>,
): Limits {
  const whole = ofKind(schemas, field.kind)(field, schemas);
  const sorts = Array.isArray(whole.anyOf) ? whole.anyOf.filter(isValues) : [whole];
  const isPart = sorts.length > 1 || suffix !== '';
  const property = isValues(whole.properties) ? whole.properties[suffix.slice(1)] : undefined;
  const schema = isValues(property) ? property : sorts.find((sort) => isOf(sort, type));
  if (schema === undefined) return { isPart };
  const items = isValues(schema.items) ? schema.items : schema;
  return {
    isPart,
    ...numberOrText('minimum', schema.minimum ?? schema['x-earliest']),
    ...numberOrText('maximum', schema.maximum ?? schema['x-latest']),
    ...(Array.isArray(items.enum) && { codes: items.enum.map(String) }),
  };
}

function numberOrText(name: 'minimum' | 'maximum', limit: unknown) {
  return typeof limit === 'number' || typeof limit === 'string' ? { [name]: limit } : {};
}

/** Whether values of the schema go into a column of the type. */
function isOf(schema: JsonSchema, type: ColumnType): boolean {
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  if (type === 'array<string>') return schema.type === 'array';
  if (type === 'boolean') return schema.type === 'boolean';
  if (type === 'string' || type === 'date' || type === 'timestamp') {
    return schema.type === 'string' || Array.isArray(schema.enum);
  }
  return isNumber;
}

/** The limits that hold for the rows of every version: the widest; a version without one lifts it. */
export function widest(all: readonly Limits[]): Limits {
  const codes = all.map((each) => each.codes);
  return {
    isPart: all.some(({ isPart }) => isPart),
    ...furthest(
      'minimum',
      all.map(({ minimum }) => minimum),
      (one, other) => one < other,
    ),
    ...furthest(
      'maximum',
      all.map(({ maximum }) => maximum),
      (one, other) => one > other,
    ),
    // The newest come first, in their order.
    ...(codes.every((each) => each !== undefined) && { codes: [...new Set(codes.toReversed().flat())] }),
  };
}

function furthest(
  name: 'minimum' | 'maximum',
  limits: readonly (number | string | undefined)[],
  isFurther: (one: number | string, other: number | string) => boolean,
) {
  const given = limits.filter((limit) => limit !== undefined);
  if (given.length < limits.length || given.length === 0) return {};
  return { [name]: given.reduce((found, each) => (isFurther(each, found) ? each : found)) };
}
