import type { PublishedField, PublishedForm } from './published.ts';

/** All fields of a form, in the order they are asked. */
export function fieldsOf(form: Pick<PublishedForm, 'sections'>): [string, PublishedField][] {
  return form.sections.flatMap((section) => Object.entries(section.fields));
}

/** Whether the answer names a record, which has to be there. */
export function namesRecord({ kind }: PublishedField): boolean {
  return kind === 'reference' || kind === 'company-key';
}

/** The form's name in SQL. */
export function tableName(formId: string): string {
  return formId.replaceAll('-', '_');
}

/** The name of a field where a sentence or a column comment needs a short one. */
export function shortName(field: PublishedField): { sv: string; en: string } {
  return field.short ?? field.label;
}

/** How many shards a month (`yyyy-mm`) of the form's ids is spread over. */
export function shardsIn({ shards }: Pick<PublishedForm, 'shards'>, month: string): number {
  return shards.findLast(({ from }) => from <= month)?.count ?? 1;
}
