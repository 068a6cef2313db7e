import * as z from 'zod/mini';
import { holds } from '../../forms/grammar/conditions.ts';
import { fieldsOf, namesRecord } from '../../forms/grammar/form-parts.ts';
import { type Complaint, type Problem, problemCodes } from '../../forms/grammar/problem.ts';
import {
  loadForm,
  type Publications,
  type PublishedField,
  type PublishedForm,
} from '../../forms/grammar/published.ts';
import { type NamedFields, rowsIn, type Values } from '../../forms/grammar/reading.ts';
import { atMost } from '../lambda/at-most.ts';
import { currentOf } from './chain.ts';
import { holderOf } from './company-keys.ts';
import { find } from './table.ts';
import { claimOfKey } from './unique.ts';

/** What names records: the answers to a form, of a submission or of what corrects one. */
export interface Naming {
  readonly form: PublishedForm;
  readonly answers: Values;
  readonly id: string;
  readonly supersedes?: string | undefined;
}

interface Reference {
  readonly path: string;
  readonly field: PublishedField;
  readonly named: string;
}

const target = z.object({ form: z.optional(z.string()), forms: z.optional(z.array(z.string())) });

/** The forms whose records a field can name. */
function formsNamed(field: PublishedField): readonly string[] {
  const { form = '', forms = [form] } = target.parse(field);
  return forms;
}

/** Where the answers to a form name this record: by its root or, where it is a company, by one of its keys. */
export function pathsTo(
  record: { readonly form: string; readonly root: string; readonly keys: readonly string[] },
  form: PublishedForm,
  answers: Values,
): string[] {
  return referencesIn(fieldsOf(form), answers, '')
    .filter(({ field }) => formsNamed(field).includes(record.form))
    .filter(({ field, named }) =>
      field.kind === 'company-key' ? record.keys.includes(named) : named === record.root,
    )
    .map(({ path }) => path);
}

/** Whether a form has a question whose answer names records of another. */
export function mayName(form: PublishedForm, other: string): boolean {
  const isOne = (field: PublishedField): boolean =>
    (namesRecord(field) && formsNamed(field).includes(other)) ||
    Object.values(field.fields ?? {}).some(isOne);
  return fieldsOf(form).some(([, field]) => isOne(field));
}

/**
 * What is wrong with the records that the answers name: there is no such record of that form, it was erased, or it
 * leads back to the record that names it.
 */
export async function missingRecords(publications: Publications, naming: Naming): Promise<Problem[]> {
  const named = referencesIn(fieldsOf(naming.form), naming.answers, '');
  const found = await atMost(8, named, async (each) => {
    if (!(await isThere(publications, each))) return [{ path: each.path, ...noRecord }];
    if (await leadsBack(naming, each)) return [{ path: each.path, ...circle }];
    return otherThan(publications, naming, each);
  });
  return found.flat();
}

const noRecord: Complaint = {
  code: problemCodes.noRecord,
  message: {
    sv: 'Det finns ingen sådan post. Kontrollera att den är sparad och inte raderad.',
    en: 'There is no such record. Check that it was saved and has not been erased.',
  },
};
const circle: Complaint = {
  code: problemCodes.noRecord,
  message: {
    sv: 'Det är posten själv, eller en post som i sin tur leder tillbaka hit. Ange en annan.',
    en: 'This is the record itself, or one that leads back to it in turn. Enter another.',
  },
};

const saysOther: Complaint = {
  code: problemCodes.together,
  message: {
    sv: 'Posten som anges säger något annat. Rätta svaret, eller posten.',
    en: 'The record that is named says otherwise. Correct the answer, or the record.',
  },
};

/** The answers that a record gives to whoever names it in a list, where it holds them to it, and that are others here. */
async function otherThan(
  publications: Publications,
  { form: { list }, answers }: Naming,
  { path, field, named }: Reference,
): Promise<Problem[]> {
  const { by, answers: given = {}, heldWhen } = list?.given ?? {};
  if (by !== path || heldWhen === undefined) return [];
  const form = await loadForm(publications, String(field.form));
  const record = form && (await currentOf(form, named));
  if (record === undefined || 'erased_at' in record || !holds(heldWhen, record.answers)) return [];
  return Object.entries(given).flatMap(([name, from]) => {
    const said = from === undefined ? undefined : record.answers[from];
    const isOther = said !== undefined && answers[name] !== undefined && answers[name] !== said;
    return isOther ? [{ path: name, ...saysOther }] : [];
  });
}

function referencesIn(fields: NamedFields, answers: Values, prefix: string): Reference[] {
  return fields.flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const answer = answers[name];
    if (namesRecord(field) && typeof answer === 'string') return [{ path, field, named: answer }];
    return rowsIn(field, answer).flatMap(([row, cells]) =>
      referencesIn(Object.entries(field.fields ?? {}), cells, `${path}.${row}.`),
    );
  });
}

async function isThere(publications: Publications, { field, named }: Reference): Promise<boolean> {
  const forms = formsNamed(field);
  const published = await Promise.all(forms.map((id) => loadForm(publications, id)));
  const there = published.filter((each) => each !== undefined);
  // Of a form that is not published yet there are no records to look among: what names one is taken as it is.
  if (there.length < forms.length) return true;
  const isOne = field.kind === 'company-key' ? isCompany : isRecord;
  return (await Promise.all(there.map((each) => isOne(each, named)))).includes(true);
}

/** References name roots, whatever corrections came after. */
async function isRecord(form: PublishedForm, root: string): Promise<boolean> {
  const item = await find(form, root);
  return item !== undefined && item.root_id === root && !('erased_at' in item);
}

/** A company with a number of its own may be named before it is registered; a key that we give was given. */
async function isCompany(form: PublishedForm, key: string): Promise<boolean> {
  const claim = claimOfKey(form, key);
  if (claim === undefined || form.keys === undefined || !key.startsWith(form.keys)) return true;
  const root = await holderOf(claim);
  return root !== undefined && isRecord(form, root);
}

/** More than ever follow each other; the lake follows as many. */
const stepsMax = 4;

/**
 * Whether a record of the same form that is named, as the one that a company is merged into, names in turn the one that
 * names it, or so many after each other that nobody follows them to the end.
 */
async function leadsBack(
  { form, id, supersedes }: Naming,
  { path, field, named }: Reference,
): Promise<boolean> {
  if (field.form !== form.id) return false;
  const own = supersedes === undefined ? id : ((await find(form, supersedes))?.root_id ?? id);
  let next: unknown = named;
  for (let steps = 0; typeof next === 'string'; steps += 1) {
    if (next === own || steps === stepsMax) return true;
    const current = await currentOf(form, next);
    next = current === undefined || 'erased_at' in current ? undefined : current.answers[path];
  }
  return false;
}
