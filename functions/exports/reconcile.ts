import { parquetMetadata } from 'hyparquet';
import { submissionLog } from '../../forms/derived/columns.ts';
import { tableName } from '../../forms/grammar/form-parts.ts';
import { atMost } from '../lambda/at-most.ts';
import { getEnd } from './lake.ts';
import { isComplete, type LakeObject, type Rendered, type Run } from './runs.ts';
import type { LakeForm } from './tables.ts';

/** Why a form's new objects may not be published. */
export interface Shortfall {
  readonly form: string;
  readonly partition: string;
  readonly reason: 'not rendered' | 'equation' | 'rows in the objects' | 'fewer than before';
}

export interface ToReconcile {
  readonly forms: readonly LakeForm[];
  readonly dirty: readonly string[];
  readonly rendered: Readonly<Record<string, Rendered>>;
  readonly before: Run | undefined;
  /** T of this run. */
  readonly asOf: number;
  /** Whether objects are looked at that the run before has too. */
  readonly again: boolean;
  /** Whether fewer submissions than there ever were are accepted. */
  readonly acceptLoss: boolean;
}

/**
 * Holds what the workers said against what they did not make: the equation, the row counts that the objects'
 * own footers give, and what the last run had received. Empty when all is well.
 */
export async function shortfalls({
  forms,
  dirty,
  rendered,
  before,
  asOf,
  again,
  acceptLoss,
}: ToReconcile): Promise<Shortfall[]> {
  const known = new Set(
    Object.values(again ? {} : (before?.partitions ?? {})).flatMap(({ objects }) => objects.map(addressOf)),
  );
  const fresh = Object.values(rendered).flatMap(({ objects }) =>
    objects.filter((each) => !known.has(addressOf(each))),
  );
  const footers = new Map(
    await atMost(16, fresh, async (object) => [addressOf(object), await rowsInFooter(object)] as const),
  );

  function reasonOf(partition: string): Shortfall['reason'] | undefined {
    const made = rendered[partition];
    if (made === undefined) return 'not rendered';
    if (!isComplete(made.counts)) return 'equation';
    if (made.objects.some((object) => (footers.get(addressOf(object)) ?? object.rows) !== object.rows)) {
      return 'rows in the objects';
    }
    const form = forms.find(({ id }) => id === made.form);
    if (form === undefined || !rowsMatch(made, form)) return 'rows in the objects';
    const { received = 0, asOf: then = asOf } = before?.partitions[partition]?.most ?? {};
    return !acceptLoss && asOf >= then && made.counts.received < received ? 'fewer than before' : undefined;
  }

  return dirty.flatMap((partition) => {
    const reason = reasonOf(partition);
    const [form = ''] = partition.split('#');
    return reason === undefined ? [] : [{ form, partition, reason }];
  });
}

/**
 * The form's own table has every current submission in each zone, the log every received one; where there
 * are none there is no object. How many rows a child table has depends on the answers.
 */
function rowsMatch({ counts, objects }: Rendered, form: LakeForm): boolean {
  const rowsIn = (database: string, name: string) =>
    objects
      .filter((object) => object.database === database && object.table === name)
      .reduce((sum, { rows }) => sum + rows, 0);
  const own = form.tables.filter(({ name }) => name === tableName(form.id));
  return (
    own.every(({ database, name }) => rowsIn(database, name) === counts.current) &&
    rowsIn(submissionLog.database, submissionLog.name) === counts.received
  );
}

function addressOf({ database, key }: LakeObject): string {
  return `${database}/${key}`;
}

/** The first read is enough for the footer of any object of ours up to some hundred columns. */
const footerBytes = 64 * 1024;

/** An object that is missing or damaged has no rows that anybody can read. */
async function rowsInFooter(object: LakeObject): Promise<number> {
  return readFooter(object).catch(() => -1);
}

async function readFooter({ database, key, bytes }: LakeObject): Promise<number> {
  const end = await getEnd(database, key, Math.min(bytes, footerBytes));
  const length = new DataView(end.buffer, end.byteOffset).getUint32(end.length - 8, true) + 8;
  const footer = length <= end.length ? end : await getEnd(database, key, length);
  return Number(parquetMetadata(new Uint8Array(footer).buffer).num_rows);
}

/**
 * Whether a partition that fell short is published all the same: when it forgets what the lake still shows.
 * Erasure comes before completeness; broken objects are never published.
 */
export function mustForget(
  made: Rendered,
  before: Rendered | undefined,
  reasons: readonly string[],
): boolean {
  const known = new Set(before?.forgotten);
  return made.forgotten.some((each) => !known.has(each)) && !reasons.includes('rows in the objects');
}
