import { type FormId, versions } from './forms.ts';
import type { Item } from './table.ts';

// The rules of the lake a second time, by hand: what the tables have to show of the items as of T.

export interface Counts {
  readonly received: number;
  readonly current: number;
  readonly superseded: number;
  readonly erased: number;
  readonly quarantined: number;
}
type Status = Exclude<keyof Counts, 'received'>;
export const noCounts: Counts = { received: 0, current: 0, superseded: 0, erased: 0, quarantined: 0 };

/** What the lake shows of one partition: every row of every table as a text, and what became of each submission. */
export interface Part {
  readonly rows: readonly string[];
  readonly counts: Counts;
}
/** What the lake shows, by partition. */
export type Picture = Readonly<Record<string, Part>>;

/** A row as a text: its table, and its values by name, without those that are null. */
export function rowText(table: string, row: Readonly<Record<string, unknown>>): string {
  const values = Object.entries(row).filter(([, value]) => value !== undefined && value !== null);
  return `${table} ${JSON.stringify(Object.fromEntries(values.toSorted(([one], [other]) => (one < other ? -1 : 1))))}`;
}

/** What the lake has to show of these items as of T. */
export function pictureOf(items: readonly Item[], asOf: number): Picture {
  const parts = Map.groupBy(
    items.filter(({ received_at }) => received_at <= asOf),
    ({ pk }) => pk,
  );
  return Object.fromEntries([...parts].map(([key, received]) => [key, partOf(received, asOf)]));
}

function partOf(received: readonly Item[], asOf: number): Part {
  const lines = received.map((item) => ({ item, status: statusOf(item, asOf) }));
  const count = (status: Status) => lines.filter((line) => line.status === status).length;
  return {
    rows: lines.flatMap(({ item, status }) => rowsOf(item, status)).toSorted(),
    counts: {
      received: received.length,
      current: count('current'),
      superseded: count('superseded'),
      erased: count('erased'),
      quarantined: count('quarantined'),
    },
  };
}

/** The tables that have to be there whether or not they have rows. */
export const tables = [
  'analytic.visits',
  'analytic.visits__people',
  'confidential.visits',
  'analytic.thoughts',
  'confidential.thoughts',
  'analytic.submission_log',
  'open.codes',
  'open.first_project_settings',
  'open.first_project_values',
  // Nobody reads anything here.
  'confidential.access_log',
] as const;

function statusOf(item: Item, asOf: number): Status {
  if (item.erased_at !== undefined) return 'erased';
  if (item.superseded_at !== undefined && item.superseded_at <= asOf) return 'superseded';
  return versions[item.form].some(({ version }) => version === item.form_version) ? 'current' : 'quarantined';
}

function rowsOf(item: Item, status: Status): string[] {
  const log = rowText('analytic.submission_log', logOf(item, status));
  return status === 'current' ? [log, ...answersOf(item)] : [log];
}

const dayMs = 24 * 60 * 60 * 1000;

function logOf(item: Item, status: Status): Record<string, unknown> {
  const { submission_id, root_id, form, form_version, received_at, activity_date, channel, lang } = item;
  const place = { form, status, partition: item.pk.replace(`${form}#`, '') };
  if (form === 'thoughts') {
    // Of an anonymous one the day; its hour was rounded up, so midnight is the end of the day before.
    const day = Math.floor((received_at - 1) / dayMs) * dayMs;
    return status === 'quarantined'
      ? { ...place, reason: 'unknown-version' }
      : { ...place, form_version, received_at: String(day) };
  }
  if (status === 'quarantined') return { ...place, submission_id, reason: 'unknown-version' };
  return {
    ...place,
    submission_id,
    root_id,
    form_version,
    received_at: String(received_at),
    received_date: new Date(received_at).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' }),
    ...(status !== 'erased' && { activity_date, channel, lang }),
  };
}

/** Everything that was ever asked for as a number; a retired one keeps its column and its values. */
function numbersIn(form: FormId, answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = new Set(versions[form].flatMap(({ numbers }) => numbers));
  return Object.fromEntries([...names].map((name) => [name, answers[name]]));
}

function answersOf(item: Item): string[] {
  const { form, answers = {} } = item;
  const numbers = numbersIn(form, answers);
  if (form === 'thoughts') {
    const base = { form_version: item.form_version };
    return [
      rowText('analytic.thoughts', { ...base, ...numbers, missing_to_count: [] }),
      rowText('confidential.thoughts', { ...base, thought: answers.thought }),
    ];
  }
  const { submission_id, root_id, form_version, activity_date } = item;
  const { day, company, sort, story, people } = answers;
  const base = { submission_id, root_id, form_version, activity_date, company_key: company };
  const isMissing = story === undefined && !item.redacted?.includes('story');
  const own = {
    ...{ day, company, sort },
    story_length: typeof story === 'string' ? [...story].length : undefined,
    missing_to_count: isMissing ? ['story'] : [],
  };
  return [
    rowText('analytic.visits', { ...base, ...own, ...numbers }),
    rowText('confidential.visits', { ...base, story }),
    ...(Array.isArray(people) ? people : []).map(({ age }, index) =>
      rowText('analytic.visits__people', { ...base, row_no: index + 1, age }),
    ),
  ];
}
