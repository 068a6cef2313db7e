import { type Reader, readerOf } from '../../forms/derived/answers.ts';
import type { Senders } from '../../forms/grammar/form.ts';
import { fieldsOf, namesRecord } from '../../forms/grammar/form-parts.ts';
import type { Problem } from '../../forms/grammar/problem.ts';
import {
  loadForm,
  loadParts,
  type Publications,
  type PublishedField,
  type PublishedForm,
} from '../../forms/grammar/published.ts';
import { settings } from '../lambda/settings.ts';
import type { Naming } from './references.ts';

/** A form that may be sent here, in the version that was named. */
export interface OpenForm {
  readonly form: PublishedForm;
  /** What decides where a submission is kept, and who may send it, whatever version it names. */
  readonly current: PublishedForm;
  readonly reader: Reader;
  /** Looks for the records that answers name; there is none where the form names no records. */
  readonly missing: ((naming: Naming) => Promise<readonly Problem[]>) | undefined;
}

/**
 * Whether a form is open here. Until there is sign-in, staff forms are open only where nobody but staff can
 * reach the product; elsewhere they do not exist.
 */
function isOpen(send: Senders): boolean {
  return send === 'public' || settings.SENDERS() === 'public,staff';
}

/** Staff correct what staff may send. What somebody outside sent is never corrected by anybody outside. */
export function mayCorrect({ send }: PublishedForm): boolean {
  return typeof send === 'object';
}

/** The current version of a form that is open here. */
export async function openForm(publications: Publications, id: string): Promise<PublishedForm | undefined> {
  const form = await loadForm(publications, id);
  return form !== undefined && isOpen(form.send) ? form : undefined;
}

/** The current version of every form that is open here. */
export async function allOpenForms(publications: Publications): Promise<PublishedForm[]> {
  const found = await Promise.all(Object.keys(publications).map((id) => openForm(publications, id)));
  return found.filter((form) => form !== undefined);
}

/** Few forms name records of others: what looks for them is loaded with the first that does. */
function finderOf(publications: Publications, form: PublishedForm): OpenForm['missing'] {
  if (!hasReferences(form)) return undefined;
  return async (naming) => {
    const { missingRecords } = await import('./references.ts');
    return missingRecords(publications, naming);
  };
}

function hasReferences(form: PublishedForm): boolean {
  const isOne = (field: PublishedField): boolean =>
    namesRecord(field) || Object.values(field.fields ?? {}).some(isOne);
  return fieldsOf(form).some(([, field]) => isOne(field));
}

const dayMs = 24 * 60 * 60 * 1000;
/** For so many days after it was replaced a version is accepted of whoever has it still. */
const acceptedDays = 400;

/**
 * Whether a version is accepted for what was made at a moment (ms UTC). It is the id that tells when: what was made in
 * time is accepted however late it comes.
 */
async function isAccepted(publications: Publications, form: PublishedForm, madeAt: number): Promise<boolean> {
  const next = await loadForm(publications, form.id, form.version + 1);
  return next?.published === undefined || madeAt < Date.parse(next.published) + (acceptedDays + 1) * dayMs;
}

/** Finds open forms by version, with the validator of each, which is built once. */
export function openForms(publications: Publications) {
  const readers = new WeakMap<PublishedForm, Reader>();

  async function readerFor(form: PublishedForm): Promise<Reader> {
    const found = readers.get(form);
    if (found !== undefined) return found;
    const parts = await loadParts(publications, form.id);
    const reader = readerOf(form, parts);
    readers.set(form, reader);
    return reader;
  }

  /**
   * The current version of a form, or the one that is named by what was made at a moment (ms UTC); or what there is none
   * of: a form that is open, or a version that is accepted.
   */
  return async function open(
    formId: string,
    named?: { readonly version: number; readonly madeAt: number },
  ): Promise<OpenForm | 'no form' | 'no version'> {
    const current = await openForm(publications, formId);
    if (current === undefined) return 'no form';
    const form = await loadForm(publications, formId, named?.version);
    if (form === undefined) return 'no version';
    if (named !== undefined && !(await isAccepted(publications, form, named.madeAt))) return 'no version';
    return { form, current, reader: await readerFor(form), missing: finderOf(publications, form) };
  };
}
