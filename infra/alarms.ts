import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Exports } from './exports.ts';
import type { Functions } from './functions.ts';
import type { Intake } from './intake.ts';
import type { FunctionName } from './lambdas.ts';
import type { routes } from './routes.ts';

interface AlarmsProps {
  readonly functions: Functions;
  readonly intake: Intake;
  readonly exports: Exports;
  /** Who is written to; without it somebody subscribes to the topic by hand. */
  readonly mail?: string;
}

interface AlarmText {
  /** One sentence: who is hurt, and how. */
  readonly impact: string;
  /** The heading of docs/runbook.md that says what to do, as its anchor. */
  readonly heading: string;
}

/** What it means to a person that a function answers nothing at all. */
const impacts: Record<(typeof routes)[keyof typeof routes], string> = {
  'show-start': 'Visitors get an error instead of the list of forms.',
  'show-form': 'People who open a form get an error instead of the form.',
  'submit-page': 'People who send a form get an error, and may believe that their answers were kept.',
  'show-receipt': 'People whose answers were kept get an error instead of their receipt.',
  'receive-submission': 'Answers sent by a device or another system are refused and must be sent again.',
  'receive-batch': 'A list of participants is refused in part or whole and must be sent again.',
  'show-missing': 'People who follow a mistyped link get an error instead of a way on.',
  'describe-forms': 'Systems that read the description of the forms get an error.',
  'describe-api': 'Developers and tools that read the description of the API get an error.',
  'read-record': 'Staff cannot read a record and its history.',
  'find-companies': 'Staff cannot find a company, and may register one that is registered already.',
  'list-records': 'Staff cannot find what they registered, to go on with it.',
  'find-referring': 'Staff cannot see what names a record, such as before it is erased.',
  'show-report': 'Staff cannot show or print the report for a company, or mark it as delivered.',
  'check-health': 'Whoever watches the product cannot see whether it works.',
};

/** Every alarm, and the topic that carries them to people. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { functions, intake, exports, mail }: AlarmsProps) {
    super(scope, id);
    this.topic = alarmTopic(this);
    if (mail !== undefined) this.topic.addSubscription(new EmailSubscription(mail));
    this.#watchIntake(functions, intake);
    this.#watchExport(functions, exports);
    this.#watchSweep(functions);
  }

  #watchIntake(functions: Functions, { stage }: Intake): void {
    this.#atLeastOne('ServerErrors', stage.metricServerError(often), {
      impact: 'People who open or send a form get an error page.',
      heading: 'server-errors',
    });
    for (const name of typedKeys(impacts)) {
      this.#atLeastOne(`FunctionErrors-${name}`, functions.of(name).metricErrors(often), {
        impact: impacts[name],
        heading: 'function-errors',
      });
    }
  }

  #watchExport(functions: Functions, { machine, undelivered }: Exports): void {
    this.#atLeastOne('ExportFailed', machine.metricFailed(often), {
      impact: 'Reports and queries show the answers of an earlier night until an export succeeds.',
      heading: 'export-failed',
    });
    this.#atLeastOne('ExportIncomplete', errorLines(this, 'Export', functions, exporting), {
      impact: 'The figures of a form stand still, or lack some of its answers, until somebody looks into it.',
      heading: 'export-incomplete',
    });
    this.#didNotRun('ExportDidNotRun', functions.of('publish-export'), {
      impact: 'Reports and queries have shown the same answers for more than a day.',
      heading: 'export-did-not-run',
    });
    this.#atLeastOne('ScheduleUndelivered', undelivered.metricApproximateNumberOfMessagesVisible(waiting), {
      impact: 'A nightly job was not started, so that reports are late or erased answers remain in the lake.',
      heading: 'schedule-undelivered',
    });
  }

  #watchSweep(functions: Functions): void {
    const sweep = functions.of('sweep-lake');
    this.#atLeastOne('SweepFailed', sweep.metricErrors(often), {
      impact: 'Files with answers that were erased or replaced remain in the lake.',
      heading: 'sweep-failed',
    });
    this.#atLeastOne('ErasureLate', errorLines(this, 'Erasures', functions, forgetting), {
      impact: 'What a person asked to be forgotten is still in the lake after two days.',
      heading: 'erasure-late',
    });
    this.#didNotRun('SweepDidNotRun', sweep, {
      impact:
        'For more than a day, files with answers that were erased or replaced have remained in the lake.',
      heading: 'sweep-did-not-run',
    });
  }

  #atLeastOne(id: string, metric: IMetric, text: AlarmText): void {
    this.#alarm(
      new Alarm(this, id, {
        ...textOf(text),
        metric,
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    );
  }

  /** No success in any of 26 hours: a night and, when the clocks go back, its extra hour. */
  #didNotRun(id: string, step: LambdaFunction, text: AlarmText): void {
    const period = Duration.hours(1);
    const sum = { period, statistic: Stats.SUM };
    const succeeded = new MathExpression({
      expression: 'invocations - errors',
      usingMetrics: { invocations: step.metricInvocations(sum), errors: step.metricErrors(sum) },
      period,
    });
    this.#alarm(
      new Alarm(this, id, {
        ...textOf(text),
        metric: succeeded,
        threshold: 1,
        evaluationPeriods: 26,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      }),
    );
  }

  #alarm(alarm: Alarm): void {
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

const often = { period: Duration.minutes(5), statistic: Stats.SUM };
const waiting = { ...often, statistic: Stats.MAXIMUM };

const exporting = ['render-partitions', 'reconcile-export', 'publish-export'] as const;
const forgetting = ['replay-erasures', 'sweep-lake'] as const;

/**
 * Lines that a step logs as errors while it goes on: a form that kept its earlier objects, an item that could not
 * become a row, an erasure that takes long.
 */
function errorLines(
  scope: Construct,
  metricNamespace: string,
  functions: Functions,
  steps: readonly FunctionName[],
): IMetric {
  const name = { metricNamespace, metricName: 'ErrorLines' };
  for (const step of steps) {
    new MetricFilter(scope, `ErrorLines-${step}`, {
      ...name,
      logGroup: functions.of(step).logGroup,
      filterPattern: FilterPattern.stringValue('$.level', '=', 'error'),
    });
  }
  return new Metric({ namespace: name.metricNamespace, metricName: name.metricName, ...often });
}

function textOf({ impact, heading }: AlarmText) {
  return { alarmDescription: `${impact} What to do: docs/runbook.md#${heading}` };
}

function typedKeys<Key extends string>(record: Record<Key, string>): Key[] {
  return Object.keys(record).filter((key): key is Key => key in record);
}

function alarmTopic(scope: Construct): Topic {
  const topic = new Topic(scope, 'Topic', { displayName: 'Starkare industri', enforceSSL: true });
  // A policy of our own takes the place of the standard one, which let alarms of this account publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  return topic;
}
