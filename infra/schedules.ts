/**
 * When the state machine starts by itself. Never between two and three: once a year that hour does not
 * exist, and once it comes twice. The sweep has a time of its own, after the longest query over the old run.
 */
export const schedules = [
  { name: 'export', hour: 3, minute: 15, timezone: 'Europe/Stockholm', input: {} },
  { name: 'sweep', hour: 4, minute: 30, timezone: 'Europe/Stockholm', input: { what: 'sweep' } },
] as const;
