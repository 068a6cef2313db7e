import { createHash } from 'node:crypto';
import fc, { type GeneratorValue } from 'fast-check';
import { expect } from 'vitest';
import { readerOf } from '../../forms/derived/answers.ts';
import { itemOf } from '../../forms/derived/item.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { checks } from '../../forms/kinds/all.ts';
import { rules } from '../../forms/rules/all.ts';
import { scores } from '../../forms/scores/all.ts';
import { earliestId } from '../../functions/submissions/ids.ts';
import { keyOf } from '../../functions/submissions/keys.ts';
import { rightAnswers, type Values, withComputed } from './answers.ts';
import type { History } from './history.ts';
import { pick } from './kinds.ts';
import type { MadeForm } from './made-form.ts';

/** A submission as it was sent, and as it is kept. */
export interface Sent {
  readonly id: string;
  readonly root: string;
  /** The version it named, and what that was. */
  readonly version: number;
  readonly made: MadeForm;
  readonly answers: Values;
  readonly receivedAt: number;
  /** When a correction took its place. */
  readonly supersededAt?: number;
  readonly item: Readonly<Record<string, unknown>> & { readonly pk: string };
}

const dayMs = 24 * 60 * 60 * 1000;

/** Reads answers as a submission that names this version is read; they are right. */
export function read(version: PublishedForm | undefined, answers: Values): Values {
  if (version === undefined) throw new Error('expected a published version, got nothing');
  const reading = readerOf(version, { checks, scores, rules }).read(answers, 'program');
  if ('problems' in reading)
    throw new Error(`expected right answers, got ${JSON.stringify(reading.problems)}`);
  return reading.answers;
}

/**
 * Somebody sends right answers against any version that was ever published, under an id of today or of long ago. The
 * newest version decides where they are kept.
 */
export function sendAtRandom(
  g: GeneratorValue,
  { madeAs, versions, now }: History,
  before: readonly Sent[],
): readonly Sent[] {
  const index = pick(g, [0, versions.length - 1, g(fc.nat, { max: versions.length - 1 })]);
  const [made, version, current] = [madeAs[index], versions[index], versions.at(-1)];
  if (made === undefined || version === undefined || current === undefined) return before;
  const answers = rightAnswers(g, made);
  const kept = read(version, answers);
  expect(kept).toEqual(withComputed(made, answers));

  const id = idOf(g, version, now, before.length);
  const receivedAt = now + before.length;
  const envelope = { channel: 'web', submitterRole: 'public', lang: 'sv', receivedAt } as const;
  const correctable = made.isAnonymous ? [] : before.filter((each) => each.supersededAt === undefined);
  const old = correctable.length > 0 && g(fc.nat, { max: 4 }) === 0 ? pick(g, correctable) : undefined;
  const root = old?.root ?? id;
  const item = {
    ...keyOf(current, id),
    ...itemOf(version, id, kept, envelope),
    root_id: root,
    ...(old && { supersedes: old.id }),
  };
  const sent: Sent = {
    id,
    root,
    version: index + 1,
    made,
    answers: withComputed(made, answers),
    receivedAt,
    item,
  };
  return [...before.map((each) => (each === old ? superseded(each, id, receivedAt) : each)), sent];
}

function superseded(sent: Sent, by: string, at: number): Sent {
  const item = { ...sent.item, superseded_by: by, superseded_at: at, changed_at: at };
  return { ...sent, supersededAt: at, item };
}

/** A UUIDv7 of a time that is accepted now: rarely long ago or ahead, mostly of late. */
function idOf(g: GeneratorValue, { anonymous }: PublishedForm, now: number, count: number): string {
  const time = pick(g, [earliestId, now + dayMs - 1, now - 40 * dayMs, now, now]);
  const hex = (anonymous ? time - (time % dayMs) : time).toString(16).padStart(12, '0');
  const rest = createHash('sha256').update(`${count} ${now}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8),
    `7${rest.slice(0, 3)}`,
    `8${rest.slice(3, 6)}`,
    rest.slice(6, 18),
  ].join('-');
}
