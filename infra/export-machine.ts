/**
 * The nightly export as a state machine (Amazon States Language, JSONPath). AWS Step Functions runs this
 * definition there; the same one runs on this machine. Data first, visibility last: plan → render →
 * reconcile → publish. With `{ "what": "sweep" }` it only sweeps.
 */
export interface ExportFunctions {
  readonly plan: string;
  readonly render: string;
  readonly reconcile: string;
  readonly publish: string;
  readonly sweep: string;
}

/** The definition with the functions' names or ARNs in it. */
export function exportMachine(functions: ExportFunctions) {
  return {
    Comment: 'Submissions to Parquet: plan, render, reconcile, publish; or sweep',
    StartAt: 'Choose',
    States: {
      Choose: {
        Type: 'Choice' as const,
        Choices: [
          {
            And: [
              { Variable: '$.what', IsPresent: true },
              { Variable: '$.what', StringEquals: 'sweep' },
            ],
            Next: 'Sweep',
          },
        ],
        Default: 'Plan',
      },
      Plan: { ...invoke(functions.plan, '$'), Next: 'Render' },
      Render: {
        Type: 'Map' as const,
        ItemsPath: '$.batches',
        // Bounded: every worker reads one partition at a time, and the table's capacity is shared with intake.
        MaxConcurrency: 8,
        ItemSelector: { 'run.$': '$.run', 'batch.$': '$$.Map.Item.Value' },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' as const },
          StartAt: 'RenderPartitions',
          States: { RenderPartitions: { ...invoke(functions.render, '$'), End: true as const } },
        },
        ResultPath: null,
        Next: 'Reconcile',
      },
      Reconcile: { ...invoke(functions.reconcile, '$'), Next: 'Publish' },
      Publish: { ...invoke(functions.publish, '$'), End: true as const },
      Sweep: { ...invoke(functions.sweep, '$'), End: true as const },
    },
  };
}

/** Steps are safe to repeat (keyed by content, id or run number), so what passes by itself is retried. */
function invoke(functionName: string, payload: string) {
  return {
    Type: 'Task' as const,
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: functionName, 'Payload.$': payload },
    OutputPath: '$.Payload',
    Retry: [
      {
        ErrorEquals: [
          'Lambda.ServiceException',
          'Lambda.AWSLambdaException',
          'Lambda.SdkClientException',
          'Lambda.TooManyRequestsException',
        ],
        IntervalSeconds: 2,
        MaxAttempts: 4,
        BackoffRate: 2,
      },
    ],
  };
}
