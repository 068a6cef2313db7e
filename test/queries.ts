import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import type { Product } from '../infra/local/product.ts';

/** Asks the lake in SQL, through Athena's API: rows by column name, values as Athena's text, null for null. */
export async function query(product: Product, sql: string): Promise<Record<string, string | null>[]> {
  const { AWS_ENDPOINT_URL_ATHENA: endpoint, AWS_REGION: region } = product.env;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new AthenaClient({ endpoint, region, credentials });
  const { QueryExecutionId } = await client.send(new StartQueryExecutionCommand({ QueryString: sql }));
  for (;;) {
    const { QueryExecution } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const { State, StateChangeReason } = QueryExecution?.Status ?? {};
    if (State === 'SUCCEEDED') break;
    if (State !== 'RUNNING' && State !== 'QUEUED')
      throw new Error(`expected rows, got ${State}: ${StateChangeReason}`);
  }
  const { ResultSet } = await client.send(new GetQueryResultsCommand({ QueryExecutionId }));
  const names = (ResultSet?.ResultSetMetadata?.ColumnInfo ?? []).map(({ Name = '' }) => Name);
  // The first row of the first page holds the names of the columns.
  return (ResultSet?.Rows ?? [])
    .slice(1)
    .map(({ Data = [] }) =>
      Object.fromEntries(names.map((name, index) => [name, Data[index]?.VarCharValue ?? null])),
    );
}
