import { readerOf } from '../../forms/derived/answers.ts';
import { itemOf } from '../../forms/derived/item.ts';
import { loadForm, loadParts } from '../../forms/grammar/published.ts';
import { publications } from '../../forms/published/index.ts';
import { allSubmissions } from '../../infra/commands/demo/submissions.ts';
import { envelopeAt, type Sample } from './samples.ts';

const formId = 'needs-analysis';
const form = await loadForm(publications, formId);
if (form === undefined) throw new Error(`expected ${formId} to be published, got nothing`);

const reader = readerOf(form, await loadParts(publications, formId));
const answers = allSubmissions()
  .flat()
  .filter((each) => each.form === formId && each.told === 'new')
  .map((each) => {
    const reading = reader.read(each.answers, 'program');
    if ('answers' in reading) return reading.answers;
    throw new Error(`expected right answers, got ${JSON.stringify(reading.problems)}`);
  });

/**
 * The other form that exports are measured with: about forty answers, some of them tables, as the demonstration fills
 * it in. After a hundred or so the same answers come again.
 */
export const wide: Sample = {
  form,
  itemOf: (number, id, receivedAt) =>
    itemOf(form, id, answers[number % answers.length] ?? {}, envelopeAt(receivedAt)),
};
