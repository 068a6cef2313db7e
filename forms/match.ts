import { anyDay } from './blocks/any-day.ts';
import { companyKeyOfIt } from './blocks/company.ts';
import { projectOfIt } from './blocks/project.ts';
import { all, is, missing, some } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { date } from './kinds/date.ts';
import { reference } from './kinds/reference.ts';
import { text } from './kinds/text.ts';
import { yesNo } from './kinds/yes-no.ts';
import { matchResults } from './lists/match-results.ts';
import { matchStatuses } from './lists/match-statuses.ts';
import { needAreas } from './lists/need-areas.ts';
import { supportActors } from './lists/support-actors.ts';

/** A need that nobody meets has no organisation, offer or status; it is what is still to be found. */
const hasOffer = some(missing('gap_no_offer'), is('gap_no_offer', false));

/**
 * A company's need, and what another organisation offers that meets it. A match goes from proposed to completed: each
 * new status is a correction of the record.
 */
export const match = form({
  id: 'match',
  title: { sv: 'Matchning mot andra aktörers erbjudanden', en: 'Match with what other organisations offer' },
  intro: {
    sv: 'Fyll i ett formulär för varje behov och erbjudande som hör ihop. Ändra formuläret när statusen ändras.',
    en: 'Fill in one form for each need and the offer that meets it. Correct the form when its status changes.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  activityDate: 'match_date',
  company: 'company_key',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Behovet', en: 'The need' },
      {
        ...companyKeyOfIt,
        need_submission_id: reference('needs-analysis', {
          label: {
            sv: 'Vilken behovsanalys kommer behovet från?',
            en: 'Which needs analysis is the need from?',
          },
          short: { sv: 'Behovsanalys', en: 'Needs analysis' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj företagets behovsanalys.',
            en: 'Choose the company’s needs analysis.',
          },
          zone: 'analytic',
        }),
        need_area: choice(needAreas, {
          label: { sv: 'Vilket behov gäller det?', en: 'Which need is it about?' },
          short: { sv: 'Behov', en: 'Need' },
          wanted: 'required',
          missing: { sv: 'Välj vilket behov det gäller.', en: 'Choose the need that it is about.' },
          zone: 'analytic',
        }),
        match_date: date({
          label: { sv: 'Vilken dag gjordes matchningen?', en: 'On which day was the match made?' },
          short: { sv: 'Datum för matchningen', en: 'Date of the match' },
          wanted: 'required',
          missing: {
            sv: 'Ange vilken dag matchningen gjordes.',
            en: 'Enter the day on which the match was made.',
          },
          ...anyDay,
          happened: true,
          zone: 'analytic',
        }),
        gap_no_offer: yesNo({
          label: {
            sv: 'Saknas det ett erbjudande som svarar mot behovet?',
            en: 'Is there no offer that meets the need?',
          },
          short: { sv: 'Erbjudande saknas', en: 'No offer exists' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        ...projectOfIt,
      },
    ),
    section(
      { sv: 'Erbjudandet', en: 'The offer' },
      {
        actor: choice(supportActors, {
          label: { sv: 'Vilken aktör står för erbjudandet?', en: 'Which organisation makes the offer?' },
          short: { sv: 'Aktör', en: 'Organisation' },
          wanted: 'required',
          missing: {
            sv: 'Välj vilken aktör som står för erbjudandet.',
            en: 'Choose the organisation that makes the offer.',
          },
          shownWhen: hasOffer,
          zone: 'analytic',
        }),
        offer_id: reference('offer', {
          label: { sv: 'Vilket erbjudande i katalogen?', en: 'Which offer of the catalogue?' },
          short: { sv: 'Erbjudande ur katalogen', en: 'Offer of the catalogue' },
          hint: {
            sv: 'Lämna tomt om erbjudandet inte finns där.',
            en: 'Leave this empty if the offer is not there.',
          },
          wanted: 'optional',
          shownWhen: hasOffer,
          zone: 'analytic',
        }),
        offer_text: text({
          label: { sv: 'Vad är erbjudandet?', en: 'What is the offer?' },
          short: { sv: 'Erbjudande med egna ord', en: 'Offer in your own words' },
          wanted: 'neededToCount',
          missing: { sv: 'Skriv vad erbjudandet är.', en: 'Enter what the offer is.' },
          shownWhen: all(hasOffer, missing('offer_id')),
          max: 200,
          zone: 'confidential',
        }),
        active_intro: yesNo({
          label: {
            sv: 'Har du själv fört samman företaget och aktören?',
            en: 'Have you introduced the company and the organisation to each other?',
          },
          short: { sv: 'Aktiv introduktion', en: 'Warm introduction' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Svara om du har fört samman företaget och aktören.',
            en: 'Answer whether you have introduced them to each other.',
          },
          shownWhen: hasOffer,
          zone: 'analytic',
        }),
        status: choice(matchStatuses, {
          label: { sv: 'Hur långt har matchningen kommit?', en: 'How far has the match come?' },
          short: { sv: 'Status', en: 'Status' },
          wanted: 'required',
          missing: { sv: 'Välj hur långt matchningen har kommit.', en: 'Choose how far the match has come.' },
          shownWhen: hasOffer,
          zone: 'analytic',
        }),
        status_date: date({
          label: { sv: 'Från vilken dag gäller statusen?', en: 'From which day has this status applied?' },
          short: { sv: 'Datum för statusen', en: 'Date of the status' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange från vilken dag statusen gäller.',
            en: 'Enter the day from which the status has applied.',
          },
          shownWhen: hasOffer,
          ...anyDay,
          happened: true,
          zone: 'analytic',
        }),
        result_code: choice(matchResults, {
          label: { sv: 'Vad fick företaget ut av det?', en: 'What did the company get out of it?' },
          short: { sv: 'Resultat', en: 'Result' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj vad företaget fick ut av det.',
            en: 'Choose what the company got out of it.',
          },
          shownWhen: is('status', 'completed'),
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [],
});
