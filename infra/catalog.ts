import type { Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { type Database, databases, type Table } from '../forms/derived/columns.ts';

interface CatalogProps {
  readonly tables: readonly Table[];
  readonly lake: Readonly<Record<Database, IBucket>>;
  readonly key: IKey;
}

const descriptions: Record<Database, string> = {
  open: 'Det som får publiceras: kodlistor, och öppna sammanställningar när de finns',
  analytic: 'Svar som får analyseras: koder, antal och datum, inga namn och ingen fritext',
  confidential: 'Företagens namn, fritext och affärsuppgifter',
};

/** The most one query may read. The whole lake is far below it: only a mistaken query reaches it. */
const queryBytesMax = 5 * 1024 ** 3;

/** The lake as SQL sees it: a database per zone, a table per declared table, a workgroup per zone. */
export function catalog(stack: Stack, { tables, lake, key }: CatalogProps): void {
  for (const name of databases) {
    const database = new CfnDatabase(stack, `${name}Database`, {
      catalogId: stack.account,
      databaseInput: { name, description: descriptions[name] },
    });
    for (const table of tables.filter((each) => each.database === name)) {
      lakeTable(stack, table, lake[name]).addResourceDependency(database);
    }
    workgroup(stack, name, key);
  }
}

function lakeTable(stack: Stack, table: Table, bucket: IBucket): CfnTable {
  return new CfnTable(stack, `${table.database}-${table.name}`, {
    catalogId: stack.account,
    databaseName: table.database,
    tableInput: {
      name: table.name,
      description: table.comment,
      tableType: 'EXTERNAL_TABLE',
      parameters: { EXTERNAL: 'TRUE' },
      storageDescriptor: {
        // The one object here is a list of objects. An export replaces the list, so that a query sees one
        // run or the next, never half of each.
        location: `s3://${bucket.bucketName}/${table.name}/_symlink/`,
        inputFormat: 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat',
        outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
        serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        columns: table.columns.map(({ name, type, comment }) => ({ name, type, comment })),
      },
    },
  });
}

/**
 * Athena keeps the results, deletes them after a day, and cannot reuse them: no query shows answers that
 * were erased since (https://docs.aws.amazon.com/athena/latest/ug/managed-results.html).
 */
function workgroup(stack: Stack, name: Database, key: IKey): CfnWorkGroup {
  return new CfnWorkGroup(stack, `${name}Workgroup`, {
    name,
    description: `Queries of the ${name} zone`,
    recursiveDeleteOption: false,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      publishCloudWatchMetricsEnabled: true,
      requesterPaysEnabled: false,
      bytesScannedCutoffPerQuery: queryBytesMax,
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      managedQueryResultsConfiguration: {
        enabled: true,
        encryptionConfiguration: { kmsKey: key.keyArn },
      },
    },
  });
}
