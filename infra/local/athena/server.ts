import { loadAll } from '../../../forms/grammar/published.ts';
import { columns } from '../../../forms/kinds/all.ts';
import { publications } from '../../../forms/published/index.ts';
import { lakeViews } from '../../../functions/reports/views.ts';
import { startAwsJson } from '../aws-json.ts';
import { actions } from './actions.ts';
import { openExecutions } from './executions.ts';
import type { Lake } from './pointers.ts';
import type { Limits } from './run-query.ts';

type Settings = Omit<Lake, 'views'> &
  Partial<Pick<Lake, 'views'>> & { readonly port: number; readonly limits?: Partial<Limits> };

export interface RunningAthena {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

const standardLimits: Limits = {
  queryMs: 30 * 60 * 1000,
  pointersMs: 10_000,
  rowsMax: 200_000,
  charactersMax: 64 * 1024 * 1024,
};

/**
 * Starts an endpoint on this machine that speaks Athena's API and answers with DuckDB over the objects the
 * lake's pointers name. It only reads. Results are kept in memory, the last hundred of them. The views are those of
 * the product unless others are given.
 */
export async function startAthena({ port, limits, views, ...lake }: Settings): Promise<RunningAthena> {
  const known = { ...lake, views: views ?? lakeViews(await loadAll(publications), columns) };
  const executions = openExecutions(known, { ...standardLimits, ...limits });
  const operations = Object.entries(actions).map(
    ([name, action]) => [`AmazonAthena.${name}`, (body: unknown) => action(executions, body)] as const,
  );
  const server = await startAwsJson('1.1', Object.fromEntries(operations), port);
  return {
    port: Number(new URL(server.url).port),
    url: server.url,
    async stop() {
      // First the door, so that no query begins behind those that are stopped.
      await server.stop();
      await executions.close();
    },
  };
}
