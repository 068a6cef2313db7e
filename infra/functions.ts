import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { type SettingName, settings } from '../functions/lambda/settings.ts';
import { type FunctionName, functionNames, needsOf } from './lambdas.ts';
import { permissionsOf } from './permissions.ts';
import type { Storage } from './storage.ts';

interface FunctionsProps {
  readonly storage: Storage;
  /** What the edge sends with every request. */
  readonly secret: Secret;
  /** The folder that holds a folder per function, as `bundle()` writes it. */
  readonly bundles: string;
}

/** What a stack's reference to each bucket of another stack is called. */
const buckets = [
  'Open2F4367FDArn095DB526',
  'AnalyticD9B5CF05Arn0FB61188',
  'Confidential44CE4426ArnCAABA185',
  'ErasuresA1C9C257Arn02329CB4',
  'Audit3D8ADE0AArn687831F0',
];

/** Every Lambda of `infra/lambdas.ts`, each with what its row says and no more. */
export class Functions extends Construct {
  readonly #made: ReadonlyMap<FunctionName, LambdaFunction>;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    this.#made = new Map(functionNames.map((name) => [name, oneFunction(this, name, props)]));
    for (const bucket of buckets) {
      Validations.of(this).acknowledge({
        id: `AwsSolutions::AwsSolutions-IAM5[Resource::{"Fn::GetStackOutput":{"StackName":"Storage","Region":"eu-north-1","OutputName":"PublishOutputFnGetAtt${bucket}"}}/*]`,
        reason:
          'Objects are named by their content: what a step reads or writes has no name before it exists.',
      });
    }
  }

  /** The Lambda of a file in `functions/`. */
  of(name: FunctionName): LambdaFunction {
    const found = this.#made.get(name);
    if (found === undefined) throw new Error(`expected a function of infra/lambdas.ts, got "${name}"`);
    return found;
  }
}

function oneFunction(scope: Construct, name: FunctionName, { storage, secret, bundles }: FunctionsProps) {
  const needs = needsOf(name);
  const logGroup = new LogGroup(scope, `${name}-log`, {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // A role of our own: the managed policy for Lambdas may write to every log of the account.
  const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  for (const statement of permissionsOf(needs, storage)) role.addToPolicy(statement);
  return new LambdaFunction(scope, name, {
    description: `functions/${name}.ts`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(`${bundles}/${name}`),
    memorySize: needs.memoryMb,
    timeout: Duration.seconds(needs.timeoutSeconds),
    environment: environmentOf(needs.settings, storage, secret),
    role,
    logGroup,
  });
}

function environmentOf(
  names: readonly SettingName[],
  storage: Storage,
  secret: Secret,
): Record<string, string> {
  const pairs = names.map((name) => [name, settingOf(name, storage, secret)] as const);
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function settingOf(
  name: SettingName,
  { table, lake, erasures, audit }: Storage,
  secret: Secret,
): string | undefined {
  switch (name) {
    case 'SUBMISSIONS_TABLE':
      return table.tableName;
    case 'OPEN_BUCKET':
      return lake.open.bucketName;
    case 'ANALYTIC_BUCKET':
      return lake.analytic.bucketName;
    case 'CONFIDENTIAL_BUCKET':
      return lake.confidential.bucketName;
    case 'ERASURES_BUCKET':
      return erasures.bucketName;
    case 'AUDIT_BUCKET':
      return audit.bucketName;
    case 'SENDERS':
      // Anybody reaches this deployment: staff forms are absent until staff can sign in.
      return 'public';
    case 'ORIGIN_SECRET':
      // CloudFormation reads the secret when it deploys; the template holds a reference only.
      return secret.secretValue.unsafeUnwrap();
    case 'CLOCK':
      // Deployed functions live in the present.
      return undefined;
    default:
      return standardOf(name);
  }
}

function standardOf(name: SettingName): string {
  const { standard } = settings[name];
  if (standard === undefined) throw new Error(`expected infra/functions.ts to know the setting ${name}`);
  return String(standard);
}
