import type { Known } from '../../forms/derived/page.ts';
import { fieldsOf, namesRecord } from '../../forms/grammar/form-parts.ts';
import type { Publications } from '../../forms/grammar/published.ts';
import type { NamedFields } from '../../forms/grammar/reading.ts';
import type { Asked } from './known-records.ts';
import { mayCorrect } from './open-forms.ts';

/**
 * What the page of a form knows of the records that its answers name, and of those that its questions could name. Only
 * staff choose among records; what looks for them is loaded with the first page that needs it.
 */
export async function knownOn(
  publications: Publications,
  asked: Asked,
  questions: NamedFields,
): Promise<Known | undefined> {
  const { form } = asked;
  if (!mayCorrect(form) || !fieldsOf(form).some(([, field]) => namesRecord(field))) return undefined;
  const { knownRecords } = await import('./known-records.ts');
  return knownRecords(publications, asked, questions);
}
