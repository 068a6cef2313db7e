import { numbersOf, portion } from './ratio.ts';

const minutesPerDay = 24 * 60;

/** The value-adding time (minutes) as a share of the lead time (calendar days), as declared; from 0 to 1. */
export function flowEfficiency<const F extends string>(touchMinutes: F, leadTimeDays: F) {
  return { compute: 'flow-efficiency@1', of: [touchMinutes, leadTimeDays], output: 'double' } as const;
}

/** Nothing where either is missing, the lead time is 0 or shorter than the value-adding time. */
export function v1(answers: Readonly<Record<string, unknown>>, { of }: Readonly<Record<string, unknown>>) {
  const [touchMinutes, leadTimeDays] = numbersOf(answers, of);
  return leadTimeDays === undefined ? undefined : portion(touchMinutes, leadTimeDays * minutesPerDay);
}
