import { timingSafeEqual } from 'node:crypto';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { errorFields, log } from './log.ts';
import { type FieldProblem, type HttpProblemCode, problemDetails, problems } from './problems.ts';
import { settings } from './settings.ts';

/** A request as our functions see it. Header names are lower-case. */
export interface Request {
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Swedish at the root, English under `/en`. */
  readonly lang: 'sv' | 'en';
}

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The store cannot be reached now: the caller may try again with the same id. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** A body larger than this is refused: 256 kB (1 kB = 1024 bytes) holds every form many times over. */
export const bodyBytesMax = 256 * 1024;

const security = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** A JSON response. */
export function json(status: number, value: unknown): Response {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** A problem as `application/problem+json` (RFC 9457). */
export function problem(code: HttpProblemCode, fields?: readonly FieldProblem[], current?: string): Response {
  return {
    status: problems[code].status,
    headers: { 'content-type': 'application/problem+json', ...(code === '503' && { 'retry-after': '5' }) },
    body: JSON.stringify(problemDetails(code, fields, current)),
  };
}

/** The request's JSON object, or the response that says why it has none. */
export function jsonObject(request: Request): { readonly value: unknown } | { readonly refused: Response } {
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  if (
    type?.trim() !== 'application/json' ||
    (charset ?? 'charset=utf-8').replaceAll('"', '') !== 'charset=utf-8'
  ) {
    return { refused: problem('415') };
  }
  if (Buffer.byteLength(request.body) > bodyBytesMax) return { refused: problem('413') };
  try {
    return { value: JSON.parse(request.body) };
  } catch {
    return { refused: problem('400') };
  }
}

/** A redirect after a post, so that a reload sends nothing again. */
export function seeOther(location: string): Response {
  return { status: 303, headers: { location }, body: '' };
}

/** More fields than any form has; a bound on what one request makes us do. */
const fieldsMax = 5000;

/** The names and values of an HTML form’s post, in its order; or the code of what is wrong. */
export function formFields(
  request: Request,
):
  | { readonly entries: readonly (readonly [string, string])[] }
  | { readonly refused: '400.page' | '413' | '415.page' } {
  const [type] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (type?.trim() !== 'application/x-www-form-urlencoded') return { refused: '415.page' };
  if (Buffer.byteLength(request.body) > bodyBytesMax) return { refused: '413' };
  const fields = new URLSearchParams(request.body);
  if (fields.size > fieldsMax) return { refused: '400.page' };
  return { entries: [...fields] };
}

type Failure = (code: '500' | '503', lang: 'sv' | 'en') => Response;

/**
 * The edge of a Lambda behind the HTTP API. What `answer` throws is caught here, once: logged without
 * anything that was sent, and told to the caller by `failure`.
 */
export function httpHandler(
  answer: (request: Request) => Promise<Response>,
  failure: Failure = (code) => problem(code),
) {
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Error, Context>()
    .use({
      onError: (request) => {
        log('error', 'request failed', { ...lineOf(request.event), ...errorFields(request.error) });
        const code = request.error instanceof Unavailable ? '503' : '500';
        request.response = result(failure(code, langOf(request.event.routeKey)));
      },
    })
    .handler(async (event) => {
      const started = performance.now();
      const response = cameThroughEdge(event) ? await answer(requestOf(event)) : problem('403');
      const durationMs = Math.round((performance.now() - started) * 10) / 10;
      log('info', 'request', { ...lineOf(event), status: response.status, durationMs });
      return result(response);
    });
}

/** The gateway has an address of its own, past the edge and its protection; what comes by it is refused. */
function cameThroughEdge({ headers }: APIGatewayProxyEventV2): boolean {
  const secret = settings.ORIGIN_SECRET();
  if (secret === undefined) return true;
  const sent = Buffer.from(headers['x-origin-secret'] ?? '');
  const expected = Buffer.from(secret);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}

/** The route's pattern, not the path: a path may hold what a person typed. */
function lineOf(event: APIGatewayProxyEventV2) {
  return { route: event.routeKey, requestId: event.requestContext.requestId };
}

function requestOf(event: APIGatewayProxyEventV2): Request {
  const body = event.body ?? '';
  return {
    parameters: event.pathParameters ?? {},
    query: new URLSearchParams(event.rawQueryString),
    headers: event.headers,
    body: event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
    lang: langOf(event.routeKey),
  };
}

/** The language that a route speaks to people. */
function langOf(routeKey: string): 'sv' | 'en' {
  return /^\S+ \/en(?:\/|$)/.test(routeKey) ? 'en' : 'sv';
}

function result(response: Response): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: response.status,
    headers: { ...security, ...response.headers },
    body: response.body,
  };
}
