import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type Database, databases, type Table } from '../forms/derived/columns.ts';
import type { View } from '../functions/reports/views.ts';
import { catalog } from './catalog.ts';
import { submissionsTable as shape } from './submissions-table.ts';

interface StorageProps extends StackProps {
  /** Every table of the lake. */
  readonly tables: readonly Table[];
  /** Every view over them. */
  readonly views: readonly View[];
}

/** What may never be lost: the table, the lake and their key. Nothing here goes away with its stack. */
export class Storage extends Stack {
  readonly key: Key;
  readonly table: TableV2;
  readonly lake: Readonly<Record<Database, Bucket>>;
  /** What was forgotten, by id: needed as long as a copy of the table may come back. */
  readonly erasures: Bucket;
  /** Who read what is about persons, and when. */
  readonly audit: Bucket;

  constructor(scope: Construct, id: string, { tables, views, ...props }: StorageProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.key = encryptionKey(this);
    this.table = submissionsTable(this, this.key);
    const accessLogs = accessLogsBucket(this);
    this.lake = {
      open: lakeBucket(this, 'Open', this.key, accessLogs),
      analytic: lakeBucket(this, 'Analytic', this.key, accessLogs, [
        // Row counts and lists between the steps of one export; no later run reads them.
        { id: 'work', prefix: '_work/', expiration: Duration.days(7) },
      ]),
      confidential: lakeBucket(this, 'Confidential', this.key, accessLogs),
    };
    this.erasures = keptBucket(this, 'Erasures', this.key, accessLogs, { versioned: true });
    this.audit = keptBucket(this, 'Audit', this.key, accessLogs, { versioned: true });
    catalog(this, { tables, views, lake: this.lake, key: this.key });
  }
}

function encryptionKey(stack: Stack): Key {
  const key = new Key(stack, 'Key', {
    alias: 'submissions',
    description: 'Encrypts submissions, the lake and query results',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const workgroups = databases.map((name) =>
    stack.formatArn({ service: 'athena', resource: 'workgroup', resourceName: name }),
  );
  // https://docs.aws.amazon.com/athena/latest/ug/managed-results.html: Athena keeps the results itself, and
  // uses the key in its own name.
  key.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('encryption.athena.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: {
        ArnEquals: { 'kms:EncryptionContext:aws:athena:arn': workgroups, 'aws:SourceArn': workgroups },
        StringEquals: { 'aws:SourceAccount': stack.account },
      },
    }),
  );
  return key;
}

function submissionsTable(stack: Stack, key: Key): TableV2 {
  return new TableV2(stack, 'Submissions', {
    tableName: 'submissions',
    partitionKey: { name: shape.partitionKey, type: AttributeType.STRING },
    sortKey: { name: shape.sortKey, type: AttributeType.STRING },
    // A local index can only be made together with its table.
    localSecondaryIndexes: [
      {
        indexName: shape.index.name,
        sortKey: { name: shape.index.sortKey, type: AttributeType.NUMBER },
        projectionType: ProjectionType.KEYS_ONLY,
      },
    ],
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    encryption: TableEncryptionV2.customerManagedKey(key),
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN,
  // An erased answer must not live on in an old version of an object.
  versioned: false,
};

function accessLogsBucket(stack: Stack): Bucket {
  return new Bucket(stack, 'AccessLogs', {
    ...closed,
    // Log delivery cannot write with a customer-managed key.
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ id: 'year', expiration: Duration.days(365) }],
  });
}

function lakeBucket(
  stack: Stack,
  id: string,
  key: Key,
  accessLogs: Bucket,
  lifecycleRules: LifecycleRule[] = [],
): Bucket {
  return keptBucket(stack, id, key, accessLogs, { lifecycleRules });
}

function keptBucket(stack: Stack, id: string, key: Key, accessLogs: Bucket, props: BucketProps): Bucket {
  return new Bucket(stack, id, {
    ...closed,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: `${id.toLowerCase()}/`,
    ...props,
  });
}
