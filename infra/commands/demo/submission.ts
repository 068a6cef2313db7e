import { publications } from '../../../forms/published/index.ts';
import { type Chance, chanceOf } from './chance.ts';
import { dayMs } from './moments.ts';

/** One submission, as a client sends it. */
export interface Submission {
  readonly form: string;
  readonly id: string;
  readonly version: number | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
  /** The id of the submission that this one corrects. */
  readonly supersedes?: string;
  /** What the API says the first time: `new`, `there` for a repeat, or the code of the problem. */
  readonly told: string;
  /** When its sender had a connection (ms UTC): the demonstration sends in this order. */
  readonly sentAt: number;
}

/** Answers as people and spreadsheets write them: a number may be text, `12,5`. */
export type AsWritten<Answers> = {
  readonly [Name in keyof Answers]: NonNullable<Answers[Name]> extends number
    ? Answers[Name] | string
    : Answers[Name];
};

/** A right submission of a form's current version. */
export function submissionOf(
  form: string,
  id: string,
  answers: Readonly<Record<string, unknown>>,
  sentAt: number,
): Submission {
  const version = publications[form]?.current;
  return { form, id, version, answers, told: 'new', sentAt };
}

/** What takes the place of a submission: a correction, or the next status of the same record. */
export function correctionOf(
  before: Submission,
  answers: Readonly<Record<string, unknown>>,
  madeAt: number,
): Submission {
  const id = idAt(madeAt, chanceOf(`correction of ${before.id}`));
  return { ...before, id, answers, supersedes: before.id, sentAt: madeAt };
}

/** A record whose answers change as time goes: what it is from each moment on (ms UTC), as corrections. */
export function recordOf(
  form: string,
  id: string,
  states: readonly { readonly at: number; readonly answers: Readonly<Record<string, unknown>> }[],
): Submission[] {
  const submissions: Submission[] = [];
  for (const { at, answers } of states) {
    const before = submissions.at(-1);
    submissions.push(
      before === undefined ? submissionOf(form, id, answers, at) : correctionOf(before, answers, at),
    );
  }
  return submissions;
}

/** A UUIDv7 (RFC 9562 section 5.7) of a moment; of an anonymous form it tells the day (UTC) only. */
export function idAt(moment: number, chance: Chance, { anonymous = false } = {}): string {
  const time = (anonymous ? moment - (moment % dayMs) : moment).toString(16).padStart(12, '0');
  const digits = (count: number) => Array.from({ length: count }, () => chance.whole(0, 15).toString(16));
  const rest = [`7${digits(3).join('')}`, `${chance.pick([...'89ab'])}${digits(3).join('')}`];
  return [time.slice(0, 8), time.slice(8), ...rest, digits(12).join('')].join('-');
}

/**
 * When an answer that was made at a moment could be sent: mostly at once, but a phone may have been without
 * connection, or forgotten in a drawer, for months.
 */
export function sentAfter(moment: number, chance: Chance): number {
  const days = chance.weighted([
    [0, 90],
    [chance.whole(1, 14), 6],
    [chance.whole(40, 200), 4],
  ]);
  return moment + days * dayMs;
}

/** These answers, in this share of all cases; otherwise none, as when somebody leaves a question. */
export function maybe<T extends object>(chance: Chance, share: number, answers: T): Partial<T> {
  return chance.happens(share) ? answers : {};
}

/** A number as it is written in Swedish, `12,5`, or now and then as a program sends it. */
export function written(value: number, chance: Chance): number | string {
  return chance.happens(0.75) ? String(value).replace('.', ',') : value;
}
