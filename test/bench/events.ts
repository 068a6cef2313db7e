import { publications } from '../../forms/published/index.ts';
import { newId } from '../../functions/submissions/ids.ts';
import { visited } from '../company-report-answers.ts';
import { bodyOf } from './samples.ts';

/** An event as API Gateway (payload 2.0) gives it to a Lambda. */
export interface GatewayEvent {
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly [key: string]: unknown;
}

function eventOf(
  method: string,
  routeKey: string,
  path: string,
  type: string | undefined,
  pathParameters: Readonly<Record<string, string>>,
  body: string | undefined,
  query = '',
): GatewayEvent {
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    headers: {
      host: 'localhost',
      'user-agent': 'bench',
      ...(type !== undefined && { 'content-type': type }),
    },
    pathParameters,
    requestContext: {
      accountId: '000000000000',
      apiId: 'bench',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
      requestId: 'bench',
      routeKey,
      stage: '$default',
      timeEpoch: 0,
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
  };
}

/** A submission to the JSON API, with a fresh id. */
export function sendEvent(number: number, now: number): GatewayEvent {
  const id = newId(now);
  const path = `/v1/forms/participants/submissions/${id}`;
  const route = 'PUT /v1/forms/{form}/submissions/{id}';
  return eventOf('PUT', route, path, 'application/json', { form: 'participants', id }, bodyOf(number));
}

/** A visit with a needs analysis, the largest form, in its current version, with a fresh id. */
export function analysisEvent(now: number): GatewayEvent {
  const id = newId(now);
  const route = 'PUT /v1/forms/{form}/submissions/{id}';
  const path = `/v1/forms/needs-analysis/submissions/${id}`;
  const body = JSON.stringify({ version: publications['needs-analysis']?.current, answers: visited });
  return eventOf('PUT', route, path, 'application/json', { form: 'needs-analysis', id }, body);
}

/** A form that a page sends. */
export function pageSentEvent(fields: Readonly<Record<string, string>>): GatewayEvent {
  const type = 'application/x-www-form-urlencoded';
  const body = new URLSearchParams(fields).toString();
  return eventOf('POST', 'POST /f/{form}', '/f/participants', type, { form: 'participants' }, body);
}

/** What a link to an evaluation says of the activity. */
export const evaluationQuery = 'activity_kind=workshop&activity_date=2026-09-10';

/** A visit to a form's page. */
export function visitEvent(form: string, query = ''): GatewayEvent {
  return eventOf('GET', 'GET /f/{form}', `/f/${form}`, undefined, { form }, undefined, query);
}

/** A search of companies by a program. */
export function searchEvent(search: string): GatewayEvent {
  const query = new URLSearchParams({ search }).toString();
  return eventOf('GET', 'GET /v1/companies', '/v1/companies', undefined, {}, undefined, query);
}
