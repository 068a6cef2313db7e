import { fieldsOf } from '../forms/grammar/form-parts.ts';
import { publications } from '../forms/published/index.ts';
import { now } from './lambda/clock.ts';
import { httpHandler } from './lambda/http.ts';
import { formPage } from './site/form-page.tsx';
import { problemPage } from './site/problem-page.tsx';
import { newId } from './submissions/ids.ts';
import { openForms } from './submissions/open-forms.ts';

const open = openForms(publications);

/** `GET /f/{form}`: the form with a fresh id in it, empty but for what the link gives. */
export const handler = httpHandler(async ({ parameters, query, lang }) => {
  const found = await open(parameters.form ?? '');
  if (typeof found === 'string') return problemPage('404', lang);
  const { form, reader } = found;
  const given = fieldsOf(form).flatMap(([name, field]) => {
    const value = field.fromLink ? query.get(name) : null;
    return value === null ? [] : [[name, value] as const];
  });
  const said = Object.fromEntries(given);
  const answers = reader.soFar(said);
  // What cannot be read is asked instead: nobody's link puts words on our page.
  const typed = Object.fromEntries(given.filter(([name]) => answers[name] !== undefined));
  const state = { typed, answers, problems: [] };
  return formPage({ form, id: newId(now(), form), lang }, 0, state);
}, problemPage);
