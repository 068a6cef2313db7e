import { vi } from 'vitest';
import { type Changes, openChanges } from './changes.ts';
import { firstMoment, setClock } from './clock.ts';
import { firstVersion, publish } from './forms.ts';
import { type Lake, openLake } from './lake.ts';
import { type Ended, type Output, type Server, startServer } from './server.ts';
import { type Stores, startStores } from './stores.ts';
import { openTable, type Table } from './table.ts';

/** The stores, two servers that run exports, and what a test knows of them without the product. */
export interface World {
  readonly stores: Stores;
  readonly table: Table;
  readonly lake: Lake;
  readonly changes: Changes;
  readonly servers: readonly [Server, Server];
  /** What the last export showed, and the most that a partition ever had, by partition. */
  readonly shown: Map<string, readonly string[]>;
  readonly most: Map<string, { readonly received: number; readonly asOf: number }>;
  /** Empties everything, and sets the clock to its beginning. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

export const cutoffMs = 900_000;
export const leaseMs = 60_000;

export async function openWorld(): Promise<World> {
  setClock(firstMoment);
  // Functions log to their output; what they log has its own tests.
  const write = process.stdout.write.bind(process.stdout);
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...others) =>
    String(text).startsWith('{"level"') ? true : write(text, ...others),
  );
  Object.assign(process.env, {
    EXPORT_CUTOFF_SECONDS: String(cutoffMs / 1000),
    EXPORT_LEASE_SECONDS: String(leaseMs / 1000),
    // A run looks at what changed, and at nothing else, unless it is told to.
    EXPORT_VERIFY_BELOW: '0',
  });
  delete process.env.CLOCK;
  const stores = await startStores();
  const servers = [await startServer(stores), await startServer(stores)] as const;
  const changes = await openChanges(stores);
  const table = openTable(stores);
  const lake = await openLake(stores);
  const shown: World['shown'] = new Map();
  const most: World['most'] = new Map();
  return {
    ...{ stores, table, lake, changes, servers, shown, most },
    begin: async () => {
      setClock(firstMoment);
      publish({ visits: [firstVersion], thoughts: [firstVersion] });
      shown.clear();
      most.clear();
      await stores.renew();
      await servers[0].prepareLake();
    },
    close: async () => {
      lake.close();
      table.close();
      await changes.stop();
      for (const { proxy } of servers) await proxy.stop();
      await stores.stop();
      vi.useRealTimers();
      vi.restoreAllMocks();
    },
  };
}

/** What a run that has to succeed handed over. */
export function outputOf(ended: Ended): Output {
  if ('output' in ended) return ended.output;
  throw new Error(`expected an execution to succeed, got ${ended.error}: ${ended.sentence}`);
}
