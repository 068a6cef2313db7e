import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod/mini';
import type { FunctionName } from '../lambdas.ts';

const failure = z.object({ errorMessage: z.string() });

/** Invokes a Lambda with an event, through the API of Lambda; gives its result, or throws the sentence it threw. */
export async function invoke(
  env: Readonly<Record<string, string>>,
  name: FunctionName,
  event: object,
): Promise<unknown> {
  const { AWS_ENDPOINT_URL_LAMBDA: endpoint, AWS_REGION: region, ...keys } = env;
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = keys;
  const client = new LambdaClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  try {
    const { Payload, FunctionError } = await client.send(
      new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }),
    );
    const result: unknown = JSON.parse(Payload?.transformToString() || 'null');
    if (FunctionError !== undefined) throw new Error(failure.parse(result).errorMessage);
    return result;
  } finally {
    client.destroy();
  }
}
