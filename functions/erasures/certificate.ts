import * as z from 'zod/mini';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { getText, list, putText } from '../lambda/objects.ts';
import { settings } from '../lambda/settings.ts';
import { keyOf } from '../submissions/keys.ts';
import { type Erasure, erasure } from './log.ts';

const milliseconds = z.int().check(z.nonnegative());

/** What is known of an erasure, fact by fact as it happens. */
const certificate = z.object({
  erasure: z.omit(erasure, { members: true }),
  submissions: z.int(),
  /** Where its submissions lie: the keys of their partitions. */
  partitions: z.array(z.string()),
  /** When the table had forgotten them. */
  table_at: milliseconds,
  /** The first run of the lake that can only have seen the table after that. */
  first_run: z.int(),
  /** The run after which no object of the lake held anything of them, and when that was seen. */
  lake: z.optional(z.object({ run: z.int(), gone_at: milliseconds })),
});
export type Certificate = z.infer<typeof certificate>;

const open = 'certificates-open/';
const final = 'certificates/';

/** Begins the certificate of an erasure that the table has done. */
export async function openCertificate(
  form: PublishedForm,
  { members, ...entry }: Erasure,
  { tableAt, firstRun }: { readonly tableAt: number; readonly firstRun: number },
): Promise<void> {
  const partitions = members.map(({ submission_id }) => keyOf(form, submission_id).pk);
  await putCertificate({
    erasure: entry,
    submissions: members.length,
    partitions: [...new Set(partitions)],
    table_at: tableAt,
    first_run: firstRun,
  });
}

/** Keeps a certificate: open until the lake's part is a fact. */
export async function putCertificate(facts: Certificate): Promise<void> {
  const key = `${facts.lake === undefined ? open : final}${facts.erasure.id}.json`;
  await putText(settings.ERASURES_BUCKET(), key, `${JSON.stringify(facts)}\n`, 'anything');
}

/** A certificate by its erasure: final, else as far as it has come. */
export async function certificateOf(id: string): Promise<Certificate | undefined> {
  const bucket = settings.ERASURES_BUCKET();
  const found = (await getText(bucket, `${final}${id}.json`)) ?? (await getText(bucket, `${open}${id}.json`));
  return found && certificate.parse(JSON.parse(found.text));
}

/** Certificates that are not final. Nobody can delete in this bucket, so an open one stays beside its final one. */
export async function openCertificates(): Promise<Certificate[]> {
  const done = new Set(await idsIn(final));
  const ids = (await idsIn(open)).filter((id) => !done.has(id));
  const found = await Promise.all(ids.map(certificateOf));
  return found.filter((each) => each !== undefined);
}

/** The ids of every erasure, the newest first. */
export async function certificateIds(): Promise<string[]> {
  return (await idsIn(open)).toReversed();
}

async function idsIn(folder: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of list(settings.ERASURES_BUCKET(), folder)) {
    ids.push(...page.map(({ key }) => key.slice(folder.length).replace(/\.json$/, '')));
  }
  return ids;
}

interface Words {
  readonly sv: string;
  readonly en: string;
}

/** One place where something of a person could be. */
export interface Place {
  readonly place: Words;
  readonly status: 'removed' | 'expires' | 'kept' | 'waiting';
  /** When it was removed, goes away, or may be deleted: a day, or ISO 8601 UTC. */
  readonly at?: string;
  readonly why?: Words;
}

const dayMs = 24 * 60 * 60 * 1000;
/** DynamoDB keeps its continuous backups so long (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html). */
const backupDays = 35;
/** Athena keeps the results of a query so long (https://docs.aws.amazon.com/athena/latest/ug/managed-results.html). */
const queryResultDays = 1;

const isoOf = (moment: number) => new Date(moment).toISOString();

/** Every place where the product keeps something, and what has become of it there. */
export function placesOf({ erasure: decided, table_at, lake }: Certificate): Place[] {
  const removed = decided.what === 'erase' ? whole : parts;
  const evidence = decided.keep_until;
  return [
    { place: places.table, status: 'removed', at: isoOf(table_at), why: removed },
    ...(evidence === undefined
      ? []
      : [{ place: places.evidence, status: 'kept', at: evidence, why: proof } as const]),
    { place: places.backups, status: 'expires', at: isoOf(table_at + backupDays * dayMs), why: replayed },
    lake === undefined
      ? { place: places.lake, status: 'waiting', why: nextNight }
      : { place: places.lake, status: 'removed', at: isoOf(lake.gone_at) },
    lake === undefined
      ? { place: places.queries, status: 'waiting', why: nextNight }
      : { place: places.queries, status: 'expires', at: isoOf(lake.gone_at + queryResultDays * dayMs) },
    { place: places.log, status: 'kept', why: noValues },
    { place: places.taken, status: 'kept', why: askThem },
  ];
}

const places = {
  table: { sv: 'Lagret med inskick', en: 'The store of submissions' },
  evidence: { sv: 'Underlag för revision, spärrat', en: 'Evidence for audits, restricted' },
  backups: { sv: 'Säkerhetskopior av lagret', en: 'Backups of the store' },
  lake: { sv: 'Analystabellerna', en: 'The tables for analysis' },
  queries: { sv: 'Sparade frågesvar', en: 'Kept query results' },
  log: { sv: 'Raderingsloggen', en: 'The log of erasures' },
  taken: { sv: 'Filer som någon har hämtat ut', en: 'Files that somebody took out' },
} as const satisfies Record<string, Words>;

const whole = {
  sv: 'Bara att inskicket har funnits är kvar.',
  en: 'Only that there was a submission is left.',
};
const parts = {
  sv: 'Personens uppgifter är borta; resten av inskicket är kvar.',
  en: 'What was about the person is gone; the rest of the submission is left.',
};
const proof = { sv: 'Ingen del av tjänsten läser det.', en: 'No part of the service reads it.' };
const replayed = {
  sv: 'Om en kopia läses tillbaka görs raderingen om innan den används.',
  en: 'When a copy is restored, the erasure is done again before it is used.',
};
const nextNight = {
  sv: 'Väntar på nästa export och städning, normalt inom ett dygn.',
  en: 'Waits for the next export and sweep, normally within a day.',
};
const noValues = {
  sv: 'Har id, fältnamn och datum, inga svar; behövs för att göra om raderingen.',
  en: 'Has ids, names of fields and dates, no answers; it is needed to do the erasure again.',
};
const askThem = {
  sv: 'Tjänsten vet inte vilka de är. Den som har hämtat ut en fil ska radera den.',
  en: 'The service does not know of them. Whoever took a file out is to delete it.',
};
