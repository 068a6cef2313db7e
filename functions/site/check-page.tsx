import {
  answersShown,
  isAskedIn,
  type Known,
  missingNames,
  namesOf,
  stepsOf,
  typedCarried,
  warningsIn,
} from '../../forms/derived/page.ts';
import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import { own } from '../../forms/grammar/question.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import type { TypedFields } from '../../forms/grammar/typed.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import { shows } from '../../forms/kinds/all.ts';
import type { Response } from '../lambda/http.ts';
import { FormElement, framedPage, type Sending } from './form-frame.tsx';
import { href } from './layout.tsx';

const words = {
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
    sv: 'Du kan skicka nu, men det här behöver fyllas i innan svaren räknas',
    en: 'You can send now, but this has to be filled in before the answers count',
  },
  conflictTitle: {
    sv: 'Du har redan skickat andra svar',
    en: 'You have already sent other answers',
  },
  conflict: {
    sv: 'Vi har redan tagit emot svar från den här sidan, och de finns kvar. Svaren nedan är inte likadana. Vill du skicka dem också, som ett nytt svar? Annars är du klar.',
    en: 'We have already received answers from this page, and they are kept. The answers below are not the same. Do you want to send them too, as a new answer? If not, you are done.',
  },
  entered: { sv: 'Det här skrev du', en: 'What you entered' },
  sendNew: { sv: 'Skicka som nytt svar', en: 'Send as a new answer' },
};

/** Answers to look through, and what was typed for them: that goes on as it is, so that nothing of it is lost. */
export interface Looked {
  readonly typed: TypedFields;
  readonly answers: Values;
  readonly known?: Known | undefined;
}

/** The answers to look through before they are sent. */
export function checkPage(sending: Sending, looked: Looked, leftOut: readonly string[]): Response {
  const { form, lang } = sending;
  const { answers } = looked;
  return framedPage(200, sending, {
    title: words.checkTitle[lang],
    otherStep: 'check',
    children: (
      <>
        <h1>{words.checkTitle[lang]}</h1>
        <p class="intro">{words.checkIntro[lang]}</p>
        <Notice text={words.leftOut[lang]} names={namesOf(form, leftOut, lang)} />
        {warningsIn(form, answers, lang).map((warning) => (
          <p class="notice">{warning}</p>
        ))}
        <StillMissing names={missingNames(form, answers, lang)} lang={lang} />
        <FormElement sending={sending}>
          {typedCarried(form, { ...looked, lang, problems: [] })}
          <AnswersByStep form={form} looked={looked} lang={lang} />
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

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li>{name}</li>
      ))}
    </ul>
  );
}

/** What can wait, folded: it may be more than there is to look through. */
function StillMissing({ names, lang }: { names: readonly string[]; lang: Lang }) {
  if (names.length === 0) return null;
  return (
    <details class="notice">
      <summary>
        {words.missing[lang]} ({names.length})
      </summary>
      <Names names={names} />
    </details>
  );
}

function Notice({ text, names }: { text: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div class="notice">
      <p>{text}</p>
      <Names names={names} />
    </div>
  );
}

/**
 * The answers of each step under its title, with the way back to it where there are several: to one that has no answers
 * yet, too.
 */
function AnswersByStep({ form, looked, lang }: { form: PublishedForm; looked: Looked; lang: Lang }) {
  const steps = stepsOf(form);
  return (
    <>
      {steps.map((step, index) => {
        if (!isAskedIn(step, { ...looked, problems: [], lang })) return null;
        const shown = answersShown(step.fields, shows, { ...looked, lang });
        if (steps.length === 1) return shown;
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
            {shown}
          </section>
        );
      })}
    </>
  );
}

/** Other answers are already kept under this id; `sending` has the fresh id for sending these as new. */
export function conflictPage(sending: Sending, looked: Looked): Response {
  const { form, lang } = sending;
  return framedPage(409, sending, {
    title: words.conflictTitle[lang],
    otherStep: 'check',
    children: (
      <>
        <h1>{words.conflictTitle[lang]}</h1>
        <p class="intro">{words.conflict[lang]}</p>
        {answersShown(fieldsOf(form), shows, { ...looked, lang })}
        <FormElement sending={sending}>
          {typedCarried(form, { ...looked, lang, problems: [] })}
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

/**
 * A record that is there stands in the way, one that was corrected since or one with the same details: this is not kept,
 * and what it said stands here to be entered again.
 */
export function standsInTheWay(
  sending: Sending,
  looked: Looked,
  { why, current }: { readonly why: 'overtaken' | 'taken'; readonly current: string },
): Response {
  const { form, lang } = sending;
  const { title, text, open } = inTheWay[why];
  return framedPage(409, sending, {
    title: title[lang],
    otherStep: 'check',
    children: (
      <>
        <h1>{title[lang]}</h1>
        <p class="intro">{text[lang]}</p>
        {typeof form.send === 'object' && (
          <p>
            <a href={href(lang, `/f/${form.id}?supersedes=${current}`)}>{open[lang]}</a>
          </p>
        )}
        <h2>{words.entered[lang]}</h2>
        {answersShown(fieldsOf(form), shows, { ...looked, lang })}
        <FormElement sending={sending}>{typedCarried(form, { ...looked, lang, problems: [] })}</FormElement>
      </>
    ),
  });
}

const inTheWay = {
  overtaken: {
    title: { sv: 'Någon annan hann rätta före dig', en: 'Somebody else corrected it before you' },
    text: {
      sv: 'Dina ändringar är inte sparade. Öppna det gällande svaret och gör dem där.',
      en: 'Your changes are not kept. Open the current answer and make them there.',
    },
    open: { sv: 'Öppna det gällande svaret', en: 'Open the current answer' },
  },
  taken: {
    title: { sv: 'Det här finns redan', en: 'This is already there' },
    text: {
      sv: 'En post med samma uppgifter är redan sparad. Svaren nedan är inte sparade. Rätta den som finns i stället.',
      en: 'A record with the same details is already kept. The answers below are not. Correct the one that is there instead.',
    },
    open: { sv: 'Öppna den som finns', en: 'Open the one that is there' },
  },
};
