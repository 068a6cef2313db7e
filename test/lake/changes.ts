import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import type { SubmissionItem } from '../../forms/derived/item.ts';
import { type FormId, publications, versions } from './forms.ts';
import { startProxy } from './proxy.ts';
import type { Stores } from './stores.ts';
import type { Item } from './table.ts';

/** What people do to submissions, through the product's own functions on a server that nothing goes wrong with. */
export interface Changes {
  create(form: FormId, created: Created): Promise<void>;
  /** Corrects a submission; whoever is not the current one of its record stays as it is. */
  supersede(item: Item, at: number): Promise<void>;
  /** Removes the person that `named` names from a record. */
  redact(item: Item): Promise<void>;
  erase(item: Item): Promise<void>;
  stop(): Promise<void>;
}

export interface Created {
  /** Server time (ms UTC) of the one that keeps it. */
  readonly at: number;
  /** When its id was made, long before for a phone that was offline. */
  readonly madeAt: number;
  readonly version: number;
}

/** Stands in every text that names somebody. */
const named = 'Åsa';
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

export async function openChanges(stores: Stores): Promise<Changes> {
  const proxy = await startProxy(stores);
  Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: proxy.url, AWS_ENDPOINT_URL_S3: proxy.url });
  vi.resetModules();
  vi.doMock('../../forms/published/index.ts', () => ({ publications }));
  const { create, find, hasChangedSince } = await import('../../functions/submissions/table.ts');
  const { supersede } = await import('../../functions/submissions/keep.ts');
  const { handler: forget } = await import('../../functions/forget-record.ts');
  const { handler: certificates } = await import('../../functions/read-certificates.ts');
  let count = 0;
  // A client learns where to call with its first call.
  await find({ id: 'none', shards: [] }, idOf('visits', 0, 0));
  await hasChangedSince({ form: 'none', month: '2021-01', shard: 0 }, 0);
  await certificates({});
  const sharded = (form: FormId) => ({ id: form, shards: versions[form].at(-1)?.shards ?? [] });

  return {
    create: async (form, { at, madeAt, version }) => {
      count += 1;
      const id = idOf(form, madeAt, count);
      const kept = await create(sharded(form), itemOf(form, id, version, stampOf(form, at), count));
      if (kept !== 'created') throw new Error(`expected ${id} to be new, it was not`);
    },
    supersede: async ({ form, submission_id, root_id }, at) => {
      count += 1;
      const made = itemOf(form, idOf(form, at, count), versions[form].length, stampOf(form, at), count);
      const became = await supersede(sharded(form), { ...made, root_id, supersedes: submission_id });
      if (became !== 'stored' && became !== 'not current') throw new Error('expected a new id, it was not');
    },
    redact: async ({ form, submission_id }) => {
      await forget({ what: 'redact', form, submission: submission_id, reason: 'request', words: [named] });
    },
    erase: async ({ form, submission_id }) => {
      await forget({ what: 'erase', form, submission: submission_id, reason: 'request' });
    },
    stop: () => proxy.stop(),
  };
}

/** What a server says the time is, as a form lets it be kept. */
function stampOf(form: FormId, at: number): number {
  return form === 'thoughts' ? Math.ceil(at / hourMs) * hourMs : at;
}

/** A UUIDv7 that follows from a number, so that nothing depends on chance. */
function idOf(form: FormId, madeAt: number, count: number): string {
  const time = form === 'thoughts' ? madeAt - (madeAt % dayMs) : madeAt;
  const hex = time.toString(16).padStart(12, '0');
  const rest = createHash('sha256').update(`id ${count}`).digest('hex');
  const tail = `7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${tail}`;
}

/** Answers of which no two are the same, with and without each of the fields that may be left out. */
function itemOf(form: FormId, id: string, version: number, at: number, count: number): SubmissionItem {
  const { numbers = [] } = versions[form].find((each) => each.version === version) ?? {};
  const given = Object.fromEntries(numbers.map((name, index) => [name, count * 10 + index]));
  const text =
    count % 3 === 0 ? undefined : `${count % 2 === 0 ? named : ''} ${'å'.repeat(count % 7)}å`.trim();
  const common = {
    ...{ submission_id: id, root_id: id, form, form_version: version },
    ...{ received_at: at, changed_at: at },
  };
  if (form === 'thoughts') {
    const answers = { ...given, ...(text && { thought: text }) };
    return { ...common, channel: 'web', submitter_role: 'public', answers };
  }
  const day = new Date(at).toISOString().slice(0, 10);
  const people = Array.from({ length: count % 3 }, (_, row) => ({ age: count + row }));
  const answers = {
    ...{ ...given, day },
    ...(count % 2 === 0 && { company: '5560360793', sort: 'a' }),
    ...(text && { story: text }),
    ...(people.length > 0 && { people }),
  };
  return { ...common, activity_date: day, channel: 'staff', submitter_role: 'staff', lang: 'sv', answers };
}
