import { readerOf } from '../../../forms/derived/answers.ts';
import { problemsOn, stepsOf } from '../../../forms/derived/page.ts';
import type { PageData } from '../../../forms/derived/page-data.ts';
import { fieldsOf } from '../../../forms/grammar/form-parts.ts';
import { fieldOfPath } from '../../../forms/grammar/problem.ts';
import { own } from '../../../forms/grammar/question.ts';
import type { ReadingParts } from '../../../forms/grammar/reading.ts';
import { type TypedFields, typedFrom } from '../../../forms/grammar/typed.ts';
import type { showComputed } from './computed.ts';
import { goBackByHistory } from './history.ts';
import { forgetWhatChanges, showProblems } from './problems.ts';

/**
 * The script of every form's pages. A page works without it; with it, what is wrong is told before anything is
 * sent, by the same rules and in the same words, and computed values, where there are some, follow what is typed.
 */
export function enhance(data: PageData, parts: ReadingParts, compute?: typeof showComputed): void {
  const form = document.querySelector('form');
  if (form === null) return;
  goBackByHistory(form);
  enhanceForm(form, data, parts, compute);
}

function enhanceForm(
  form: HTMLFormElement,
  data: PageData,
  parts: ReadingParts,
  compute?: typeof showComputed,
): void {
  const at = new FormData(form).get(own.at);
  const steps = stepsOf(data);
  const fields = steps[Number(at)]?.fields;
  // A page that asks nothing, to look answers through, has none of this.
  if (at === null || fields === undefined) return;
  const reader = readerOf(data, parts);
  const lang = document.documentElement.lang === 'en' ? 'en' : 'sv';
  const known = new Set(fieldsOf(data).map(([name]) => name));
  const typed = () => typedIn(form, known);
  const problemsNow = () => {
    const reading = reader.read(typed(), 'page');
    return 'problems' in reading ? reading.problems : [];
  };
  let wrong = problemsNow();
  forgetWhatChanges(form, () => {
    const before = wrong;
    wrong = problemsNow();
    const still = new Set(wrong.map(({ path }) => path));
    return before.flatMap(({ path }) => (still.has(path) ? [] : [path]));
  });

  form.addEventListener('submit', (event) => {
    const action = event.submitter?.getAttribute('value') ?? 'next';
    if (action !== 'next') return;
    const problems = problemsOn(steps, Number(at), problemsNow());
    if (problems.length === 0) return;
    event.preventDefault();
    showProblems(form, fields, { lang, problems, typed: typed() });
  });
  compute?.(form, { fields, reader, lang, typed });
}

/** What stands in the form, as the page would send it, of what is known here; the rest is for the server to judge. */
function typedIn(form: HTMLFormElement, known: ReadonlySet<string>): TypedFields {
  const entries: (readonly [string, string])[] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && known.has(fieldOfPath(name))) entries.push([name, value]);
  }
  return typedFrom(entries);
}
