import { askedOn, isList } from '../forms/derived/list-page.ts';
import { stepsOf } from '../forms/derived/page.ts';
import { typedAnswers } from '../forms/derived/typed-answers.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import type { TypedFields } from '../forms/grammar/typed.ts';
import { writers } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { now } from './lambda/clock.ts';
import { httpHandler, type Response, seeOther } from './lambda/http.ts';
import { formPage } from './site/form-page.tsx';
import { href } from './site/layout.tsx';
import { problemPage } from './site/problem-page.tsx';
import { isId, newId } from './submissions/ids.ts';
import { knownOn } from './submissions/known.ts';
import { mayCorrect, type OpenForm, openForms } from './submissions/open-forms.ts';

const open = openForms(publications);

/**
 * `GET /f/{form}`: the form with a fresh id in it, empty but for what the link gives. With `?supersedes=` and the id
 * of a submission, for those who may correct it: filled in with what was answered.
 */
export const handler = httpHandler(async ({ parameters, query, lang }) => {
  const found = await open(parameters.form ?? '');
  if (typeof found === 'string') return problemPage('404', lang);
  const corrected = query.get('supersedes');
  if (corrected !== null) return correcting(found, corrected, lang);
  const given = givenBy(found, query);
  const typed = { ...(await givenByRecord(found, given)), ...given };
  return await asking(askedOn(found, typed), { typed, isList: isList(found.form), lang });
}, problemPage);

/** Kinds whose answers hold nobody's own words. */
const wordless = new Set(['choice', 'company-key', 'date', 'organisationsnummer', 'reference']);

/**
 * What the link says; what cannot be read of it is asked instead: nobody's link puts words on our page. A form for staff
 * may be filled in by a link beyond what it asks of one, and asks all the same.
 */
function givenBy({ form, reader }: OpenForm, query: URLSearchParams): TypedFields {
  const isForStaff = mayCorrect(form);
  const given = fieldsOf(form).flatMap(([name, field]) => {
    const isTaken = field.fromLink || (isForStaff && wordless.has(field.kind));
    const value = isTaken ? query.get(name) : null;
    return value === null ? [] : [[name, value] as const];
  });
  const answers = reader.soFar(Object.fromEntries(given));
  return Object.fromEntries(given.filter(([name]) => answers[name] !== undefined));
}

/** What the record that the link names says of itself, where a list asks the same. */
async function givenByRecord({ form }: OpenForm, given: TypedFields): Promise<TypedFields> {
  const { by, answers = {} } = form.list?.given ?? {};
  const id = by === undefined ? undefined : given[by];
  const named = fieldsOf(form).find(([name]) => name === by)?.[1];
  const other = typeof id === 'string' && isId(id) ? await open(String(named?.form)) : 'no form';
  if (typeof id !== 'string' || typeof other === 'string') return {};
  const { currentOf } = await import('./submissions/chain.ts');
  const current = await currentOf(other.form, id);
  if (current === undefined || 'erased_at' in current) return {};
  const found = Object.entries(answers).flatMap(([name, from]) => {
    const answer = from === undefined ? undefined : current.answers[from];
    return typeof answer === 'string' ? [[name, answer]] : [];
  });
  return Object.fromEntries(found);
}

async function correcting(found: OpenForm, id: string, lang: 'sv' | 'en'): Promise<Response> {
  const { form } = found;
  if (!mayCorrect(form)) return problemPage('403.correct', lang);
  if (!isId(id)) return problemPage('404.3', lang);
  // Few pages are corrections: the store is loaded with the first.
  const [{ currentOf }, { noteAccess }] = await Promise.all([
    import('./submissions/chain.ts'),
    import('./access/log.ts'),
  ]);
  const current = await currentOf(form, id);
  if (current === undefined) return problemPage('404.3', lang);
  if ('erased_at' in current) return problemPage('410', lang);
  const supersedes = current.submission_id;
  if (supersedes !== id) return seeOther(href(lang, `/f/${form.id}?supersedes=${supersedes}`));
  await noteAccess({ at: now(), who: 'local', what: 'correction', form: form.id, root_id: current.root_id });
  return await asking(found, { typed: typedAnswers(form, current.answers, writers), supersedes, lang });
}

async function asking(
  { form, reader }: OpenForm,
  { typed, ...sending }: { typed: TypedFields; supersedes?: string; isList?: boolean; lang: 'sv' | 'en' },
): Promise<Response> {
  const answers = reader.soFar(typed);
  const known = await knownOn(
    publications,
    { form, answers, lang: sending.lang },
    stepsOf(form)[0]?.fields ?? [],
  );
  const state = { typed, answers, problems: [], known };
  return formPage({ form, id: newId(now(), form), ...sending }, 0, state);
}
