import fc, { type GeneratorValue } from 'fast-check';
import { type Change, type History, retiredIn } from './history.ts';
import { pick } from './kinds.ts';
import { base, fieldsIn, kindNames, type MadeForm, type Named, type Spec, specOf } from './made-form.ts';
import { zonesOf } from './zone-choices.ts';

const wants = ['optional', 'required', 'neededToCount', 'gated'] as const;
const fixed = new Set(base.map(([name]) => name));
const fieldsMax = 14;

/** Every change that a published form may see. */
export const allowed: Readonly<Record<string, Change>> = {
  'adds a field': (g, history) => {
    if (fieldsIn(history.made).length > fieldsMax) return undefined;
    const [name, then] = withNewId(history);
    const spec = anyField(g, history.made.isAnonymous);
    return changed(then, `adds ${name}, ${spec.kind}, ${spec.wanted}, ${JSON.stringify(spec.zone)}`, {
      ...placed(g, history.made, [name, spec]),
    });
  },
  'retires a field': (g, history) => {
    const [name] =
      anyOf(
        g,
        changeable(history).filter(([each]) => !history.kept.has(each)),
      ) ?? [];
    return name === undefined ? undefined : changed(history, `retires ${name}`, without(history.made, name));
  },
  'asks again what was retired': (g, history) => {
    const found = anyOf(g, retiredIn(history));
    return found && changed(history, `asks ${found[0]} again`, placed(g, history.made, found));
  },
  'moves a field': (g, history) => {
    const found = anyOf(g, changeable(history));
    return found && changed(history, `moves ${found[0]}`, placed(g, without(history.made, found[0]), found));
  },
  'rewords a field': (g, history) => respecified(g, history, ({ wording }) => ({ wording: wording + 1 })),
  'rewords the form': (_, history) =>
    changed(history, 'rewords the form', { ...history.made, wording: history.made.wording + 1 }),
  'adds options, raises limits': (g, history) => respecified(g, history, ({ size }) => ({ size: size + 1 })),
  'takes options away, lowers limits': (g, history) =>
    respecified(g, history, ({ size }) => ({ size: Math.max(1, size - 1) })),
  'wants an answer more or less': (g, history) =>
    respecified(g, history, ({ kind }) => (kind === 'computed' ? {} : { wanted: pick(g, wants) })),
  'asks for it sometimes, or always': (g, history) =>
    respecified(g, history, ({ kind, isGated }) => (kind === 'computed' ? {} : { isGated: !isGated })),
  'moves to another zone': (g, history) =>
    respecified(g, history, ({ kind }) => ({ zone: pick(g, zonesOf(kind)) })),
  'gives reasons why there is no step': (g, history) =>
    respecified(g, history, ({ kind }) => (kind === 'scale' ? { hasNone: true } : {})),
  'adds a column to a table': (g, history) => {
    const found = anyOf(
      g,
      changeable(history).filter(([, { cells }]) => cells.length > 0),
    );
    if (found === undefined) return undefined;
    const [table, { cells }] = found;
    const at = 1 + g(fc.nat, { max: cells.length - 1 });
    const [name, then] = withNewId(history);
    const cell = [name, anyCell(g)] as const;
    const grown = { cells: cells.toSpliced(at, 0, cell) };
    return changed(then, `adds ${name}, ${cell[1].kind}, to ${table}`, {
      ...respecifiedAs(history.made, table, grown),
    });
  },
  'adds a section': (g, history) => {
    const { sections } = history.made;
    if (sections.length > 4) return undefined;
    const at = 1 + g(fc.nat, { max: sections.length - 1 });
    return changed(history, 'adds a section', { ...history.made, sections: sections.toSpliced(at, 0, []) });
  },
  'has more shards from a month to come': (g, history) => {
    const month = new Date(history.now);
    month.setUTCDate(month.getUTCDate() + 2);
    month.setUTCMonth(month.getUTCMonth() + 1 + g(fc.nat, { max: 2 }), 1);
    const shard = { from: month.toISOString().slice(0, 7), count: 1 + g(fc.nat, { max: 3 }) };
    return changed(history, `has ${shard.count} shards from ${shard.from}`, {
      ...history.made,
      shards: [...history.made.shards, shard],
    });
  },
};

/** What tells most when it goes wrong. */
const frequent = [
  'adds a field',
  'adds a field',
  'adds a column to a table',
  'retires a field',
  'moves to another zone',
  'moves to another zone',
  'has more shards from a month to come',
] as const;

