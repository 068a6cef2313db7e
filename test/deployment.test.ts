import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { afterAll, expect, test } from 'vitest';
import { databases } from '../forms/derived/columns.ts';
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { settings } from '../functions/lambda/settings.ts';
import { lakeViews, reads } from '../functions/reports/views.ts';
import { buildApp } from '../infra/app.ts';
import { exportMachine } from '../infra/export-machine.ts';
import { functionNames, needsOf } from '../infra/lambdas.ts';
import { routes } from '../infra/routes.ts';

// The validator of state machines has no types, which an import would need.
const require = createRequire(import.meta.url);

// Facts about what would be deployed, read from the templates of one synthesis. It throws on a finding of
// cdk-nag or of the built-in validation. Empty files stand in for the functions' code.
const app = await buildApp({ bundle: false }, mkdtempSync(join(tmpdir(), 'deployment-')));
const assembly = app.synth();
afterAll(() => rmSync(assembly.directory, { recursive: true }));
const resourcesOf = (stack: string): Record<string, Resource> =>
  assembly.getStackByName(stack).template.Resources;
const storage = resourcesOf('Storage');
const service = resourcesOf('Service');
const all = { ...storage, ...service };

/** A resource is whatever CloudFormation takes. */
type Resource = ReturnType<Template['findResources']>[string];

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

function ofType(type: string, from = all): [string, Resource][] {
  return Object.entries(from).filter(([, { Type }]) => Type === type);
}

function only(type: string, from = all): Resource {
  const found = ofType(type, from).map(([, resource]) => resource);
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** The logical id and resource of the Lambda of a file in `functions/`. */
function lambda(name: string): [string, Resource] {
  const found = ofType('AWS::Lambda::Function').find(
    ([, { Properties }]) => Properties.Description === `functions/${name}.ts`,
  );
  if (found === undefined) throw new Error(`expected a function for functions/${name}.ts in the template`);
  return found;
}

function statementsOf(name: string): readonly Statement[] {
  const [role] = lambda(name)[1].Properties.Role['Fn::GetAtt'];
  return ofType('AWS::IAM::Policy')
    .filter(([, { Properties }]) => Properties.Roles.some((each: { Ref: string }) => each.Ref === role))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
}

function actionsOn(name: string, service: string, covers: (statement: Statement) => boolean): string[] {
  return statementsOf(name)
    .filter(covers)
    .flatMap(({ Action }) => list(Action))
    .filter((action) => action.startsWith(`${service}:`))
    .map((action) => action.slice(service.length + 1))
    .sort();
}

const onSubmissions = ({ Condition }: Statement) =>
  JSON.stringify(Condition?.['ForAllValues:StringNotEquals']) === '{"dynamodb:LeadingKeys":["lake"]}';
const onLakeItems = ({ Condition }: Statement) =>
  JSON.stringify(Condition?.['ForAllValues:StringEquals']) === '{"dynamodb:LeadingKeys":["lake"]}';
const mentions = (text: string) => (statement: Statement) =>
  JSON.stringify(statement.Resource).includes(text);

/** Joins what CloudFormation joins; a reference becomes its logical id. */
function resolved(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('Ref' in value) return String(value.Ref);
  if ('Fn::GetAtt' in value && Array.isArray(value['Fn::GetAtt'])) return String(value['Fn::GetAtt'][0]);
  if ('Fn::Join' in value && Array.isArray(value['Fn::Join'])) {
    const [separator, parts] = value['Fn::Join'];
    return parts.map(resolved).join(separator);
  }
  throw new Error(`expected a reference, got ${JSON.stringify(value)}`);
}

test.each(functionNames)('%s runs as its row says', (name) => {
  const { Properties } = lambda(name)[1];
  const needs = needsOf(name);
  expect(Properties).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    MemorySize: needs.memoryMb,
    Timeout: needs.timeoutSeconds,
  });
  const environment = Properties.Environment?.Variables ?? {};
  // The clock stands still only in demonstrations, never where people send answers.
  expect(Object.keys(environment).sort()).toEqual(needs.settings.filter((each) => each !== 'CLOCK').sort());
  if ('SENDERS' in environment) expect(environment.SENDERS).toBe('public');
  for (const each of ['EXPORT_CUTOFF_SECONDS', 'EXPORT_LEASE_SECONDS', 'EXPORT_GRACE_SECONDS'] as const) {
    if (each in environment) expect(environment[each]).toBe(String(settings[each].standard));
  }
});

