import {
  CreateTableCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, HeadBucketCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import { submissionsTable } from '../submissions-table.ts';

export interface Names {
  readonly SUBMISSIONS_TABLE: string;
  readonly OPEN_BUCKET: string;
  readonly ANALYTIC_BUCKET: string;
  readonly CONFIDENTIAL_BUCKET: string;
  readonly ERASURES_BUCKET: string;
  readonly AUDIT_BUCKET: string;
}

interface Endpoints {
  readonly AWS_ENDPOINT_URL_DYNAMODB: string;
  readonly AWS_ENDPOINT_URL_S3: string;
  readonly AWS_REGION: string;
  readonly AWS_ACCESS_KEY_ID: string;
  readonly AWS_SECRET_ACCESS_KEY: string;
}

/** Makes the table and the buckets that the stack makes on AWS, where they are not there yet. */
export async function prepare(names: Names, endpoints: Endpoints): Promise<void> {
  const credentials = {
    accessKeyId: endpoints.AWS_ACCESS_KEY_ID,
    secretAccessKey: endpoints.AWS_SECRET_ACCESS_KEY,
  };
  const common = { region: endpoints.AWS_REGION, credentials };
  const dynamodb = new DynamoDBClient({ ...common, endpoint: endpoints.AWS_ENDPOINT_URL_DYNAMODB });
  const s3 = new S3Client({ ...common, endpoint: endpoints.AWS_ENDPOINT_URL_S3 });
  try {
    await ensureTable(dynamodb, names.SUBMISSIONS_TABLE);
    await releaseLease(dynamodb, names.SUBMISSIONS_TABLE);
    const { SUBMISSIONS_TABLE: _, ...buckets } = names;
    for (const bucket of Object.values(buckets)) await ensureBucket(s3, bucket);
  } finally {
    dynamodb.destroy();
    s3.destroy();
  }
}

async function ensureTable(client: DynamoDBClient, name: string): Promise<void> {
  const there = await client.send(new DescribeTableCommand({ TableName: name })).then(
    () => true,
    (error) => {
      if (error instanceof ResourceNotFoundException) return false;
      throw error;
    },
  );
  if (there) return;
  const { partitionKey, sortKey, index } = submissionsTable;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: partitionKey, AttributeType: 'S' },
        { AttributeName: sortKey, AttributeType: 'S' },
        { AttributeName: index.sortKey, AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      LocalSecondaryIndexes: [
        {
          IndexName: index.name,
          KeySchema: [
            { AttributeName: partitionKey, KeyType: 'HASH' },
            { AttributeName: index.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  );
}

/** Whoever held the lake's lease is gone: the data folder is ours alone, and nothing of ours has begun. */
async function releaseLease(client: DynamoDBClient, table: string): Promise<void> {
  const { partitionKey, sortKey } = submissionsTable;
  const Key = { [partitionKey]: { S: 'lake' }, [sortKey]: { S: 'lease' } };
  await client.send(new DeleteItemCommand({ TableName: table, Key }));
}

async function ensureBucket(client: S3Client, name: string): Promise<void> {
  const there = await client.send(new HeadBucketCommand({ Bucket: name })).then(
    () => true,
    (error) => {
      if (error instanceof NotFound) return false;
      throw error;
    },
  );
  if (!there) await client.send(new CreateBucketCommand({ Bucket: name }));
}
