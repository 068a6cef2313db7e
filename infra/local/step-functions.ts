import { randomUUID } from 'node:crypto';
import { StateMachine } from 'aws-local-stepfunctions';
import * as z from 'zod/mini';
import { exportMachine } from '../export-machine.ts';
import { AwsError, startAwsJson } from './aws-json.ts';
import { arnOf, type Functions, nameOf } from './functions.ts';

export interface StepFunctions {
  readonly url: string;
  /** Starts an execution of the export's state machine; gives its ARN. */
  start(input: Input): string;
  stop(): Promise<void>;
}

type Input = Parameters<StateMachine['run']>[0];

interface Execution {
  readonly startDate: number;
  readonly input: Input;
  readonly abort: () => void;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  output?: string;
  error?: string;
  cause?: string;
}

export const machineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:export';
/** Executions are kept in memory: whoever asks for one does so while, or soon after, it runs. */
const executionsMax = 100;

const machine = new StateMachine(
  exportMachine({
    replay: arnOf('replay-erasures'),
    plan: arnOf('plan-export'),
    render: arnOf('render-partitions'),
    reconcile: arnOf('reconcile-export'),
    publish: arnOf('publish-export'),
    sweep: arnOf('sweep-lake'),
  }),
);
/** Every Task of the definition, those inside the Map too; all of them invoke a Lambda. */
const tasks = ['Replay', 'ReplayOnly', 'Plan', 'RenderPartitions', 'Reconcile', 'Publish', 'Sweep'];

const invocation = z.object({ FunctionName: z.string(), Payload: z.unknown() });
const startInput = z.object({ stateMachineArn: z.literal(machineArn), input: z._default(z.string(), '{}') });
const executionInput = z.object({ executionArn: z.string() });

/**
 * Step Functions on this machine: the deployed definition, run by an interpreter of the States Language, and
 * the calls of the AWS API that start, stop and follow an execution.
 */
export async function startStepFunctions(functions: Functions): Promise<StepFunctions> {
  const executions = new Map<string, Execution>();

  function start(input: Input): string {
    const name = randomUUID();
    const arn = `${machineArn.replace('stateMachine', 'execution')}:${name}`;
    executions.set(arn, run(functions, name, input));
    for (const oldest of [...executions.keys()].slice(0, -executionsMax)) executions.delete(oldest);
    return arn;
  }

  function executionOf(body: unknown): [string, Execution] {
    const { executionArn } = executionInput.parse(body);
    const found = executions.get(executionArn);
    if (found === undefined) throw new AwsError('ExecutionDoesNotExist', 'there is no such execution');
    return [executionArn, found];
  }

  const server = await startAwsJson('1.0', {
    'AWSStepFunctions.StartExecution': (body) => {
      const { input } = startInput.parse(body);
      return { executionArn: start(JSON.parse(input)), startDate: Date.now() / 1000 };
    },
    'AWSStepFunctions.DescribeExecution': (body) => {
      const [executionArn, { abort, input, ...execution }] = executionOf(body);
      return { executionArn, stateMachineArn: machineArn, input: JSON.stringify(input), ...execution };
    },
    'AWSStepFunctions.StopExecution': (body) => {
      const [, execution] = executionOf(body);
      execution.status = 'ABORTED';
      execution.abort();
      return { stopDate: Date.now() / 1000 };
    },
  });
  return { url: server.url, start, stop: server.stop };
}

function run(functions: Functions, name: string, input: Input): Execution {
  let failure: Error | undefined;
  // The interpreter hides what a Lambda threw behind an error of its own.
  async function task(parameters: unknown) {
    const { FunctionName, Payload } = invocation.parse(parameters);
    const result = await functions.invoke(nameOf(FunctionName), Payload).catch(remember);
    return { Payload: JSON.parse(JSON.stringify(result ?? null)) };
  }
  function remember(error: Error): never {
    failure = error;
    throw error;
  }
  const overrides = { taskResourceLocalHandlers: Object.fromEntries(tasks.map((name) => [name, task])) };
  const context = { Execution: { Name: name } };
  const { result, abort } = machine.run(input, { overrides, context });
  const execution: Execution = { startDate: Date.now() / 1000, input, abort, status: 'RUNNING' };
  result.then(
    (output) => Object.assign(execution, { status: 'SUCCEEDED', output: JSON.stringify(output) }),
    (error: Error) => {
      const { name, message } = failure ?? error;
      if (execution.status === 'RUNNING') execution.status = 'FAILED';
      Object.assign(execution, { error: name, cause: message });
    },
  );
  return execution;
}
