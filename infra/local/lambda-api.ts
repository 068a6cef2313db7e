import { createServer } from 'node:http';
import { functionNames } from '../lambdas.ts';
import { type AwsJson, isLocalHost, listenLocally, readText } from './aws-json.ts';
import type { Functions } from './functions.ts';

const path = /^\/2015-03-31\/functions\/([\w-]+)\/invocations$/;

interface Invoked {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * The call of AWS's Lambda API that invokes a function and waits for its result
 * (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html), on a free port of 127.0.0.1. On AWS only who has
 * the right may invoke; here, who is at the machine.
 */
export function startLambdaApi(functions: Functions): Promise<AwsJson> {
  const server = createServer((request, response) => {
    if (!isLocalHost(request.headers.host)) return void response.writeHead(403).end();
    readText(request)
      .then((body) => invoke(functions, `${request.method} ${request.url}`, body))
      .then(({ status, headers, body }) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(JSON.stringify(body ?? null));
      })
      .catch(() => response.writeHead(400).end());
  });
  return listenLocally(server);
}

/** Runs a function; what it throws is told as Lambda tells it, with status 200. */
async function invoke(functions: Functions, request: string, body: string): Promise<Invoked> {
  const [, name] = path.exec(request.replace(/^POST /, '')) ?? [];
  const found = functionNames.find((each) => each === name);
  if (found === undefined) {
    const headers = { 'x-amzn-errortype': 'ResourceNotFoundException' };
    return { status: 404, headers, body: { Message: 'Function not found' } };
  }
  const result = functions.invoke(found, JSON.parse(body || 'null'));
  return result.then(
    (output) => ({ status: 200, headers: {}, body: output }),
    (error: Error) => ({
      status: 200,
      headers: { 'x-amz-function-error': 'Unhandled' },
      body: { errorType: error.name, errorMessage: error.message },
    }),
  );
}
