import { Duration, RemovalPolicy, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import { exportMachine } from './export-machine.ts';
import type { Functions } from './functions.ts';
import { type JobSchedule, schedules } from './schedules.ts';

/** The nightly export and the sweep: one state machine, started by two schedules. */
export class Exports extends Construct {
  readonly machine: StateMachine;
  /** Starts that the scheduler had to give up. */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, functions: Functions) {
    super(scope, id);
    this.machine = machine(this, functions);
    this.undelivered = new Queue(this, 'Undelivered', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.undelivered).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: 'This queue is itself the dead-letter queue of the schedules.',
    });
    for (const each of schedules) schedule(this, each, this.machine, this.undelivered);
    // A table that was declared just now must have its pointer before anybody can query it.
    new Trigger(this, 'PrepareLake', { handler: functions.of('prepare-lake'), timeout: Duration.minutes(5) });
  }
}

function machine(scope: Construct, functions: Functions): StateMachine {
  const steps = {
    replay: functions.of('replay-erasures'),
    plan: functions.of('plan-export'),
    render: functions.of('render-partitions'),
    reconcile: functions.of('reconcile-export'),
    publish: functions.of('publish-export'),
    sweep: functions.of('sweep-lake'),
  };
  const definition = exportMachine({
    replay: steps.replay.functionArn,
    plan: steps.plan.functionArn,
    render: steps.render.functionArn,
    reconcile: steps.reconcile.functionArn,
    publish: steps.publish.functionArn,
    sweep: steps.sweep.functionArn,
  });
  const made = new StateMachine(scope, 'Machine', {
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(Stack.of(scope).toJsonString(definition)),
    tracingEnabled: true,
    logs: {
      destination: new LogGroup(scope, 'MachineLog', {
        retention: RetentionDays.THREE_MONTHS,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      level: LogLevel.ERROR,
      includeExecutionData: false,
    },
  });
  made.addToRolePolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: Object.values(steps).map((step) => step.functionArn),
    }),
  );
  Validations.of(made).acknowledge(
    {
      id: 'AwsSolutions::AwsSolutions-SF1',
      reason: 'Errors are logged; a log of every step would only repeat what the functions log themselves.',
    },
    {
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: 'Delivery of logs and traces can be allowed for all resources only.',
    },
  );
  return made;
}

/** A start that does not succeed within the hour waits in the queue, where an alarm sees it. */
function schedule(
  scope: Construct,
  { name, hour, minute, timezone, input, weekDay }: JobSchedule,
  target: StateMachine,
  deadLetterQueue: Queue,
): Schedule {
  return new Schedule(scope, `${name}-schedule`, {
    schedule: ScheduleExpression.cron({
      hour: String(hour),
      minute: String(minute),
      ...(weekDay !== undefined && { weekDay }),
      timeZone: TimeZone.of(timezone),
    }),
    target: new StepFunctionsStartExecution(target, {
      input: ScheduleTargetInput.fromObject(input),
      deadLetterQueue,
      maxEventAge: Duration.hours(1),
      retryAttempts: 10,
    }),
  });
}
