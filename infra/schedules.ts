export interface JobSchedule {
  readonly name: string;
  /** The day of the week, where it is not every day. */
  readonly weekDay?: 'SUN';
  readonly hour: number;
  readonly minute: number;
  readonly timezone: string;
  readonly input: Readonly<Record<string, string | boolean>>;
}

const timezone = 'Europe/Stockholm';

/**
 * When the state machine starts by itself. Never between two and three: once a year that hour does not
 * exist, and once it comes twice. The sweep has a time of its own, after the longest query over the old run. Once a
 * week everything is rendered again and held against what the nights made of it.
 */
export const schedules: readonly JobSchedule[] = [
  { name: 'export', hour: 3, minute: 15, timezone, input: {} },
  { name: 'sweep', hour: 4, minute: 30, timezone, input: { what: 'sweep' } },
  { name: 'verify', weekDay: 'SUN', hour: 5, minute: 30, timezone, input: { verify: true } },
];
