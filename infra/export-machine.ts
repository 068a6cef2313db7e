/**
 * The nightly export as a state machine (Amazon States Language, JSONPath). AWS Step Functions runs this
 * definition there; the same one runs on this machine. What was erased first, then data, visibility last: replay →
 * plan → render → reconcile → publish. With `{ "what": "sweep" }` it only sweeps, with `{ "what": "replay" }` it only
 * does again what was erased, as after a restore.
 */
export interface ExportFunctions {
  readonly replay: string;
  readonly plan: string;
  readonly render: string;
  readonly reconcile: string;
  readonly publish: string;
  readonly sweep: string;
}

/** The definition with the functions' names or ARNs in it. */
export function exportMachine(functions: ExportFunctions) {
  return {
    Comment: 'Submissions to Parquet: replay, plan, render, reconcile, publish; or sweep; or replay',
    StartAt: 'Choose',
    States: {
      Choose: {
        Type: 'Choice' as const,
        Choices: [asked('sweep', 'Sweep'), asked('replay', 'ReplayOnly')],
        Default: 'Replay',
      },
      // A copy of the table that was restored may hold what was erased: no export ever shows it.
      Replay: { ...invoke(functions.replay, named), OutputPath: '$', ResultPath: null, Next: 'Plan' },
      ReplayOnly: { ...invoke(functions.replay, named), End: true as const },
      Plan: { ...invoke(functions.plan, named), Next: 'Render' },
      Render: {
        Type: 'Map' as const,
        ItemsPath: '$.batches',
        // Bounded: every worker reads one partition at a time, and the table's capacity is shared with intake.
        MaxConcurrency: 8,
        ItemSelector: { 'work.$': '$.work', 'batch.$': '$$.Map.Item.Value' },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' as const },
          StartAt: 'RenderPartitions',
          States: {
            RenderPartitions: {
              ...invoke(functions.render, whole),
              // A worker that came to nothing leaves no result; reconciling notices, other forms go on.
              Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'NotRendered' }],
              End: true as const,
            },
            NotRendered: { Type: 'Pass' as const, End: true as const },
          },
        },
        ResultPath: null,
        Next: 'Reconcile',
      },
      Reconcile: { ...invoke(functions.reconcile, whole), Next: 'Publish' },
      Publish: { ...invoke(functions.publish, whole), End: true as const },
      Sweep: { ...invoke(functions.sweep, named), End: true as const },
    },
  };
}

function asked(what: string, next: string) {
  return {
    And: [
      { Variable: '$.what', IsPresent: true },
      { Variable: '$.what', StringEquals: what },
    ],
    Next: next,
  };
}

/** A step's input, as it is. */
const whole = { 'Payload.$': '$' };
/** With the execution's name: whoever takes the lease is known by it, also when the step is repeated. */
const named = { Payload: { 'execution.$': '$$.Execution.Name', 'input.$': '$' } };

/** Steps are safe to repeat (keyed by content, holder or run), so what may pass by itself is retried. */
function invoke(functionName: string, payload: typeof whole | typeof named) {
  return {
    Type: 'Task' as const,
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: functionName, ...payload },
    OutputPath: '$.Payload',
    Retry: [
      { ErrorEquals: ['LeaseHeld', 'WrongInput'], MaxAttempts: 0 },
      { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2 },
    ],
  };
}
