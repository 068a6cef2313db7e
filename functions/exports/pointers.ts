import type { Table } from '../../forms/derived/columns.ts';
import { machineNow } from '../lambda/clock.ts';
import { Fault } from '../lambda/log.ts';
import type { Text } from '../lambda/objects.ts';
import { bucketOf, getText, putText } from './lake.ts';
import {
  objectsOf,
  type PointersState,
  pointerKey,
  pointersState,
  pointersStateKey,
  type Run,
} from './runs.ts';

/**
 * Gives every declared table a pointer, an empty one where there is none: Athena answers a table without
 * rows with its columns, and a table without a pointer with an error. Returns how many were made.
 */
export async function ensurePointers(tables: readonly Table[]): Promise<number> {
  const made = await Promise.all(
    tables.map(({ database, name }) => putText(database, pointerKey(name), '', undefined)),
  );
  return made.filter((put) => put !== undefined).length;
}

/**
 * Makes the pointers say what the committed run says. They are a projection of the commit: whoever comes
 * next may finish what another began, and doing it twice changes nothing. Everything is only replaced when
 * it still is what was read, and pointers are read before their state: who stalled and wakes after a later
 * run sees that run's state, or fails. Returns the tables that moved.
 */
export async function projectPointers(
  run: Run,
  manifest: string,
  tables: readonly Table[],
): Promise<string[]> {
  const before = await Promise.all(
    tables.map(async (table) => ({ table, found: await getText(table.database, pointerKey(table.name)) })),
  );
  const stateText = await getText('analytic', pointersStateKey);
  const state = stateText && pointersState.parse(JSON.parse(stateText.text));
  if (state !== undefined && state.run > run.run) return [];
  const moves = before
    .map(({ table, found }) => ({ table, found, text: pointerText(run, table) }))
    .filter(({ found, text }) => found?.text !== text);
  if (moves.length === 0 && state?.run === run.run && state.state === 'done') return [];

  const common = { run: run.run, manifest };
  const moving = moves.length === 0 ? stateText : await putState({ ...common, state: 'moving' }, stateText);
  for (const { table, found, text } of moves) {
    if ((await putText(table.database, pointerKey(table.name), text, found)) === undefined) {
      throw overtaken(table.name);
    }
  }
  await putState({ ...common, state: 'done', doneAt: machineNow() }, moving);
  return moves.map(({ table }) => `${table.database}.${table.name}`);
}

/** The run that readers see, or will when its pointers are in their places; undefined before the first. */
export async function pointersNow(): Promise<PointersState | undefined> {
  const found = await getText('analytic', pointersStateKey);
  return found && pointersState.parse(JSON.parse(found.text));
}

async function putState(state: PointersState, replaces: Text | undefined): Promise<Text> {
  const put = await putText('analytic', pointersStateKey, `${JSON.stringify(state)}\n`, replaces);
  if (put === undefined) throw overtaken(pointersStateKey);
  return put;
}

function overtaken(what: string): Fault {
  return new Fault(`expected ${what} to be as it was read, somebody else changed it`);
}

/** What Athena's SymlinkTextInputFormat reads: one object address a line. */
function pointerText(run: Run, { database, name }: Table): string {
  return objectsOf(run)
    .filter((object) => object.database === database && object.table === name)
    .map(({ key }) => `s3://${bucketOf(database)}/${key}\n`)
    .sort()
    .join('');
}
