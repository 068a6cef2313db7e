import type { Table } from '../../forms/derived/columns.ts';
import { bucketOf, getText, putText } from './lake.ts';
import { pointerKey, pointersState, pointersStateKey, type Run } from './runs.ts';

/**
 * Gives every declared table a pointer, an empty one where there is none: Athena answers a table without
 * rows with its columns, and a table without a pointer with an error. Returns how many were made.
 */
export async function ensurePointers(tables: readonly Table[]): Promise<number> {
  const made = await Promise.all(
    tables.map(({ database, name }) => putText(database, pointerKey(name), '', undefined)),
  );
  return made.filter((isNew) => isNew).length;
}

/**
 * Makes the pointers say what the committed run says. They are a projection of the commit: whoever comes
 * next may finish what another began, and doing it twice changes nothing. A pointer is only replaced when it
 * still is what was read. Returns the tables that moved.
 */
export async function projectPointers(run: Run, tables: readonly Table[]): Promise<string[]> {
  const before = await Promise.all(
    tables.map(async (table) => ({ table, found: await getText(table.database, pointerKey(table.name)) })),
  );
  const moves = before
    .map(({ table, found }) => ({ table, found, text: pointerText(run, table) }))
    .filter(({ found, text }) => found?.text !== text);
  const state = await getText('analytic', pointersStateKey);
  if (moves.length === 0 && saysDone(state?.text, run.run)) return [];

  if (moves.length > 0) await putState(run.run, 'moving');
  for (const { table, found, text } of moves) {
    if (!(await putText(table.database, pointerKey(table.name), text, found))) {
      throw new Error(`expected the pointer of ${table.name} to be as it was read, somebody else changed it`);
    }
  }
  await putState(run.run, 'done');
  return moves.map(({ table }) => `${table.database}.${table.name}`);
}

/** What Athena's SymlinkTextInputFormat reads: one object address a line. */
function pointerText(run: Run, { database, name }: Table): string {
  return Object.values(run.partitions)
    .flatMap(({ objects }) => objects)
    .filter((object) => object.database === database && object.table === name)
    .map(({ key }) => `s3://${bucketOf(database)}/${key}\n`)
    .sort()
    .join('');
}

function saysDone(text: string | undefined, run: number): boolean {
  if (text === undefined) return false;
  const state = pointersState.parse(JSON.parse(text));
  return state.run === run && state.state === 'done';
}

async function putState(run: number, state: 'moving' | 'done'): Promise<void> {
  await putText('analytic', pointersStateKey, `${JSON.stringify({ run, state })}\n`, 'anything');
}
