import { formAssets } from 'form-assets';
import type { ComponentChildren } from 'preact';
import {
  answersCarried,
  answersShown,
  isAskedIn,
  missingNames,
  namesOf,
  type PageState,
  problemSummary,
  questions,
  type Step,
  stepsOf,
  typedCarried,
} from '../../forms/derived/page.ts';
import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { own } from '../../forms/grammar/question.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import { controls, inputs, shows, writers } from '../../forms/kinds/all.ts';
import type { Response } from '../lambda/http.ts';
import { formId, href, page } from './layout.tsx';

/** The submission a page is about: its id is made with the first page and carried to the last. */
export interface Sending {
  readonly form: PublishedForm;
  readonly id: string;
  readonly lang: Lang;
}

const words = {
  next: { sv: 'Nästa', en: 'Next' },
  back: { sv: 'Föregående', en: 'Back' },
  check: { sv: 'Granska svaren', en: 'Check your answers' },
  checkTitle: { sv: 'Granska dina svar', en: 'Check your answers' },
  checkIntro: {
    sv: 'Inget är skickat än. Läs igenom svaren och välj sedan Skicka.',
    en: 'Nothing has been sent yet. Read through your answers, then choose Send.',
  },
  send: { sv: 'Skicka', en: 'Send' },
  change: { sv: 'Ändra', en: 'Change' },
  leftOut: {
    sv: 'De här svaren tas inte med, eftersom de inte behövs tillsammans med dina övriga svar:',
    en: 'These answers are left out, because they are not needed together with your other answers:',
  },
  missing: {
    sv: 'Du kan skicka nu. Det här behövs för att posten ska räknas, och kan fyllas i senare:',
    en: 'You can send now. This is needed before the record counts, and can be filled in later:',
  },
  wrong: { sv: 'Fel:', en: 'Error:' },
  conflictTitle: {
    sv: 'Du har redan skickat andra svar',
    en: 'You have already sent other answers',
  },
  conflict: {
    sv: 'Vi har redan tagit emot svar från den här sidan, och de finns kvar. Svaren nedan är inte likadana. Vill du skicka dem också, som ett nytt svar? Annars är du klar.',
    en: 'We have already received answers from this page, and they are kept. The answers below are not the same. Do you want to send them too, as a new answer? If not, you are done.',
  },
  sendNew: { sv: 'Skicka som nytt svar', en: 'Send as a new answer' },
};

/** Where a person is: `Steg 2 av 7`. */
function placeOf(index: number, count: number, lang: Lang): string {
  return lang === 'sv' ? `Steg ${index + 1} av ${count}` : `Step ${index + 1} of ${count}`;
}

interface Whole {
  readonly title: string;
  /** What the other language's button asks for, so that the same page comes back. */
  readonly otherStep: string;
  readonly children: ComponentChildren;
}

function whole(status: number, { form, lang }: Sending, props: Whole): Response {
  const assets = formAssets[form.id]?.[form.version];
  return page(status, {
    lang,
    otherHref: href(lang === 'sv' ? 'en' : 'sv', `/f/${form.id}`),
    style: assets?.style,
    script: assets?.script,
    ...props,
  });
}

function FormElement({
  sending,
  at,
  children,
}: {
  readonly sending: Sending;
  /** The step that the page asks; none where it asks nothing. */
  readonly at?: number;
  readonly children: ComponentChildren;
}) {
  const { form, id, lang } = sending;
  return (
    <form id={formId} method="post" action={href(lang, `/f/${form.id}`)} accept-charset="utf-8" novalidate>
      <input type="hidden" name={own.id} value={id} />
      <input type="hidden" name={own.version} value={String(form.version)} />
      {at !== undefined && <input type="hidden" name={own.at} value={String(at)} />}
      {children}
    </form>
  );
}

