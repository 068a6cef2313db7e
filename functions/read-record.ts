import type { StoredItem } from '../forms/derived/item.ts';
import { publications } from '../forms/published/index.ts';
import { noteAccess } from './access/log.ts';
import { now } from './lambda/clock.ts';
import { httpHandler, json, problem } from './lambda/http.ts';
import { chainOf } from './submissions/chain.ts';
import { isId, referenceOf } from './submissions/ids.ts';
import { allOpenForms, mayCorrect } from './submissions/open-forms.ts';

/**
 * `GET /v1/records/{root}`: a record of a form that staff send, with its history in order. Until there is sign-in it
 * answers only where nobody but staff can reach the product. Each read is noted before it is answered.
 */
export const handler = httpHandler(async ({ parameters }) => {
  const { root = '' } = parameters;
  if (!isId(root)) return problem('404.4');
  const forms = (await allOpenForms(publications)).filter(mayCorrect);
  const chains = await Promise.all(forms.map(async (form) => ({ form, chain: await chainOf(form, root) })));
  const found = chains.find(({ chain }) => chain.length > 0 && chain[0]?.root_id === root);
  if (found === undefined) return problem('404.4');
  const { form, chain } = found;
  await noteAccess({ at: now(), who: 'local', what: 'record', form: form.id, root_id: root });
  const history = chain.map((item, index) => versionOf(item, index === chain.length - 1));
  return json(200, { root_id: root, form: form.id, current_id: chain.at(-1)?.submission_id, history });
});

/** A submission of the record, as staff see it. */
function versionOf(item: StoredItem, isLast: boolean) {
  const common = {
    id: item.submission_id,
    version: item.form_version,
    reference: referenceOf(item.submission_id),
    received_at: isoOf(item.received_at),
    supersedes: item.supersedes,
    superseded_at: item.superseded_at === undefined ? undefined : isoOf(item.superseded_at),
  };
  if ('erased_at' in item) return { ...common, status: 'erased', erased_at: isoOf(item.erased_at) };
  const { activity_date, channel, lang, redacted, answers } = item;
  return {
    ...common,
    status: isLast ? 'current' : 'superseded',
    activity_date,
    channel,
    lang,
    redacted,
    answers,
  };
}

function isoOf(moment: number): string {
  return new Date(moment).toISOString();
}
