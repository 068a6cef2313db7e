import type { ComponentChildren } from 'preact';
import type { Values } from '../../forms/derived/answers.ts';
import {
  answersCarried,
  answersShown,
  type PageState,
  problemSummary,
  questions,
} from '../../forms/derived/page.ts';
import { fieldsOf, type PublishedForm, shortName } from '../../forms/grammar/published.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import { controls, inputs, shows, writers } from '../../forms/kinds/all.ts';
import type { Response } from '../lambda/http.ts';
import { formId, href, own, page } from './layout.tsx';

/** The submission a page is about: its id is made with the first page and carried to the last. */
export interface Sending {
  readonly form: PublishedForm;
  readonly id: string;
  readonly lang: Lang;
}

const words = {
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

interface Whole {
  readonly title: string;
  readonly otherStep: 'check' | 'edit';
  readonly children: ComponentChildren;
}

function whole(status: number, { form, lang }: Sending, props: Whole): Response {
  return page(status, { lang, otherHref: href(lang === 'sv' ? 'en' : 'sv', `/f/${form.id}`), ...props });
}

function FormElement({
  sending,
  children,
}: {
  readonly sending: Sending;
  readonly children: ComponentChildren;
}) {
  const { form, id, lang } = sending;
  return (
    <form id={formId} method="post" action={href(lang, `/f/${form.id}`)} accept-charset="utf-8">
      <input type="hidden" name={own.id} value={id} />
      <input type="hidden" name={own.version} value={String(form.version)} />
      {children}
    </form>
  );
}

/** The questions, empty or with what was typed; with problems it is a 422. */
export function formPage(sending: Sending, state: Omit<PageState, 'lang'>): Response {
  const { form, lang } = sending;
  const full = { ...state, lang };
  const wrong = state.problems.length > 0;
  const title = wrong ? `${words.wrong[lang]} ${form.title[lang]}` : form.title[lang];
  return whole(wrong ? 422 : 200, sending, {
    title,
    // What is wrong is told in the other language too.
    otherStep: wrong ? 'check' : 'edit',
    children: (
      <>
        <h1>{form.title[lang]}</h1>
        {wrong ? problemSummary(form, full) : <p class="intro">{form.intro[lang]}</p>}
        <FormElement sending={sending}>
          {questions(form, { inputs, controls }, full)}
          <p class="buttons">
            <button type="submit" name={own.step} value="check">
              {words.check[lang]}
            </button>
          </p>
        </FormElement>
      </>
    ),
  });
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
        {answersShown(form, shows, answers, lang)}
        {leftOut.length > 0 && (
          <div class="notice">
            <p>{words.leftOut[lang]}</p>
            <ul>
              {fieldsOf(form)
                .filter(([name]) => leftOut.includes(name))
                .map(([, field]) => (
                  <li>{shortName(field)[lang]}</li>
                ))}
            </ul>
          </div>
        )}
        <FormElement sending={sending}>
          {answersCarried(form, writers, answers)}
          <p class="buttons">
            <button type="submit" name={own.step} value="send">
              {words.send[lang]}
            </button>
            <button type="submit" class="second" name={own.step} value="edit">
              {words.change[lang]}
            </button>
          </p>
        </FormElement>
      </>
    ),
  });
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
        {answersShown(form, shows, answers, lang)}
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
