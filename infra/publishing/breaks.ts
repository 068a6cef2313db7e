import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import { ofKind } from '../../forms/grammar/kind.ts';
import type { PublishedField, PublishedForm } from '../../forms/grammar/published.ts';
import { columns } from '../../forms/kinds/all.ts';

/**
 * Why a form cannot become the next version of what is published: columns and keys live for ever. `month` is
 * the month (`yyyy-mm`) of the day after tomorrow, the first in which another shard count can begin.
 */
export function breaksIn(next: PublishedForm, newest: PublishedForm, month: string): string[] {
  const fields = new Map(fieldsOf(next));
  const breaks = fieldsOf(newest).flatMap(([name, old]) => {
    const now = fields.get(name);
    if (now === undefined)
      return [`the published field ${name} is gone; its column has data, so it has to stay`];
    return changesIn(name, old, now);
  });
  if (Boolean(next.anonymous) !== Boolean(newest.anonymous)) {
    breaks.push('a published form stays anonymous, or not: its rows and ids cannot change');
  }
  const [kept, added] = [next.shards.slice(0, newest.shards.length), next.shards.slice(newest.shards.length)];
  if (JSON.stringify(kept) !== JSON.stringify(newest.shards)) {
    breaks.push(
      'the published shards changed; keys of stored submissions depend on them, so add an entry instead',
    );
  }
  if (added.some(({ from }) => from <= month)) {
    breaks.push(`another shard count can begin in a month after ${month} only`);
  }
  return breaks.map((each) => `${next.id}: ${each}`);
}

/** A field keeps its kind, its columns and their types, and so do the fields in it. */
function changesIn(name: string, old: PublishedField, now: PublishedField): string[] {
  if (now.kind !== old.kind) {
    return [
      `the published field ${name} was ${old.kind} and is now ${now.kind}; keep it and add a field with a new id`,
    ];
  }
  const columnsNow = new Map(typesOf(now));
  const retyped = typesOf(old)
    .filter(([suffix, type]) => columnsNow.get(suffix) !== type)
    .map(
      ([suffix, type]) =>
        `the column ${name}${suffix} was ${type} and is now ${columnsNow.get(suffix) ?? 'gone'}; keep the field and add one with a new id`,
    );
  const cells = Object.entries(old.fields ?? {}).flatMap(([cell, before]) => {
    const after = now.fields?.[cell];
    return after === undefined
      ? [`the published field ${cell} of ${name} is gone; its column has data, so it has to stay`]
      : changesIn(`${name}.${cell}`, before, after);
  });
  return [...retyped, ...cells, ...meaningsIn(name, old, now)];
}

/** What a column's values mean stays: how a scale runs, what is computed, what its rows are called by. */
function meaningsIn(name: string, old: PublishedField, now: PublishedField): string[] {
  const settings = ['from', 'to', 'compute', 'of', 'output', 'item'] as const;
  return settings
    .filter((setting) => JSON.stringify(old[setting]) !== JSON.stringify(now[setting]))
    .map(
      (setting) =>
        `the published field ${name} was of another ${setting}; what is stored would be read as something else`,
    );
}

function typesOf(field: PublishedField): [string, string][] {
  return ofKind(columns, field.kind)(field).map(({ suffix, type }) => [suffix, type]);
}
