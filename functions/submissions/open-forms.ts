import { type Reader, readerOf } from '../../forms/derived/answers.ts';
import type { Senders } from '../../forms/grammar/form.ts';
import type { KindPart } from '../../forms/grammar/kind.ts';
import { loadForm, type Publications, type PublishedForm } from '../../forms/grammar/published.ts';
import { settings } from '../lambda/settings.ts';

export interface OpenForm {
  readonly form: PublishedForm;
  readonly reader: Reader;
}

/**
 * Whether a form is open here. Until there is sign-in, staff forms are open only where nobody but staff can
 * reach the product; elsewhere they do not exist.
 */
export function isOpen(send: Senders): boolean {
  return send === 'public' || settings.SENDERS() === 'public,staff';
}

/** The current version of every form that is open here. */
export async function allOpenForms(publications: Publications): Promise<PublishedForm[]> {
  const found = await Promise.all(Object.keys(publications).map((id) => loadForm(publications, id)));
  return found.filter((form) => form !== undefined).filter((form) => isOpen(form.send));
}

/** Finds forms and keeps what was built of them for as long as the function lives. */
export function openForms(publications: Publications, checks: KindPart<'check'>) {
  const built = new Map<string, Promise<OpenForm | undefined>>();

  async function build(formId: string, version?: number): Promise<OpenForm | undefined> {
    const form = await loadForm(publications, formId, version);
    if (form === undefined || !isOpen(form.send)) return undefined;
    return { form, reader: readerOf(form, checks) };
  }

  /** The form's version, the current one when none is named; undefined when there is none that is open. */
  return async function open(formId: string, version?: number): Promise<OpenForm | undefined> {
    const publication = Object.hasOwn(publications, formId) ? publications[formId] : undefined;
    const number = version ?? publication?.current;
    if (publication?.load[number ?? 0] === undefined) return undefined;
    const key = `${formId}@${number}`;
    const found = built.get(key) ?? build(formId, number);
    built.set(key, found);
    return found;
  };
}
