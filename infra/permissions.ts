import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { type Database, databases } from '../forms/derived/columns.ts';
import type { LambdaNeeds } from './lambdas.ts';
import type { Storage } from './storage.ts';
import { submissionsTable } from './submissions-table.ts';

/** The partition key of the items that steer the lake; they share the table with submissions. */
const lakePartition = 'lake';
const leadingKeys = 'dynamodb:LeadingKeys';

/** What a Lambda may do, from its row: these statements and its own log are all it gets. */
export function permissionsOf(needs: LambdaNeeds, storage: Storage): PolicyStatement[] {
  return [
    ...tablePermissions(needs, storage),
    ...databases.flatMap((zone) => bucketPermissions(needs[zone], storage.lake[zone])),
    ...bucketPermissions(needs.erasures, storage.erasures),
    ...bucketPermissions(needs.audit, storage.audit),
    ...keyPermissions(needs, storage),
  ];
}

/**
 * `ForAllValues` also holds when a request names no key at all; `Null` takes that back, so that each
 * statement covers requests for its own items only.
 */
function tablePermissions({ submissions, lakeItems }: LambdaNeeds, { table }: Storage): PolicyStatement[] {
  const found: PolicyStatement[] = [];
  if (submissions !== undefined) {
    found.push(
      new PolicyStatement({
        sid: 'Submissions',
        actions: submissions.map((action) => `dynamodb:${action}`),
        resources: [
          table.tableArn,
          ...(submissions.includes('Query')
            ? [`${table.tableArn}/index/${submissionsTable.index.name}`]
            : []),
        ],
        conditions: {
          'ForAllValues:StringNotEquals': { [leadingKeys]: [lakePartition] },
          Null: { [leadingKeys]: 'false' },
        },
      }),
    );
  }
  if (lakeItems !== undefined) {
    found.push(
      new PolicyStatement({
        sid: 'LakeItems',
        actions: lakeItems.map((action) => `dynamodb:${action}`),
        resources: [table.tableArn],
        conditions: {
          'ForAllValues:StringEquals': { [leadingKeys]: [lakePartition] },
          Null: { [leadingKeys]: 'false' },
        },
      }),
    );
  }
  return found;
}

function bucketPermissions(actions: LambdaNeeds[Database] = [], bucket: IBucket): PolicyStatement[] {
  const onObjects = actions.filter((action) => action !== 'ListBucket');
  const found: PolicyStatement[] = [];
  if (onObjects.length > 0) {
    found.push(
      new PolicyStatement({
        actions: onObjects.map((action) => `s3:${action}`),
        resources: [bucket.arnForObjects('*')],
      }),
    );
  }
  if (actions.includes('ListBucket')) {
    found.push(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }));
  }
  return found;
}

/** The key, and only through the services whose data the row names. */
function keyPermissions(needs: LambdaNeeds, { key, region }: Storage): PolicyStatement[] {
  const found: PolicyStatement[] = [];
  const items = [...(needs.submissions ?? []), ...(needs.lakeItems ?? [])];
  if (items.length > 0) {
    const writes = items.some((action) => action !== 'GetItem' && action !== 'Query');
    const actions = [
      'kms:Decrypt',
      'kms:DescribeKey',
      ...(writes ? ['kms:Encrypt', 'kms:GenerateDataKey'] : []),
    ];
    found.push(throughService('dynamodb', actions));
  }
  const objects = [
    ...databases.flatMap((zone) => needs[zone] ?? []),
    ...(needs.erasures ?? []),
    ...(needs.audit ?? []),
  ];
  const actions = [
    ...(objects.includes('GetObject') ? ['kms:Decrypt'] : []),
    ...(objects.includes('PutObject') ? ['kms:GenerateDataKey'] : []),
  ];
  if (actions.length > 0) found.push(throughService('s3', actions));
  return found;

  function throughService(service: string, allowed: string[]): PolicyStatement {
    return new PolicyStatement({
      actions: allowed,
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } },
    });
  }
}
