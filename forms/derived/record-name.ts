import { fieldsOf } from '../grammar/form-parts.ts';
import type { PublishedField, PublishedForm } from '../grammar/published.ts';
import type { Values } from '../grammar/reading.ts';

/**
 * What a record is called where somebody chooses it: the day it is of, the company's key unless that is clear already,
 * and the first text that every record of the form has, as a title. Never what may be about a person. Undefined where
 * there is nothing of that.
 */
export function recordName(
  form: PublishedForm,
  answers: Values,
  { withCompany }: { readonly withCompany: boolean },
): string | undefined {
  const day = form.activityDate && answers[form.activityDate];
  const company = withCompany && form.company !== undefined ? answers[form.company] : undefined;
  const [title] = fieldsOf(form).find(([, field]) => isTitle(field)) ?? [];
  const parts = [day, company, title && answers[title]].filter((part) => typeof part === 'string');
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function isTitle({ kind, wanted, shownWhen, zone }: PublishedField): boolean {
  const isPersonal = typeof zone !== 'string' || zone === 'personal';
  return kind === 'text' && wanted === 'required' && shownWhen === undefined && !isPersonal;
}
