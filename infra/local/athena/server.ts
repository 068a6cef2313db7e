import { startAwsJson } from '../aws-json.ts';
import { actions } from './actions.ts';
import { openExecutions } from './executions.ts';
import type { Lake } from './pointers.ts';
import type { Limits } from './run-query.ts';

type Settings = Lake & { readonly port: number; readonly limits?: Partial<Limits> };

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
 * lake's pointers name. It only reads. Results are kept in memory, the last hundred of them.
 */
export async function startAthena({ port, limits, ...lake }: Settings): Promise<RunningAthena> {
  const executions = openExecutions(lake, { ...standardLimits, ...limits });
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
