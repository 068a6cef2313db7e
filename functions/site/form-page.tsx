import {
  answersShown,
  isAskedIn,
  type PageState,
  questions,
  type Step,
  stepsOf,
  typedCarried,
} from '../../forms/derived/page.ts';
import { problemSummary } from '../../forms/derived/problem-summary.ts';
import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { own } from '../../forms/grammar/question.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import { controls, inputs, shows } from '../../forms/kinds/all.ts';
import type { Response } from '../lambda/http.ts';
import { FormElement, framedPage, type Sending } from './form-frame.tsx';

const words = {
  next: { sv: 'Nästa', en: 'Next' },
  back: { sv: 'Föregående', en: 'Back' },
  check: { sv: 'Granska svaren', en: 'Check your answers' },
  wrong: { sv: 'Fel:', en: 'Error:' },
  correcting: {
    sv: 'Du rättar ett svar som redan är mottaget. Det gamla finns kvar i historiken.',
    en: 'You are correcting an answer that was already received. The old one stays in the history.',
  },
};

/** Where a person is: `Steg 2 av 7`. */
function placeOf(index: number, count: number, lang: Lang): string {
  return lang === 'sv' ? `Steg ${index + 1} av ${count}` : `Step ${index + 1} of ${count}`;
}

/** The questions of one step, empty or with what was typed; with problems it is a 422. */
export function formPage(
  sending: Sending,
  at: number,
  pageState: Omit<PageState, 'lang'>,
  from?: 'check page',
): Response {
  const { form, lang } = sending;
  const corrects = sending.supersedes !== undefined;
  const state = { ...pageState, lang, corrects };
  const steps = stepsOf(form).map((step, index) => ({ step, index }));
  const open = steps[at]?.step;
  const asked = steps.filter(({ step, index }) => index === at || isAskedIn(step, state, open));
  const place = asked.findIndex(({ index }) => index === at);
  const step = asked[place]?.step;
  if (step === undefined) throw new Error(`expected a step of ${form.id}, got ${at}`);

  const isWrong = state.problems.length > 0;
  const name = asked.length === 1 ? form.title[lang] : `${step.title[lang]} – ${form.title[lang]}`;
  return framedPage(isWrong ? 422 : 200, sending, {
    title: isWrong ? `${words.wrong[lang]} ${name}` : name,
    // What is wrong is told in the other language too.
    otherStep: isWrong ? 'again' : 'stay',
    children: (
      <>
        <h1>{form.title[lang]}</h1>
        {asked.length > 1 && <Progress steps={asked.map((each) => each.step)} at={place} lang={lang} />}
        {isWrong && problemSummary(step.fields, state)}
        {corrects && <p class="notice">{words.correcting[lang]}</p>}
        {!isWrong && place === 0 && <p class="intro">{form.intro[lang]}</p>}
        {place === 0 && !corrects && <LinkGave form={form} state={state} />}
        <FormElement sending={sending} at={at}>
          {typedCarried(form, state, step)}
          {questions(step, { inputs, controls }, state)}
          <p class="buttons">
            <button type="submit" name={own.step} value="next">
              {place === asked.length - 1 ? words.check[lang] : words.next[lang]}
            </button>
            {from === 'check page' && place < asked.length - 1 && (
              <button type="submit" class="second" name={own.step} value="check">
                {words.check[lang]}
              </button>
            )}
            {place > 0 && (
              <button type="submit" class="second" name={own.step} value="back">
                {words.back[lang]}
              </button>
            )}
          </p>
        </FormElement>
      </>
    ),
  });
}

/** How far one has come, as words and, for the eye, as a line of steps. */
function Progress({ steps, at, lang }: { steps: readonly Step[]; at: number; lang: Lang }) {
  return (
    <div class="progress">
      <p>{placeOf(at, steps.length, lang)}</p>
      <div aria-hidden="true">
        {steps.map((_, index) => (
          <span class={index <= at ? 'done' : undefined} />
        ))}
      </div>
    </div>
  );
}

/** What the link that opened the page says it is about; its free text, if it had any, would not be ours to show. */
function LinkGave({ form, state }: { form: PublishedForm; state: PageState }) {
  const given = fieldsOf(form).filter(
    ([name, field]) =>
      field.fromLink &&
      (['choice', 'company-key', 'date'].includes(field.kind) ||
        state.known?.names.has(String(state.answers[name]))) &&
      state.answers[name] !== undefined,
  );
  return given.length === 0 ? null : answersShown(given, shows, state);
}
