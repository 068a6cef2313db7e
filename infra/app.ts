import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdk from '../cdk.json' with { type: 'json' };
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { lakeViews } from '../functions/reports/views.ts';
import { Alarms } from './alarms.ts';
import { bundle } from './bundles.ts';
import { Edge, originSecret } from './edge.ts';
import { Exports } from './exports.ts';
import { Functions } from './functions.ts';
import { intake } from './intake.ts';
import { functionNames } from './lambdas.ts';
import { Storage } from './storage.ts';

const env = { region: 'eu-north-1' };

/**
 * The whole deployment. It reads the feature flags of cdk.json itself, so that the command line, a test and
 * `node infra/app.ts` build the same. Context: `bundle=false` leaves the functions' code out, `alarmMail`
 * is who hears of alarms.
 */
export async function buildApp(
  context: Readonly<Record<string, unknown>> = {},
  outdir?: string,
): Promise<App> {
  const app = new App({ context: { ...cdk.context, ...context }, ...(outdir !== undefined && { outdir }) });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const bundles = await bundled(app);
  const published = await loadAll(publications);
  const storage = new Storage(app, 'Storage', {
    env,
    tables: lakeTables(published, columns),
    views: lakeViews(published, columns),
  });
  service(app, storage, bundles);
  return app;
}

function service(app: App, storage: Storage, bundles: string): void {
  const stack = new Stack(app, 'Service', { env });
  const secret = originSecret(stack);
  const functions = new Functions(stack, 'Functions', { storage, secret, bundles });
  const api = intake(stack, functions);
  const edge = new Edge(stack, 'Edge', { intake: api, secret, assets: `${bundles}/assets` });
  const exports = new Exports(stack, 'Exports', functions);
  const mail = app.node.tryGetContext('alarmMail');
  const alarms = new Alarms(stack, 'Alarms', {
    functions,
    intake: api,
    exports,
    ...(typeof mail === 'string' && { mail }),
  });
  new CfnOutput(stack, 'Address', { value: `https://${edge.distribution.distributionDomainName}` });
  new CfnOutput(stack, 'ExportMachine', { value: exports.machine.stateMachineArn });
  new CfnOutput(stack, 'AlarmTopic', { value: alarms.topic.topicArn });
}

/** The folder of the functions' code: bundled, or empty files where only the template is looked at. */
async function bundled(app: App): Promise<string> {
  const context: unknown = app.node.tryGetContext('bundle');
  const skipped = context === false || context === 'false';
  const folder = skipped ? join(app.outdir, 'empty') : fileURLToPath(new URL('../dist', import.meta.url));
  // Chunks are named by their content: those of an earlier build would be deployed along.
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'assets'), { recursive: true });
  if (!skipped) await bundle(folder);
  for (const name of skipped ? functionNames : []) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'index.mjs'), '');
  }
  return folder;
}

if (import.meta.main) (await buildApp()).synth();
