import { readerOf } from '../../../forms/derived/answers.ts';
import { problemsOn, stepsOf } from '../../../forms/derived/page.ts';
import type { PageData } from '../../../forms/derived/page-data.ts';
import { own } from '../../../forms/grammar/question.ts';
import type { ReadingParts } from '../../../forms/grammar/reading.ts';
import { type TypedFields, typedFrom } from '../../../forms/grammar/typed.ts';
import { show } from '../../../forms/kinds/computed.ts';
import { goBackByHistory } from './history.ts';
import { forgetWhatChanges, showProblems } from './problems.ts';

/**
 * The script of every form's pages. A page works without it; with it, what is wrong is told before anything is
 * sent, by the same rules and in the same words, and computed values follow what is typed.
 */
export function enhance(data: PageData, parts: ReadingParts): void {
  const form = document.querySelector('form');
  if (form === null) return;
  goBackByHistory(form);
  enhanceForm(form, data, parts);
}

function enhanceForm(form: HTMLFormElement, data: PageData, parts: ReadingParts): void {
  const at = new FormData(form).get(own.at);
  const steps = stepsOf(data);
  const fields = steps[Number(at)]?.fields;
  // A page that asks nothing, to look answers through, has none of this.
  if (at === null || fields === undefined) return;
  const reader = readerOf(data, parts);
  forgetWhatChanges(form);
  const lang = document.documentElement.lang === 'en' ? 'en' : 'sv';

  form.addEventListener('submit', (event) => {
    const action = event.submitter?.getAttribute('value') ?? 'next';
    if (action !== 'next') return;
    const typed = typedIn(form);
    const reading = reader.read(typed, 'page');
    const problems = 'problems' in reading ? problemsOn(steps, Number(at), reading.problems) : [];
    if (problems.length === 0) return;
    event.preventDefault();
    showProblems(form, fields, { lang, problems, typed });
  });

  const outputs = fields.filter(([, { kind }]) => kind === 'computed');
  function compute(): void {
    const answers = reader.soFar(typedIn(form));
    for (const [name, field] of outputs) {
      const output = document.getElementById(name);
      const value = answers[name];
      if (output !== null) output.textContent = value === undefined ? '–' : show(field, value, lang);
    }
  }
  if (outputs.length > 0) {
    form.addEventListener('input', compute);
    compute();
  }
}

/** What stands in the form, as the page would send it. */
function typedIn(form: HTMLFormElement): TypedFields {
  const entries: (readonly [string, string])[] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !name.startsWith('_')) entries.push([name, value]);
  }
  return typedFrom(entries);
}
