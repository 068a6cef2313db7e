import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import { ofKind } from '../../forms/grammar/kind.ts';
import type { PublishedField, PublishedForm } from '../../forms/grammar/published.ts';
import { columns } from '../../forms/kinds/all.ts';

/**
 * Why a form cannot become the next version of what is published: columns and keys live for ever. `month` is
 * the month (`yyyy-mm`) of the day after tomorrow, the first in which another shard count can begin. `versions` are
 * all that were published, oldest first: what a field was binds its id also after the field has been retired.
 */
export function breaksIn(
  next: PublishedForm,
  newest: PublishedForm,
  month: string,
  versions: readonly PublishedForm[] = [newest],
): string[] {
  const fields = new Map(fieldsOf(next));
  const changes = [...everPublished(versions)].flatMap(([name, old]) => {
    const now = fields.get(name);
    return now === undefined ? [] : changesIn(name, old, now);
  });
  const breaks = [...changes, ...retirementsIn(next, newest, versions), ...rowsIn(next, newest)];
  return [...breaks, ...shardsIn(next, newest, month)].map((each) => `${next.id}: ${each}`);
}

/** Every field that a form ever had, as the last version with it has it, in the order they came. */
export function everPublished(versions: readonly PublishedForm[]): Map<string, PublishedField> {
  return new Map(versions.flatMap(fieldsOf));
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

/**
 * What a column's values mean stays: how a scale runs, what a number counts, what is computed, what its rows are
 * called by, which list its codes and which form its ids are of, though records of more forms may be named.
 */
function meaningsIn(name: string, old: PublishedField, now: PublishedField): string[] {
  const settings = ['from', 'to', 'unit', 'compute', 'of', 'output', 'item', 'list', 'form'] as const;
  const fewer = formsOf(old).filter((form) => !formsOf(now).includes(form));
  const gone = fewer.map(
    (form) =>
      `the published field ${name} could name records of ${form} and no longer can; what is stored names them, so keep it`,
  );
  const changed = settings
    .filter((setting) => setting !== 'form' || !formsOf(now).includes(old.form))
    .map((setting) => [setting, JSON.stringify(old[setting]), JSON.stringify(now[setting])] as const)
    .filter(([, before, after]) => before !== undefined && before !== after)
    .map(
      ([setting, before, after]) =>
        `the published field ${name} was of another ${setting} (${before}, now ${after ?? 'none'}); what is stored would be read as something else`,
    );
  return [...changed, ...gone];
}

/** The forms whose records the field can name, where it can name those of several. */
function formsOf({ forms }: PublishedField): readonly unknown[] {
  return Array.isArray(forms) ? forms : [];
}

/** A field may go: its column stays. It may not go to come back under another id. */
function retirementsIn(
  next: PublishedForm,
  newest: PublishedForm,
  versions: readonly PublishedForm[],
): string[] {
  const fields = new Map(fieldsOf(next));
  const ever = everPublished(versions);
  const added = [...fields].filter(([name]) => !ever.has(name));
  return fieldsOf(newest)
    .filter(([name]) => !fields.has(name))
    .flatMap(([name, old]) => {
      const isSame = (now: PublishedField) =>
        now.label.sv === old.label.sv && changesIn(name, old, now).length === 0;
      const [renamed] = added.find(([, now]) => isSame(now)) ?? [];
      return renamed === undefined
        ? []
        : [
            `the published field ${name} is gone and ${renamed} asks the same; an id is permanent, so keep it`,
          ];
    });
}

/** What all rows of a form have, or lack, stays. */
function rowsIn(next: PublishedForm, newest: PublishedForm): string[] {
  const breaks: string[] = [];
  if (next.anonymous !== newest.anonymous) {
    breaks.push(
      `a published form stays anonymous, or not (it ${newest.anonymous ? 'was, and is not' : 'was not, and is'} now): its rows and ids cannot change`,
    );
  }
  if (next.keys !== newest.keys) {
    breaks.push(
      `the keys of the published form’s records were ${newest.keys ?? 'none'} and are now ${next.keys ?? 'none'}; its records and columns have them as they were`,
    );
  }
  return breaks;
}

function shardsIn({ shards }: PublishedForm, newest: PublishedForm, month: string): string[] {
  const count = newest.shards.length;
  const [kept, added] = [shards.slice(0, count), shards.slice(count)].map(shardsText);
  const late = shards.slice(count).filter(({ from }) => from <= month);
  if (kept !== shardsText(newest.shards)) {
    return [
      `the published shards changed (${shardsText(newest.shards)}, now ${shardsText(shards)}); keys of stored submissions depend on them, so add an entry instead`,
    ];
  }
  return late.length === 0
    ? []
    : [`another shard count can begin in a month after ${month} only, not as ${added} does`];
}

function shardsText(shards: PublishedForm['shards']): string {
  return shards.map(({ from, count }) => `${count} from ${from}`).join(', ');
}

function typesOf(field: PublishedField): [string, string][] {
  return ofKind(columns, field.kind)(field).map(({ suffix, type }) => [suffix, type]);
}