test.each(functionNames)('%s may do what its row says and nothing else', (name) => {
  const needs = needsOf(name);
  expect(actionsOn(name, 'dynamodb', onSubmissions)).toEqual([...(needs.submissions ?? [])].sort());
  expect(actionsOn(name, 'dynamodb', onLakeItems)).toEqual([...(needs.lakeItems ?? [])].sort());
  expect(actionsOn(name, 's3', mentions('Analytic'))).toEqual([...(needs.analytic ?? [])].sort());
  expect(actionsOn(name, 's3', mentions('Confidential'))).toEqual([...(needs.confidential ?? [])].sort());
  for (const statement of statementsOf(name)) {
    const [service] = list(statement.Action).map((action) => action.split(':')[0]);
    expect(['dynamodb', 's3', 'kms', 'logs']).toContain(service);
    expect(statement.Effect).toBe('Allow');
    expect(statement.Resource).not.toBe('*');
    if (service === 'dynamodb') {
      expect(onSubmissions(statement) !== onLakeItems(statement)).toBe(true);
      expect(statement.Condition?.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' });
    }
    if (service === 'kms')
      expect(Object.keys(statement.Condition?.StringEquals ?? {})).toEqual(['kms:ViaService']);
  }
});

test('no role of the product may do everything with anything', () => {
  const statements: Statement[] = ofType('AWS::IAM::Policy').flatMap(
    ([, { Properties }]) => Properties.PolicyDocument.Statement,
  );
  for (const action of statements.flatMap(({ Action }) => list(Action))) {
    expect(action).not.toBe('*');
    expect(action).not.toMatch(/:\*$/);
  }
});

test('only the sweep deletes objects, and nobody deletes a submission', () => {
  const deleters = functionNames.filter((name) => actionsOn(name, 's3', () => true).includes('DeleteObject'));
  expect(deleters).toEqual(['sweep-lake']);
  for (const name of functionNames)
    expect(actionsOn(name, 'dynamodb', onSubmissions)).not.toContain('DeleteItem');
});

test('only steps of the export and the sweep write the items that steer the lake', () => {
  const writers = functionNames.filter((name) =>
    actionsOn(name, 'dynamodb', onLakeItems).some(
      (action) => !['GetItem', 'ConditionCheckItem'].includes(action),
    ),
  );
  expect(writers).toEqual([
    'plan-export',
    'render-partitions',
    'reconcile-export',
    'publish-export',
    'sweep-lake',
  ]);
});

test('every bucket is closed to the public, speaks TLS only, and but for the two logs keeps no old versions', () => {
  const policies = ofType('AWS::S3::BucketPolicy').map(([, { Properties }]) => Properties);
  for (const [id, { Properties, DeletionPolicy }] of ofType('AWS::S3::Bucket')) {
    expect(Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    const isLog = id.startsWith('Erasures') || id.startsWith('Audit');
    expect(Properties.VersioningConfiguration).toEqual(isLog ? { Status: 'Enabled' } : undefined);
    expect(DeletionPolicy).toBe('Retain');
    const policy = policies.find(({ Bucket }) => Bucket.Ref === id)?.PolicyDocument.Statement;
    expect(policy).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  }
});

test('notes between the steps of an export expire; other objects of the lake do not', () => {
  const rules = ofType('AWS::S3::Bucket', storage)
    .filter(([id]) => !id.startsWith('AccessLogs'))
    .flatMap(([, { Properties }]) => Properties.LifecycleConfiguration?.Rules ?? []);
  expect(rules).toEqual([{ Id: 'work', Prefix: '_work/', ExpirationInDays: 7, Status: 'Enabled' }]);
});

test('the table of submissions cannot be lost and has its local index', () => {
  const { Properties, DeletionPolicy } = only('AWS::DynamoDB::GlobalTable', storage);
  expect(DeletionPolicy).toBe('Retain');
  expect(Properties).toMatchObject({
    TableName: 'submissions',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    LocalSecondaryIndexes: [
      {
        IndexName: 'byChange',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'changed_at', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    Replicas: [
      {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    ],
  });
  expect(Properties.AttributeDefinitions).toContainEqual({ AttributeName: 'changed_at', AttributeType: 'N' });
  const key = only('AWS::KMS::Key', storage);
  expect(key).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } });
});

function glueTables(type: string): [string, Resource][] {
  return ofType('AWS::Glue::Table', storage).filter(
    ([, { Properties }]) => Properties.TableInput.TableType === type,
  );
}

test('Glue has the derived tables with their columns and comments, behind their pointers', async () => {
  const derived = lakeTables(await loadAll(publications), columns);
  const glue = glueTables('EXTERNAL_TABLE').map(([, { Properties }]) => Properties);
  expect(glue).toHaveLength(derived.length);
  for (const table of derived) {
    const found = glue.find(
      (each) => each.DatabaseName === table.database && each.TableInput.Name === table.name,
    );
    const { StorageDescriptor, Description } = found.TableInput;
    expect(Description).toBe(table.comment);
    expect(StorageDescriptor.Columns).toEqual(
      table.columns.map(({ name, type, comment }) => ({ Name: name, Type: type, Comment: comment })),
    );
    expect(StorageDescriptor.InputFormat).toBe('org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat');
    const zone = { open: 'Open', analytic: 'Analytic', confidential: 'Confidential' }[table.database];
    expect(resolved(StorageDescriptor.Location)).toMatch(
      new RegExp(`^s3://${zone}\\w+/${table.name}/_symlink/$`),
    );
  }
});

/** What CREATE VIEW writes for Trino to read, in the comment of a view's original text. */
function viewDefinition(text: string) {
  const [, encoded = ''] = /^\/\* Presto View: ([A-Za-z0-9+/=]+) \*\/$/.exec(text) ?? [];
  return JSON.parse(Buffer.from(encoded, 'base64').toString());
}

test('Glue has every declared view, as Athena writes views, with the SQL of its file', async () => {
  const views = lakeViews(await loadAll(publications), columns);
  const glue = glueTables('VIRTUAL_VIEW');
  const named = (database: string, name: string) =>
    glue.find(
      ([, { Properties }]) => Properties.DatabaseName === database && Properties.TableInput.Name === name,
    ) ?? ['', {}];
  expect(glue).toHaveLength(views.length);
  for (const view of views) {
    const [id, { Properties, DependsOn }] = named(view.database, view.name);
    expect(id, view.name).not.toBe('');
    const { StorageDescriptor, ViewOriginalText, ...input } = Properties.TableInput;
    expect(input).toEqual({
      Name: view.name,
      Description: view.comment.sv,
      TableType: 'VIRTUAL_VIEW',
      Parameters: { presto_view: 'true', comment: 'Presto View' },
      PartitionKeys: [],
      ViewExpandedText: '/* Presto View */',
    });
    expect(StorageDescriptor).toEqual({
      Columns: view.columns.map(({ name, type, comment }) => ({
        Name: name,
        Type: type,
        Comment: comment.sv,
      })),
      SerdeInfo: {},
    });
    expect(viewDefinition(ViewOriginalText)).toEqual({
      originalSql: view.sql,
      catalog: 'awsdatacatalog',
      schema: view.database,
      columns: view.columns.map(({ name, type }) => ({ name, type: inTrino(type) })),
    });
    const readViews = views
      .filter((other) => reads(view, other))
      .map((other) => named(other.database, other.name)[0]);
    expect([DependsOn].flat().sort()).toEqual([`${view.database}Database`, ...readViews].sort());
    expect(Math.max(...view.columns.map(({ comment }) => comment.sv.length))).toBeLessThanOrEqual(255);
  }
  const folder = new URL('../functions/reports/views/', import.meta.url);
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.sql'))) {
    const [database = '', name = ''] = file.split('.');
    const [, { Properties }] = named(database, name);
    const { originalSql } = viewDefinition(Properties.TableInput.ViewOriginalText);
    expect(originalSql, file).toBe(readFileSync(new URL(file, folder), 'utf8'));
  }
});

/** The Trino type of a column that Glue has with a type of Hive's. */
function inTrino(type: string): string {
  const others: Record<string, string> = {
    string: 'varchar',
    int: 'integer',
    timestamp: 'timestamp(3)',
    'array<string>': 'array(varchar)',
  };
  return others[type] ?? type;
}

test('each zone has a workgroup whose limits nobody can set aside', () => {
  const workgroups = ofType('AWS::Athena::WorkGroup', storage).map(([, { Properties }]) => Properties);
  expect(workgroups.map(({ Name }) => Name)).toEqual([...databases]);
  for (const { WorkGroupConfiguration } of workgroups) {
    expect(WorkGroupConfiguration).toMatchObject({
      EnforceWorkGroupConfiguration: true,
      ManagedQueryResultsConfiguration: { Enabled: true },
    });
    expect(WorkGroupConfiguration.BytesScannedCutoffPerQuery).toBeLessThanOrEqual(5 * 1024 ** 3);
    expect(WorkGroupConfiguration.ResultConfiguration).toBeUndefined();
  }
});

test('the API has the declared routes, each to its function', () => {
  const found = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
    const [, integration = ''] = resolved(Properties.Target).split('/');
    const target = resolved(service[integration]?.Properties.IntegrationUri);
    return [Properties.RouteKey, service[target]?.Properties.Description];
  });
  const declared = Object.entries(routes).map(([route, name]) => [route, `functions/${name}.ts`]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(declared));
});

