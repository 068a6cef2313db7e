import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import { type Problem, problemCodes } from '../../forms/grammar/problem.ts';
import { loadForm, type Publications, type PublishedForm } from '../../forms/grammar/published.ts';
import { type NamedFields, rowsIn, type Values } from '../../forms/grammar/reading.ts';
import { atMost } from '../lambda/at-most.ts';
import { find } from './table.ts';

interface Reference {
  readonly path: string;
  readonly form: string;
  readonly id: string;
}

/** What the answers name and there is not: no record of that form, or one that was erased. */
export async function missingRecords(
  publications: Publications,
  form: PublishedForm,
  answers: Values,
): Promise<Problem[]> {
  const named = referencesIn(fieldsOf(form), answers, '');
  const found = await atMost(8, named, async (each) => ({
    ...each,
    isThere: await isThere(publications, each),
  }));
  return found.filter((each) => !each.isThere).map(({ path }) => ({ path, ...noRecord }));
}

const noRecord = {
  code: problemCodes.noRecord,
  message: {
    sv: 'Det finns ingen sådan post. Kontrollera att den är sparad och inte raderad.',
    en: 'There is no such record. Check that it was saved and has not been erased.',
  },
};

function referencesIn(fields: NamedFields, answers: Values, prefix: string): Reference[] {
  return fields.flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const answer = answers[name];
    if (field.kind === 'reference' && typeof answer === 'string') {
      return [{ path, form: String(field.form), id: answer }];
    }
    return rowsIn(field, answer).flatMap(([row, cells]) =>
      referencesIn(Object.entries(field.fields ?? {}), cells, `${path}.${row}.`),
    );
  });
}

/**
 * References name roots, whatever corrections came after. Of a form that is not published yet there are no records to
 * look among: what names one is taken as it is.
 */
async function isThere(publications: Publications, { form: id, id: root }: Reference): Promise<boolean> {
  const form = await loadForm(publications, id);
  if (form === undefined) return true;
  const item = await find(form, root);
  return item !== undefined && item.root_id === root && !('erased_at' in item);
}
