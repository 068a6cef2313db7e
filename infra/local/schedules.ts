import { Cron } from 'croner';
import { schedules } from '../schedules.ts';
import type { StepFunctions } from './step-functions.ts';

/** EventBridge Scheduler on this machine: the same schedules start the same state machine. */
export function startSchedules(stepFunctions: StepFunctions): { stop(): void } {
  const jobs = schedules.map(({ hour, minute, weekDay = '*', timezone, input }) => {
    const job = new Cron(`0 ${minute} ${hour} * * ${weekDay}`, { timezone, unref: true }, () => {
      stepFunctions.start(input);
    });
    return job;
  });
  return {
    stop: () => {
      for (const job of jobs) job.stop();
    },
  };
}
