import { setTimeout as pause } from 'node:timers/promises';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { machineArn } from '../local/step-functions.ts';

/** How an execution of the export's state machine ended. */
export type Ended = { readonly output: unknown } | { readonly error: string; readonly cause: string };

/** Runs the export's state machine to its end with an input, through the API of Step Functions. */
export async function execute(env: Readonly<Record<string, string>>, input: object): Promise<Ended> {
  const { AWS_ENDPOINT_URL_SFN: endpoint, AWS_REGION: region, ...keys } = env;
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = keys;
  const client = new SFNClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const start = new StartExecutionCommand({ stateMachineArn: machineArn, input: JSON.stringify(input) });
  const { executionArn } = await client.send(start);
  for (;;) {
    const { status, output, error, cause } = await client.send(
      new DescribeExecutionCommand({ executionArn }),
    );
    if (status === 'SUCCEEDED') return { output: JSON.parse(output ?? 'null') };
    if (status !== 'RUNNING')
      return { error: error ?? String(status), cause: cause ?? `the export ended as ${status}` };
    await pause(20);
  }
}
