import type { FunctionName } from './lambdas.ts';

/** Which Lambda answers what: the HTTP API on AWS and the adapter on this machine both read this. */
export const routes = {
  'GET /': 'show-start',
  'GET /en': 'show-start',
  'GET /f/{form}': 'show-form',
  'GET /en/f/{form}': 'show-form',
  'POST /f/{form}': 'submit-page',
  'POST /en/f/{form}': 'submit-page',
  'GET /kvitto/{reference}': 'show-receipt',
  'GET /en/kvitto/{reference}': 'show-receipt',
  'GET /v1/forms': 'describe-forms',
  'GET /v1/forms/{form}': 'describe-forms',
  'GET /v1/openapi.json': 'describe-api',
  'PUT /v1/forms/{form}/submissions/{id}': 'receive-submission',
  'POST /v1/forms/{form}/submissions': 'receive-batch',
  'GET /v1/records/{root}': 'read-record',
  'GET /v1/records/{root}/referring': 'find-referring',
  'GET /v1/companies': 'find-companies',
  'GET /personal/foretag': 'find-companies',
  'GET /en/personal/foretag': 'find-companies',
  'POST /personal/foretag': 'find-companies',
  'POST /en/personal/foretag': 'find-companies',
  'GET /personal/poster/{form}': 'list-records',
  'GET /en/personal/poster/{form}': 'list-records',
  'GET /personal/rapport/{root}': 'show-report',
  'GET /en/personal/rapport/{root}': 'show-report',
  'POST /personal/rapport/{root}': 'show-report',
  'POST /en/personal/rapport/{root}': 'show-report',
  'GET /healthz': 'check-health',
  'GET /{path+}': 'show-missing',
} as const satisfies Record<string, FunctionName>;

/** Hashed files (style, later script) that are served from the edge, never by a Lambda. */
export const assetsPath = '/assets/';
