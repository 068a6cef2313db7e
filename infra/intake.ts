import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Functions } from './functions.ts';
import type { FunctionName } from './lambdas.ts';
import { routes } from './routes.ts';

/**
 * A line per request, of fields that hold nothing a person typed: the route's pattern, never the path or
 * query, which may carry a token or a reference.
 */
const accessLogLine = {
  routeKey: '$context.routeKey',
  status: '$context.status',
  requestId: '$context.requestId',
  latencyMs: '$context.responseLatency',
};

/** Room for a hall of people who evaluate at once, and a limit to what a flood can cost. */
const throttle = { rateLimit: 100, burstLimit: 200 };

export interface Intake {
  readonly api: HttpApi;
  readonly stage: HttpStage;
}

/** The HTTP API with exactly the routes of `infra/routes.ts`. */
export function intake(scope: Construct, functions: Functions): Intake {
  const api = new HttpApi(scope, 'Api', { createDefaultStage: false });
  const integrations = new Map<FunctionName, HttpLambdaIntegration>();
  for (const [route, name] of Object.entries(routes)) {
    const integration =
      integrations.get(name) ?? new HttpLambdaIntegration(`${name}-integration`, functions.of(name));
    integrations.set(name, integration);
    const { method, path } = parsed(route);
    api.addRoutes({ path, methods: [method], integration });
  }
  Validations.of(api).acknowledge({
    id: 'AwsSolutions::AwsSolutions-APIG4',
    reason: 'Every deployed route is public; routes for staff are not deployed before staff can sign in.',
  });
  const stage = new HttpStage(scope, 'Stage', {
    httpApi: api,
    autoDeploy: true,
    throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(
        new LogGroup(scope, 'AccessLog', {
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      ),
      format: AccessLogFormat.custom(JSON.stringify(accessLogLine)),
    },
  });
  return { api, stage };
}

function parsed(route: string): { readonly method: HttpMethod; readonly path: string } {
  const [verb, path] = route.split(' ');
  const method = Object.values(HttpMethod).find((each) => each === verb);
  if (method === undefined || path === undefined) {
    throw new Error(`expected a route as in "GET /path", got "${route}"`);
  }
  return { method, path };
}
