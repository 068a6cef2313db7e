import { anyDay } from './blocks/any-day.ts';
import { all, answered, is, some } from './grammar/conditions.ts';
import { requiredWhen } from './grammar/field.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { date } from './kinds/date.ts';
import { longText } from './kinds/long-text.ts';
import { reference } from './kinds/reference.ts';
import { rightsCaseStatuses } from './lists/rights-case-statuses.ts';
import { notAfter } from './rules/not-after.ts';

const hasAnswer = some(is('status', 'refused'), is('status', 'answered'));
/** An answer that is given may have been given in an extended time. */
const mayBeExtended = some(hasAnswer, is('status', 'extended'));

/**
 * What becomes of a person's request about their own data, as staff deal with it: each new status is a correction of the
 * record. An answer is due one month after the request came. Where it is complicated, or there are many, that may be
 * extended by two months; the person is told so, and why, within the first month (GDPR article 12.3). Who is refused is
 * told why as soon (article 12.4). When the answer is due follows from the days, so it is no question: the lake's
 * `confidential.rights_requests` has it.
 */
export const rightsCase = form({
  id: 'rights-case',
  title: { sv: 'Ärende om personuppgifter', en: 'Case about personal data' },
  intro: {
    sv: 'Fyll i ett formulär för varje begäran, och ändra det när ärendet går vidare. Personen ska få svar inom en månad. Behövs upp till två månader till ska personen få veta det, och varför, inom den första månaden.',
    en: 'Fill in one form for each request, and correct it as the case goes on. The person must have an answer within one month. If up to two more months are needed, the person must be told so, and why, within the first month.',
  },
  send: { staff: ['project_manager'] },
  unique: ['rights_request_id'],
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Begäran', en: 'The request' },
      {
        rights_request_id: reference('rights-request', {
          label: { sv: 'Vilken begäran gäller det?', en: 'Which request is it about?' },
          short: { sv: 'Begäran', en: 'Request' },
          hint: {
            sv: 'Dagen då den kom in, och kvittots referens. Kom den i ett brev eller ett samtal: skicka den först genom formuläret Dina rättigheter.',
            en: 'The day on which it came in, and the reference of its receipt. If it came in a letter or a call, first send it with the form Your rights.',
          },
          wanted: 'required',
          missing: { sv: 'Välj begäran.', en: 'Choose the request.' },
          zone: 'analytic',
        }),
        received_on: date({
          label: {
            sv: 'Vilken dag kom begäran, om den kom på annat sätt än genom formuläret?',
            en: 'On which day did the request come, if it did not come by the form?',
          },
          short: { sv: 'Begäran kom', en: 'Request came' },
          ...anyDay,
          hint: {
            sv: 'Månaden räknas från den dagen. År-månad-dag, till exempel 2026-09-10.',
            en: 'The month counts from that day. Year-month-day, for example 2026-09-10.',
          },
          wanted: 'optional',
          happened: true,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Ärendet', en: 'The case' },
      {
        status: choice(rightsCaseStatuses, {
          label: { sv: 'Hur långt har ärendet kommit?', en: 'How far has the case come?' },
          short: { sv: 'Status', en: 'Status' },
          wanted: 'required',
          missing: { sv: 'Välj hur långt ärendet har kommit.', en: 'Choose how far the case has come.' },
          zone: 'analytic',
        }),
        extended_on: date({
          label: {
            sv: 'Vilken dag fick personen veta att svaret dröjer?',
            en: 'On which day was the person told that the answer takes longer?',
          },
          short: { sv: 'Besked om förlängd tid', en: 'Told of the extension' },
          ...anyDay,
          hint: {
            sv: 'Förlängningen gäller om det var inom en månad. Lämna tomt om tiden inte förlängdes.',
            en: 'The extension holds if it was within one month. Leave empty if the time was not extended.',
          },
          wanted: requiredWhen(is('status', 'extended')),
          missing: {
            sv: 'Ange vilken dag personen fick veta att svaret dröjer.',
            en: 'Enter the day on which the person was told that the answer takes longer.',
          },
          shownWhen: mayBeExtended,
          happened: true,
          zone: 'analytic',
        }),
        extension_reason: longText({
          label: { sv: 'Varför dröjer svaret?', en: 'Why does the answer take longer?' },
          short: { sv: 'Skäl till förlängd tid', en: 'Reason for the extension' },
          hint: {
            sv: 'Det som personen har fått veta, till exempel att begäran är omfattande. Skriv inga personuppgifter.',
            en: 'What the person has been told, for example that the request is extensive. Do not include personal information.',
          },
          wanted: 'required',
          missing: { sv: 'Skriv varför svaret dröjer.', en: 'Enter why the answer takes longer.' },
          shownWhen: all(mayBeExtended, answered('extended_on')),
          max: 1000,
          zone: 'confidential',
        }),
        answered_on: date({
          label: { sv: 'Vilken dag fick personen svar?', en: 'On which day was the person answered?' },
          short: { sv: 'Dag för svaret', en: 'Day of the answer' },
          ...anyDay,
          wanted: 'required',
          missing: {
            sv: 'Ange vilken dag personen fick svar.',
            en: 'Enter the day on which the person was answered.',
          },
          shownWhen: hasAnswer,
          happened: true,
          zone: 'analytic',
        }),
        refusal_reason: longText({
          label: { sv: 'Varför avslogs begäran?', en: 'Why was the request refused?' },
          short: { sv: 'Skäl till avslaget', en: 'Reason for the refusal' },
          hint: {
            sv: 'Det som personen har fått veta. Svaret ska också säga att man kan klaga hos IMY och gå till domstol. Skriv inga personuppgifter.',
            en: 'What the person has been told. The answer must also say that one can complain to IMY and go to court. Do not include personal information.',
          },
          wanted: 'required',
          missing: { sv: 'Skriv varför begäran avslogs.', en: 'Enter why the request was refused.' },
          shownWhen: is('status', 'refused'),
          max: 1000,
          zone: 'confidential',
        }),
        note: longText({
          label: { sv: 'Anteckning', en: 'Note' },
          hint: {
            sv: 'Bara det som ärendet behöver. Skriv aldrig personnummer.',
            en: 'Only what the case needs. Never enter a personal identity number.',
          },
          wanted: 'optional',
          max: 1000,
          // It is about a person, whatever is in it.
          zone: 'personal',
        }),
      },
    ),
  ],
  rules: [
    notAfter('received_on', 'extended_on', 'extended_on', {
      sv: 'Beskedet kan inte ha lämnats innan begäran kom. Kontrollera båda datumen.',
      en: 'The person cannot have been told before the request came. Check both dates.',
    }),
    notAfter('received_on', 'answered_on', 'answered_on', {
      sv: 'Svaret kan inte ha lämnats innan begäran kom. Kontrollera båda datumen.',
      en: 'The answer cannot have been given before the request came. Check both dates.',
    }),
    notAfter('extended_on', 'answered_on', 'answered_on', {
      sv: 'Svaret kan inte ha lämnats före beskedet att det dröjer. Kontrollera båda datumen.',
      en: 'The answer cannot have been given before the person was told that it takes longer. Check both dates.',
    }),
  ],
});