/** So many changes, at random; one that there is nothing for is none. */
export function changedAtRandom(g: GeneratorValue, history: History, count: number): History {
  let changing = history;
  for (let done = 0; done < count; done += 1) {
    const change = allowed[pick(g, [...Object.keys(allowed), ...frequent])];
    changing = change?.(g, changing) ?? changing;
  }
  return changing;
}

/** New fields, and nothing else. */
export function grown(g: GeneratorValue, history: History, count: number): History {
  let growing = history;
  for (let done = 0; done < count; done += 1) growing = allowed['adds a field']?.(g, growing) ?? growing;
  return growing;
}

function changed(history: History, note: string, made: MadeForm): History {
  return { ...history, made, log: [...history.log, note] };
}

/** With a field id that nothing had before. */
function withNewId(history: History): readonly [id: string, history: History] {
  const ids = history.ids + 1;
  return [`f${ids}`, { ...history, ids }];
}

function anyOf<T>(g: GeneratorValue, items: readonly T[]): T | undefined {
  return items.length === 0 ? undefined : pick(g, items);
}

/** The fields that not every version has to have as they are. */
function changeable({ made }: History): Named {
  return fieldsIn(made).filter(([name]) => !fixed.has(name));
}

function anyField(g: GeneratorValue, isAnonymous: boolean): Spec {
  // Tables are as frequent as all others together, because most can go wrong in them.
  const isTable = !isAnonymous && g(fc.boolean);
  const kind = pick(g, isTable ? (['rows', 'matrix'] as const) : ([...cellKinds, 'computed'] as const));
  const shape = { wanted: pick(g, wants), zone: pick(g, zonesOf(kind)), size: 1 + g(fc.nat, { max: 2 }) };
  const hasNone = g(fc.boolean);
  if (kind === 'computed') return specOf(kind, { zone: shape.zone });
  const spec = specOf(kind, { ...shape, isGated: g(fc.boolean), hasNone });
  return spec.cells.length === 0 ? spec : { ...spec, cells: [...spec.cells, ['other', anyCell(g)]] };
}

/** There are no tables in tables, and nothing is computed in a row. */
const cellKinds = kindNames.filter((each) => !['rows', 'matrix', 'computed'].includes(each));

function anyCell(g: GeneratorValue): Spec {
  const kind = pick(g, cellKinds);
  const shape = { wanted: pick(g, wants), zone: pick(g, zonesOf(kind)), size: 1 + g(fc.nat, { max: 2 }) };
  return specOf(kind, { ...shape, isGated: g(fc.boolean), hasNone: g(fc.boolean) });
}

/** Puts a field anywhere behind those that all versions begin with. */
function placed(g: GeneratorValue, made: MadeForm, field: Named[number]): MadeForm {
  const section = g(fc.nat, { max: made.sections.length - 1 });
  const fields = made.sections[section] ?? [];
  const first = section === 0 ? base.length : 0;
  const at = first + g(fc.nat, { max: fields.length - first });
  return { ...made, sections: made.sections.with(section, fields.toSpliced(at, 0, field)) };
}

/** The form without a field. */
export function without(made: MadeForm, name: string): MadeForm {
  const sections = made.sections.map((fields) => fields.filter(([each]) => each !== name));
  return { ...made, sections };
}

/** Changes a field, or one in the rows of a table. */
function respecified(
  g: GeneratorValue,
  history: History,
  change: (spec: Spec) => Partial<Spec>,
): History | undefined {
  const found = anyOf(g, changeable(history));
  if (found === undefined) return undefined;
  const [name, spec] = found;
  const cell = anyOf(g, spec.cells.slice(1));
  if (cell === undefined || g(fc.boolean)) {
    const more = change(spec);
    return changed(history, `${name}: ${JSON.stringify(more)}`, respecifiedAs(history.made, name, more));
  }
  const more = change(cell[1]);
  const cells = spec.cells.map((each): Named[number] =>
    each[0] === cell[0] ? [cell[0], { ...cell[1], ...more }] : each,
  );
  return changed(
    history,
    `${name}.${cell[0]}: ${JSON.stringify(more)}`,
    respecifiedAs(history.made, name, { cells }),
  );
}

/** The form with a field that is like it was but for what is told. */
export function respecifiedAs(made: MadeForm, name: string, more: Partial<Spec>): MadeForm {
  const sections = made.sections.map((fields) =>
    fields.map((each): Named[number] => (each[0] === name ? [name, { ...each[1], ...more }] : each)),
  );
  return { ...made, sections };
}
