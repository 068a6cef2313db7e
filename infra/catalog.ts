import type { Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { type Database, databases, type Table } from '../forms/derived/columns.ts';
import type { ColumnType } from '../forms/grammar/column.ts';
import { reads, type View } from '../functions/reports/views.ts';

interface CatalogProps {
  readonly tables: readonly Table[];
  /** Each comes after those it reads. */
  readonly views: readonly View[];
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

/** The lake as SQL sees it: a database per zone with its tables and views, and a workgroup per zone. */
export function catalog(stack: Stack, { tables, views, lake, key }: CatalogProps): void {
  const made = {
    open: database(stack, 'open'),
    analytic: database(stack, 'analytic'),
    confidential: database(stack, 'confidential'),
  };
  for (const table of tables) {
    lakeTable(stack, table, lake[table.database]).addResourceDependency(made[table.database]);
  }
  const earlier: { readonly view: View; readonly resource: CfnTable }[] = [];
  for (const view of views) {
    const resource = lakeView(stack, view);
    resource.addResourceDependency(made[view.database]);
    for (const other of earlier.filter((each) => reads(view, each.view))) {
      resource.addResourceDependency(other.resource);
    }
    earlier.push({ view, resource });
  }
  for (const name of databases) workgroup(stack, name, key);
}

function database(stack: Stack, name: Database): CfnDatabase {
  return new CfnDatabase(stack, `${name}Database`, {
    catalogId: stack.account,
    databaseInput: { name, description: descriptions[name] },
  });
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

/** What Trino calls the types of the lake. */
const trinoTypes: Readonly<Record<ColumnType, string>> = {
  string: 'varchar',
  int: 'integer',
  bigint: 'bigint',
  double: 'double',
  'decimal(18,1)': 'decimal(18,1)',
  'decimal(18,2)': 'decimal(18,2)',
  'decimal(18,3)': 'decimal(18,3)',
  'decimal(18,4)': 'decimal(18,4)',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp(3)',
  'array<string>': 'array(varchar)',
};

/** A view as Athena's own CREATE VIEW leaves it in Glue. */
function lakeView(stack: Stack, { database, name, comment, columns, sql }: View): CfnTable {
  const definition = JSON.stringify({
    originalSql: sql,
    catalog: 'awsdatacatalog',
    schema: database,
    columns: columns.map((column) => ({ name: column.name, type: trinoTypes[column.type] })),
  });
  return new CfnTable(stack, `${database}-${name}-view`, {
    catalogId: stack.account,
    databaseName: database,
    tableInput: {
      name,
      description: comment.sv,
      tableType: 'VIRTUAL_VIEW',
      parameters: { presto_view: 'true', comment: 'Presto View' },
      partitionKeys: [],
      storageDescriptor: {
        columns: columns.map((column) => ({
          name: column.name,
          type: column.type,
          comment: column.comment.sv,
        })),
        serdeInfo: {},
      },
      viewOriginalText: `/* Presto View: ${Buffer.from(definition).toString('base64')} */`,
      viewExpandedText: '/* Presto View */',
    },
  });
}

/**
 * Whoever reads a view reads the tables behind it with rights of their own. Views of confidential read analytic and
 * open too, and those of analytic read open, so a role that queries one database is granted those beside it as well.
 *
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