/** The questions of one step, empty or with what was typed; with problems it is a 422. */
export function formPage(sending: Sending, at: number, pageState: Omit<PageState, 'lang'>): Response {
  const { form, lang } = sending;
  const state = { ...pageState, lang };
  const steps = stepsOf(form).map((step, index) => ({ step, index }));
  const asked = steps.filter(({ step, index }) => index === at || isAskedIn(step, state));
  const place = asked.findIndex(({ index }) => index === at);
  const step = asked[place]?.step;
  if (step === undefined) throw new Error(`expected a step of ${form.id}, got ${at}`);

  const isWrong = state.problems.length > 0;
  const name = asked.length === 1 ? form.title[lang] : `${step.title[lang]} – ${form.title[lang]}`;
  return whole(isWrong ? 422 : 200, sending, {
    title: isWrong ? `${words.wrong[lang]} ${name}` : name,
    // What is wrong is told in the other language too.
    otherStep: isWrong ? 'again' : 'stay',
    children: (
      <>
        <h1>{form.title[lang]}</h1>
        {asked.length > 1 && <Progress steps={asked.map((each) => each.step)} at={place} lang={lang} />}
        {isWrong && problemSummary(step.fields, state)}
        {!isWrong && place === 0 && <p class="intro">{form.intro[lang]}</p>}
        <LinkGave form={form} state={state} />
        <FormElement sending={sending} at={at}>
          {typedCarried(form, step, state)}
          {questions(step, { inputs, controls }, state)}
          <p class="buttons">
            <button type="submit" name={own.step} value="next">
              {place === asked.length - 1 ? words.check[lang] : words.next[lang]}
            </button>
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

/** What the link that opened the page says it is about. */
function LinkGave({ form, state }: { form: PublishedForm; state: PageState }) {
  const given = fieldsOf(form).filter(
    ([name, field]) =>
      field.fromLink && ['choice', 'date'].includes(field.kind) && state.typed[name] !== undefined,
  );
  return given.length === 0 ? null : answersShown(given, shows, state.answers, state.lang);
}

/** The answers to look through before they are sent. */
export function checkPage(sending: Sending, answers: Values, leftOut: readonly string[]): Response {
  const { form, lang } = sending;
  return whole(200, sending, {
    title: words.checkTitle[lang],
    otherStep: 'check',
    children: (
      <>
        <h1>{words.checkTitle[lang]}</h1>
        <p class="intro">{words.checkIntro[lang]}</p>
        <Notice text={words.leftOut[lang]} names={namesOf(form, leftOut, lang)} />
        <FormElement sending={sending}>
          {answersCarried(form, writers, answers)}
          <AnswersByStep form={form} answers={answers} lang={lang} />
          <Notice text={words.missing[lang]} names={missingNames(form, answers, lang)} />
          <p class="buttons">
            <button type="submit" name={own.step} value="send">
              {words.send[lang]}
            </button>
            {stepsOf(form).length === 1 && (
              <button type="submit" class="second" name={own.step} value="edit:0">
                {words.change[lang]}
              </button>
            )}
          </p>
        </FormElement>
      </>
    ),
  });
}

function Notice({ text, names }: { text: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div class="notice">
      <p>{text}</p>
      <ul>
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </div>
  );
}

/** The answers of each step under its title, with the way back to it where there are several. */
function AnswersByStep({ form, answers, lang }: { form: PublishedForm; answers: Values; lang: Lang }) {
  const steps = stepsOf(form);
  return (
    <>
      {steps.map((step, index) => {
        const has = step.fields.some(([name]) => answers[name] !== undefined);
        if (steps.length === 1 || !has) return has && answersShown(step.fields, shows, answers, lang);
        return (
          <section>
            <div class="headed">
              <h2>{step.title[lang]}</h2>
              <button
                type="submit"
                class="link"
                name={own.step}
                value={`edit:${index}`}
                aria-label={`${words.change[lang]}: ${step.title[lang]}`}
              >
                {words.change[lang]}
              </button>
            </div>
            {answersShown(step.fields, shows, answers, lang)}
          </section>
        );
      })}
    </>
  );
}

/** Other answers are already kept under this id; `sending` has the fresh id for sending these as new. */
export function conflictPage(sending: Sending, answers: Values): Response {
  const { form, lang } = sending;
  return whole(409, sending, {
    title: words.conflictTitle[lang],
    otherStep: 'check',
    children: (
      <>
        <h1>{words.conflictTitle[lang]}</h1>
        <p class="intro">{words.conflict[lang]}</p>
        {answersShown(fieldsOf(form), shows, answers, lang)}
        <FormElement sending={sending}>
          {answersCarried(form, writers, answers)}
          <p class="buttons">
            <button type="submit" name={own.step} value="send">
              {words.sendNew[lang]}
            </button>
          </p>
        </FormElement>
      </>
    ),
  });
}
