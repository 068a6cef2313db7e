import { problemSummary } from '../../../forms/derived/problem-summary.ts';
import { type Problem, problemCodes } from '../../../forms/grammar/problem.ts';
import type { NamedFields } from '../../../forms/grammar/reading.ts';
import type { TypedFields } from '../../../forms/grammar/typed.ts';
import type { Lang } from '../../../forms/grammar/words.ts';
import { elementsOf } from './dom.ts';

interface Told {
  readonly lang: Lang;
  readonly problems: readonly Problem[];
  readonly typed: TypedFields;
}

const wrong = { sv: 'Fel:', en: 'Error:' };

/** Tells what is wrong, as the server's page would: a summary that gets the focus, a sentence at each question. */
export function showProblems(form: HTMLFormElement, fields: NamedFields, told: Told): void {
  forget(form);
  const [summary] = elementsOf(problemSummary(fields, told));
  if (!(summary instanceof HTMLElement)) return;
  // The script gives it the focus.
  summary.removeAttribute('autofocus');
  // Where the server's page has it: under the title, and how far one has come.
  (document.querySelector('.progress') ?? document.querySelector('h1'))?.after(summary);
  for (const problem of told.problems) markQuestion(problem, told.lang);
  // What is wrong is told in the other language too.
  document.querySelector('button[value=stay]')?.setAttribute('value', 'again');
  document.title = `${wrong[told.lang]} ${document.title}`;
  summary.focus();
}

/** Takes away what was told before. */
function forget(form: HTMLFormElement): void {
  for (const element of document.querySelectorAll('.summary, .intro')) element.remove();
  forgetProblems(form);
  for (const start of Object.values(wrong)) document.title = document.title.replace(`${start} `, '');
}

/**
 * What is answered again is wrong no longer, until it is looked at again; nor is what `mended` says that the answer put
 * right elsewhere, by its paths. Where an answer is left by a press on something
 * else, its sentence keeps its place until the press is done: what is pressed must not move away under the finger.
 */
export function forgetWhatChanges(form: HTMLFormElement, mended: () => readonly string[]): void {
  let isPressing = false;
  document.addEventListener('pointerdown', () => {
    isPressing = true;
  });
  form.addEventListener('change', ({ target }) => {
    const elsewhere = mended().map((path) => document.getElementById(`${path}-problem`));
    for (const element of [target, ...elsewhere]) {
      const question = element instanceof Element ? element.closest('.field') : null;
      if (!question?.classList.contains('wrong')) continue;
      if (!isPressing) forgetProblems(question);
      else if (question.classList.replace('wrong', 'mended')) markRight(question);
    }
  });
  for (const end of ['click', 'pointercancel']) {
    document.addEventListener(end, () => {
      isPressing = false;
      for (const question of form.querySelectorAll('.mended')) forgetProblems(question);
    });
  }
}

/** Takes away what an element and the questions below it were told. */
export function forgetProblems(within: Element): void {
  for (const problem of within.querySelectorAll('.problem')) problem.remove();
  for (const element of [within, ...within.querySelectorAll('*')])
    element.classList.remove('wrong', 'mended');
  markRight(within);
}

/** Nothing in it is said to be wrong any more. */
function markRight(within: Element): void {
  for (const element of [within, ...within.querySelectorAll('*')]) {
    element.removeAttribute('aria-invalid');
    const described = element.getAttribute('aria-describedby');
    if (described === null) continue;
    const ids = described.split(' ').filter((id) => !id.endsWith('-problem'));
    element.setAttribute('aria-describedby', ids.join(' '));
  }
}

function markQuestion({ path, message, code }: Problem, lang: Lang): void {
  const control = controlOf(path);
  const question = control?.closest('.field');
  const id = `${control?.id}-problem`;
  if (control === undefined || !question || document.getElementById(id) !== null) return;
  question.classList.add('wrong');
  const sentence = document.createElement('p');
  sentence.className = 'problem';
  sentence.id = id;
  sentence.textContent = message[lang];
  const above =
    question.querySelector(':scope > .hint') ?? question.querySelector(':scope > :is(label, legend)');
  above?.after(sentence);
  const described = control.getAttribute('aria-describedby') ?? '';
  control.setAttribute('aria-describedby', `${described} ${id}`.trim());
  if (control !== question) control.setAttribute('aria-invalid', 'true');
  const unfolded = control.closest('details');
  if (unfolded !== null) unfolded.open = true;
  // It is not sent back by the server either.
  if (code === problemCodes.personnummer && 'value' in control) control.value = '';
}

/** The control or group that a path leads to, or the nearest around it. */
function controlOf(path: string): HTMLElement | undefined {
  for (let name = path; name !== ''; name = name.replace(/\.?[^.]*$/, '')) {
    const found = document.getElementById(name);
    if (found !== null) return found;
  }
  return undefined;
}
