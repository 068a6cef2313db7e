/**
 * What a page sends for a field: a text, several texts (boxes of one name), or parts by name. A part's name
 * stands after a dot, rows are parts by number: `areas.quality=3`, `rows.0.name=…`.
 */
export type Typed = string | readonly string[] | { readonly [part: string]: Typed };
export type TypedFields = Readonly<Record<string, Typed>>;

/** Deeper than any field: a table of rows, a row, its cell, and boxes in it. */
const depthMax = 4;

type Parts = Map<string, string | string[] | Parts>;

/** A part is called as a field, an option or a row is: nothing that a person types. */
const partName = /^(?:[a-z][a-z0-9_]{0,62}|\d{1,4})$/;

function pathOf(name: string): string[] {
  const [field = '', ...parts] = name.split('.');
  const isPath = parts.length < depthMax && parts.every((part) => partName.test(part));
  return isPath ? [field, ...parts] : [name];
}

/** Puts a page's names and texts together, by field; names that no page of ours has are left as they are. */
export function typedFrom(entries: Iterable<readonly [string, string]>): Record<string, Typed> {
  const fields: Parts = new Map();
  for (const [name, text] of entries) {
    put(fields, pathOf(name), text);
  }
  return finished(fields);
}

function put(parts: Parts, [part = '', ...rest]: readonly string[], text: string): void {
  const found = parts.get(part);
  if (rest.length > 0) {
    const inner: Parts = found instanceof Map ? found : new Map();
    parts.set(part, inner);
    put(inner, rest, text);
  } else if (typeof found === 'string') parts.set(part, [found, text]);
  else if (Array.isArray(found)) found.push(text);
  else if (found === undefined) parts.set(part, text);
}

/** `Object.fromEntries` makes own keys of every name, `__proto__` too. */
function finished(parts: Parts): Record<string, Typed> {
  return Object.fromEntries(
    [...parts].map(([part, value]) => [part, value instanceof Map ? finished(value) : value]),
  );
}

/** The names and texts that are put together to this. */
export function entriesOf(name: string, typed: Typed): (readonly [string, string])[] {
  if (typeof typed === 'string') return [[name, typed]];
  if (isSeveral(typed)) return typed.map((text) => [name, text] as const);
  return Object.entries(typed).flatMap(([part, value]) => entriesOf(`${name}.${part}`, value));
}

/** The text of a field that is one text. */
export function textOf(typed: Typed | undefined): string {
  return typeof typed === 'string' ? typed : '';
}

/** The texts of a field that may have several, or one. */
export function textsOf(typed: Typed | undefined): readonly string[] {
  if (typed === undefined) return [];
  if (typeof typed === 'string') return [typed];
  return isSeveral(typed) ? typed : [];
}

/** The parts of a field that has them, rows in their order. */
export function partsOf(typed: Typed | undefined): { readonly [part: string]: Typed } | undefined {
  return typed === undefined || typeof typed === 'string' || isSeveral(typed) ? undefined : typed;
}

/** More rows than any field takes; the field itself says how many. */
const rowsMax = 1000;

/** What was typed, with one more (empty) row of the field. */
export function withRow(fields: TypedFields, name: string): TypedFields {
  const typed = Object.hasOwn(fields, name) ? fields[name] : {};
  const rows = partsOf(typed);
  const numbers = Object.keys(rows ?? {}).map(Number);
  if (rows === undefined || numbers.length >= rowsMax) return fields;
  const next = Math.max(0, ...numbers) + 1;
  return { ...fields, [name]: { ...(numbers.length === 0 && { 0: {} }), ...rows, [next]: {} } };
}

/** What was typed, without the row that the path (`rows.2`) leads to. */
export function withoutRow(fields: TypedFields, path: string): TypedFields {
  const [name = '', row] = path.split('.');
  const rows = Object.hasOwn(fields, name) ? partsOf(fields[name]) : undefined;
  if (rows === undefined) return fields;
  const kept = Object.entries(rows).filter(([number]) => number !== row);
  return { ...fields, [name]: Object.fromEntries(kept) };
}

/** What was typed, without the texts at or below these paths that a test finds. */
export function withoutTexts(
  fields: TypedFields,
  paths: readonly string[],
  test: (text: string) => boolean,
): TypedFields {
  const at = new Set(paths);
  function without(typed: Typed, path: string, isBelow: boolean): Typed {
    const isHere = isBelow || at.has(path);
    if (typeof typed === 'string') return isHere && test(typed) ? '' : typed;
    if (isSeveral(typed)) return isHere ? typed.filter((text) => !test(text)) : typed;
    return Object.fromEntries(
      Object.entries(typed).map(([part, value]) => [part, without(value, `${path}.${part}`, isHere)]),
    );
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, typed]) => [name, without(typed, name, false)]),
  );
}

function isSeveral(
  typed: readonly string[] | { readonly [part: string]: Typed },
): typed is readonly string[] {
  return Array.isArray(typed);
}