test('the access log knows the route and never what a person typed', () => {
  const { Properties } = only('AWS::ApiGatewayV2::Stage');
  expect(JSON.parse(Properties.AccessLogSettings.Format)).toEqual({
    routeKey: '$context.routeKey',
    status: '$context.status',
    requestId: '$context.requestId',
    latencyMs: '$context.responseLatency',
  });
  expect(Properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
  expect(only('AWS::CloudFront::Distribution').Properties.DistributionConfig.Logging).toBeUndefined();
});

test('the edge sends the secret, caches files only and adds the security headers', () => {
  const { Origins, DefaultCacheBehavior, CacheBehaviors } = only('AWS::CloudFront::Distribution').Properties
    .DistributionConfig;
  const [header] = Origins[0].OriginCustomHeaders;
  expect(header.HeaderName).toBe('x-origin-secret');
  expect(resolved(header.HeaderValue)).toMatch(/^\{\{resolve:secretsmanager:\w+:SecretString:::\}\}$/);
  for (const name of new Set(Object.values(routes))) {
    const { ORIGIN_SECRET } = lambda(name)[1].Properties.Environment.Variables;
    expect(resolved(ORIGIN_SECRET), name).toBe(resolved(header.HeaderValue));
  }
  // CloudFront's own policies: CachingDisabled, and CachingOptimized for what is named by its content.
  expect(DefaultCacheBehavior.CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
  expect(CacheBehaviors).toMatchObject([
    { PathPattern: '/assets/*', CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6' },
  ]);
  expect(Origins[1].OriginAccessControlId).toBeDefined();
  const headers = only('AWS::CloudFront::ResponseHeadersPolicy').Properties.ResponseHeadersPolicyConfig
    .SecurityHeadersConfig;
  expect(headers.ContentSecurityPolicy.ContentSecurityPolicy).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  expect(headers.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThanOrEqual(31_536_000);
});

test('the state machine is the exported definition, and a valid one', () => {
  const { Properties } = only('AWS::StepFunctions::StateMachine');
  const definition = JSON.parse(resolved(Properties.DefinitionString));
  expect(definition).toEqual(
    exportMachine({
      replay: lambda('replay-erasures')[0],
      plan: lambda('plan-export')[0],
      render: lambda('render-partitions')[0],
      reconcile: lambda('reconcile-export')[0],
      publish: lambda('publish-export')[0],
      sweep: lambda('sweep-lake')[0],
    }),
  );
  const validate: (definition: unknown) => { isValid: boolean; errorsText: () => string } =
    require('asl-validator');
  const verdict = validate(definition);
  expect(verdict.isValid, verdict.errorsText()).toBe(true);
  expect(Properties.StateMachineType).toBe('STANDARD');
  expect(Properties.LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: 'ERROR' });
});

test('the export starts at 03:15, the sweep at 04:30 and on Sundays a verifying export at 05:30, and a lost start is kept', () => {
  const found = ofType('AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties);
  expect(found.map(({ ScheduleExpression, Target }) => [ScheduleExpression, Target.Input])).toEqual([
    ['cron(15 3 * * ? *)', '{}'],
    ['cron(30 4 * * ? *)', '{"what":"sweep"}'],
    ['cron(30 5 ? * SUN *)', '{"verify":true}'],
  ]);
  for (const { ScheduleExpressionTimezone, Target } of found) {
    expect(ScheduleExpressionTimezone).toBe('Europe/Stockholm');
    expect(Target.DeadLetterConfig.Arn).toBeDefined();
  }
});

test('a deployment gives every declared table its pointer', () => {
  const version = resolved(only('Custom::Trigger').Properties.HandlerArn);
  expect(resolved(service[version]?.Properties.FunctionName)).toBe(lambda('prepare-lake')[0]);
});

test('every alarm says in one sentence whom it hurts, and the runbook has a heading for it and no other', () => {
  const runbook = readFileSync(new URL('../docs/runbook.md', import.meta.url), 'utf8');
  const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  const alarms = ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
  const linked = alarms.map(({ AlarmDescription, AlarmActions }) => {
    expect(AlarmDescription).toMatch(/^[A-Z][^.]{20,}\. What to do: docs\/runbook\.md#[a-z-]+$/);
    expect(AlarmActions).toHaveLength(1);
    return AlarmDescription.split('#')[1];
  });
  expect([...new Set(linked)].sort()).toEqual(headings.sort());
  for (const job of ['export', 'sweep']) {
    expect(linked).toEqual(expect.arrayContaining([`${job}-failed`, `${job}-did-not-run`]));
  }
});

test('cdk-nag and the built-in validation find nothing, and every acknowledgement is needed', () => {
  const report = JSON.parse(readFileSync(join(assembly.directory, 'validation-report.json'), 'utf8'));
  const used = new Set<string>();
  for (const { violations, suppressedViolations } of report.pluginReports) {
    expect(violations).toEqual([]);
    for (const { acknowledgedAt, acknowledgedId } of suppressedViolations) {
      used.add(`${acknowledgedAt} ${acknowledgedId}`);
    }
  }
  const made = app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.keys(data))
      .map((id) => `${node.path} ${id}`),
  );
  expect(made.filter((each) => !used.has(each))).toEqual([]);
  expect(made.length).toBeGreaterThan(0);
});
