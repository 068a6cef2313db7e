import * as z from 'zod/mini';
import { matcherOf, pathsNaming } from '../forms/derived/forgetting.ts';
import type { SubmissionItem } from '../forms/derived/item.ts';
import { loadAll, loadForm, type PublishedForm } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { openCertificate } from './erasures/certificate.ts';
import { forget } from './erasures/forget.ts';
import { erasure } from './erasures/log.ts';
import { pointersNow } from './exports/pointers.ts';
import { machineNow, now } from './lambda/clock.ts';
import { Fault, log } from './lambda/log.ts';
import { isId, newId } from './submissions/ids.ts';
import { firstRunFromNow } from './submissions/lake-items.ts';

const common = { form: z.string(), submission: z.string(), reason: erasure.shape.reason };
const word = z.string().check(z.minLength(2), z.maxLength(200));
const orderEvent = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('erase'), ...common }),
  z.strictObject({
    what: z.literal('redact'),
    ...common,
    /** What the person is called or reached by. It is used and not kept. */
    words: z.array(word).check(z.minLength(1), z.maxLength(20)),
    keep_until: erasure.shape.keep_until,
  }),
]);

/** What was done: by this id its certificate is found. */
export interface Forgotten {
  readonly erasure: string;
  readonly submissions: readonly {
    readonly id: string;
    readonly paths?: readonly string[] | undefined;
    /** Its version is not published: nobody can tell what in it is about the person, so every answer was removed. */
    readonly unknownVersion?: true;
  }[];
}

/**
 * Forgets a record at a person's request: wholly, or what in it is about them, in every version. Staff alone may
 * invoke it. Undefined when there is no such record.
 */
export async function handler(event: unknown): Promise<Forgotten | undefined> {
  const order = orderEvent.parse(event);
  const form = await loadForm(publications, order.form);
  if (form === undefined) throw new Fault('expected a published form, got another word');
  if (!isId(order.submission)) return undefined;
  const versions = (await loadAll(publications)).find(([first]) => first?.id === form.id) ?? [];
  const pathsOf = order.what === 'redact' ? pathsFinder(versions, order.words) : undefined;
  const { what, submission, reason } = order;
  const keep_until = order.what === 'redact' ? order.keep_until : undefined;
  // In the table stands the time that its submissions have: the export compares it with its cut-off.
  const done = await forget(
    { id: newId(machineNow()), what, reason, keep_until, form, submission, pathsOf },
    now(),
  );
  if (done === undefined) return undefined;
  await openCertificate(form, done, {
    tableAt: machineNow(),
    firstRun: await firstRunFromNow((await pointersNow())?.run ?? 0),
  });
  log('info', `record forgotten: ${what}`, { form: form.id, count: done.members.length });
  return {
    erasure: done.id,
    submissions: done.members.map(({ submission_id: id, form_version, paths }) => ({
      id,
      paths,
      ...(paths !== undefined && versionIn(versions, form_version) === undefined && { unknownVersion: true }),
    })),
  };
}

/**
 * The paths in a submission that name the person, by the version it was sent in; where that is not published, as after
 * a version was taken back, those of all answers.
 */
function pathsFinder(versions: readonly PublishedForm[], words: readonly string[]) {
  const names = matcherOf(words);
  return ({ form_version, answers }: SubmissionItem): string[] => {
    const found = versionIn(versions, form_version);
    return found === undefined
      ? Object.keys(answers).sort()
      : pathsNaming(found, answers, names, columns, versions);
  };
}

function versionIn(versions: readonly PublishedForm[], number: number): PublishedForm | undefined {
  return versions.find(({ version }) => version === number);
}
