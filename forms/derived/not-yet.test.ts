import { expect, test } from 'vitest';
import { activity } from '../activity.ts';
import type { PublishedForm } from '../grammar/published.ts';
import { outreach } from '../outreach.ts';
import { notYet } from './not-yet.ts';

const today = '2026-09-10';
const asPublished = (form: object) => JSON.parse(JSON.stringify(form)) as PublishedForm;

test.each([
  ['the day itself', outreach, { contact_date: today, next_step_date: '2026-09-17' }, []],
  ['the day after', outreach, { contact_date: '2026-09-11' }, ['contact_date']],
  ['what is planned', activity, { start_date: '2027-01-01', status: 'planned' }, []],
  ['what is said to have been', activity, { start_date: '2027-01-01', status: 'held' }, ['start_date']],
])('%s', (_, form, answers, paths) => {
  expect(notYet(asPublished(form), answers, today).map(({ path }) => path)).toEqual(paths);
});
