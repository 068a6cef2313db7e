import { all, is, isNot, missing, some } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { computed } from './kinds/computed.ts';
import { date } from './kinds/date.ts';
import { longText } from './kinds/long-text.ts';
import { reference } from './kinds/reference.ts';
import { scale } from './kinds/scale.ts';
import { yesNo } from './kinds/yes-no.ts';
import { changeIntentions } from './lists/change-intentions.ts';
import { euFundingAwareness } from './lists/eu-funding-awareness.ts';
import { evaluatedKinds } from './lists/evaluated-kinds.ts';
import { focusAreas } from './lists/focus-areas.ts';
import { genders } from './lists/genders.ts';
import { respondentTypes } from './lists/respondent-types.ts';
import { quarter } from './scores/quarter.ts';

/** What can be evaluated has a record of one of these. */
const evaluatedForms = [
  'activity',
  'intervention',
  'process-maturity',
  'production-analysis',
  'needs-analysis',
] as const;

const isOutsideIndustry = is('activity_kind', 'outside_industry_seminar');
/** People meet there, so it is asked what they got of each other rather than of the content. */
const isMeeting = some(
  is('activity_kind', 'topic_network'),
  is('activity_kind', 'workshop'),
  is('activity_kind', 'women_in_industry_network'),
);
const isWithinIndustry = isNot('activity_kind', 'outside_industry_seminar');
const isAboutContent = all(
  isNot('activity_kind', 'topic_network'),
  isNot('activity_kind', 'workshop'),
  isNot('activity_kind', 'women_in_industry_network'),
);
/** What is done in one company has few participants, unless the link says otherwise. */
const isUsuallyOfMany = all(
  isNot('activity_kind', 'intervention'),
  isNot('activity_kind', 'measurement'),
  isNot('activity_kind', 'visit'),
);
/** Among few, gender and type of organisation could point out one person. */
const isAmongMany = some(is('few_expected', false), all(missing('few_expected'), isUsuallyOfMany));

/** How well a statement fits. What does not apply is no step, so that a mean leaves it out. */
const agreement = {
  from: 1,
  to: 5,
  ends: {
    low: { sv: 'Stämmer inte alls', en: 'Strongly disagree' },
    high: { sv: 'Stämmer helt', en: 'Strongly agree' },
  },
  none: [{ code: 'na', sv: 'Gäller inte mig', en: 'Does not apply to me' }],
} as const;
const likelihood = {
  from: 1,
  to: 5,
  ends: {
    low: { sv: 'Inte alls troligt', en: 'Not at all likely' },
    high: { sv: 'Mycket troligt', en: 'Very likely' },
  },
} as const;

/**
 * What a participant thought, at most eight questions on a phone. The link from the activity tells which one it was,
 * its kind and its date; nothing tells who answered.
 */
export const evaluation = form({
  id: 'evaluation',
  title: { sv: 'Utvärdering – vad tyckte du?', en: 'Evaluation – what did you think?' },
  intro: {
    sv: 'Dina svar hjälper oss att bli bättre. Det tar en minut eller två, och du svarar anonymt.',
    en: 'Your answers help us do better. It takes a minute or two, and you answer anonymously.',
  },
  send: 'token',
  anonymous: true,
  next: 'contact-request',
  receipt: {
    sv: 'Dina svar är anonyma: inget som vi sparar visar vem som har svarat.',
    en: 'Your answers are anonymous: nothing that we keep shows who answered.',
  },
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Aktiviteten', en: 'The activity' },
      {
        activity: reference(evaluatedForms, {
          label: { sv: 'Aktivitetens id', en: 'Id of the activity' },
          wanted: 'optional',
          fromLink: true,
          zone: 'confidential',
        }),
        activity_kind: choice(evaluatedKinds, {
          label: { sv: 'Vad var du med på?', en: 'What did you take part in?' },
          short: { sv: 'Aktivitet', en: 'Activity' },
          wanted: 'required',
          missing: { sv: 'Välj vad du var med på.', en: 'Choose what you took part in.' },
          fromLink: true,
          zone: 'analytic',
        }),
        activity_date: date({
          label: { sv: 'Vilken dag var det?', en: 'Which day was it?' },
          short: { sv: 'Datum för aktiviteten', en: 'Date of the activity' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-09-10.',
            en: 'Year-month-day, for example 2026-09-10.',
          },
          wanted: 'required',
          missing: { sv: 'Ange vilken dag det var.', en: 'Enter the date of the activity.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          fromLink: true,
          zone: 'confidential',
        }),
        few_expected: yesNo({
          label: { sv: 'Väntas färre än fem deltagare?', en: 'Are fewer than five participants expected?' },
          short: { sv: 'Färre än fem väntade deltagare', en: 'Fewer than five participants expected' },
          wanted: 'optional',
          fromLink: true,
          zone: 'analytic',
        }),
        activity_quarter: computed(quarter('activity_date'), {
          label: { sv: 'Kvartal', en: 'Quarter' },
          short: { sv: 'Kvartal för aktiviteten', en: 'Quarter of the activity' },
          zone: 'analytic',
          unseen: true,
        }),
      },
    ),
    section(
      { sv: 'Vad tyckte du?', en: 'What did you think?' },
      {
        q_overall: scale({
          label: {
            sv: 'Hur nöjd är du med aktiviteten som helhet?',
            en: 'How satisfied are you with the activity as a whole?',
          },
          short: { sv: 'Nöjdhet', en: 'Satisfaction' },
          wanted: 'required',
          missing: {
            sv: 'Välj hur nöjd du är med aktiviteten.',
            en: 'Choose how satisfied you are with the activity.',
          },
          from: 1,
          to: 5,
          ends: {
            low: { sv: 'Inte alls nöjd', en: 'Not at all satisfied' },
            high: { sv: 'Mycket nöjd', en: 'Very satisfied' },
          },
          zone: 'analytic',
        }),
        q_relevance: scale({
          label: {
            sv: 'Innehållet var relevant för mig eller för vårt företag',
            en: 'The content was relevant to me or to our company',
          },
          short: { sv: 'Relevans', en: 'Relevance' },
          wanted: 'required',
          missing: {
            sv: 'Välj hur väl det stämmer att innehållet var relevant.',
            en: 'Choose how far you agree that the content was relevant.',
          },
          shownWhen: isAboutContent,
          ...agreement,
          zone: 'analytic',
        }),
        q_new_contacts: scale({
          label: {
            sv: 'Jag fick nya kontakter eller utbytte erfarenheter',
            en: 'I made new contacts or exchanged experience',
          },
          short: { sv: 'Nya kontakter och utbyte', en: 'New contacts and exchange' },
          wanted: 'required',
          missing: {
            sv: 'Välj hur väl det stämmer att du fick nya kontakter eller utbytte erfarenheter.',
            en: 'Choose how far you agree that you made new contacts or exchanged experience.',
          },
          shownWhen: isMeeting,
          ...agreement,
          zone: 'analytic',
        }),
        q_learning: scale({
          label: {
            sv: 'Jag lärde mig något som jag har nytta av',
            en: 'I learned something that I can use',
          },
          short: { sv: 'Lärande', en: 'Learning' },
          wanted: 'required',
          missing: {
            sv: 'Välj hur väl det stämmer att du lärde dig något.',
            en: 'Choose how far you agree that you learned something.',
          },
          ...agreement,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Vad händer nu?', en: 'What happens now?' },
      {
        q_will_act: choice(changeIntentions, {
          label: {
            sv: 'Kommer ni att göra något annorlunda efter det här?',
            en: 'Will you do anything differently after this?',
          },
          short: { sv: 'Förändring efteråt', en: 'Change afterwards' },
          wanted: 'required',
          missing: {
            sv: 'Välj om ni kommer att göra något annorlunda.',
            en: 'Choose whether you will do anything differently.',
          },
          shownWhen: isWithinIndustry,
          zone: 'analytic',
        }),
        q_focus: choices(focusAreas, {
          label: { sv: 'Inom vilket område?', en: 'In which area?' },
          short: { sv: 'Område för förändringen', en: 'Area of the change' },
          hint: { sv: 'Välj ett eller flera.', en: 'Choose one or more.' },
          wanted: 'required',
          missing: { sv: 'Välj minst ett område.', en: 'Choose at least one area.' },
          shownWhen: some(is('q_will_act', 'yes_decided'), is('q_will_act', 'probably')),
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Din syn på industrin', en: 'Your view of industry' },
      {
        // Before and after are asked at once: looking back, people judge both by the same measure.
        q_interest_before: scale({
          label: {
            sv: 'Före seminariet: hur troligt var det att du skulle söka en utbildning eller ett jobb inom industrin?',
            en: 'Before the seminar: how likely were you to apply for studies or a job in industry?',
          },
          short: { sv: 'Intresse för industrin före', en: 'Interest in industry before' },
          wanted: 'required',
          missing: {
            sv: 'Välj hur troligt det var före seminariet.',
            en: 'Choose how likely it was before the seminar.',
          },
          shownWhen: isOutsideIndustry,
          ...likelihood,
          zone: 'analytic',
        }),
        q_interest_after: scale({
          label: { sv: 'Och hur troligt är det nu?', en: 'And how likely is it now?' },
          short: { sv: 'Intresse för industrin efter', en: 'Interest in industry after' },
          wanted: 'required',
          missing: { sv: 'Välj hur troligt det är nu.', en: 'Choose how likely it is now.' },
          shownWhen: isOutsideIndustry,
          ...likelihood,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Till sist', en: 'Finally' },
      {
        q_eu_awareness: choice(euFundingAwareness, {
          label: {
            sv: 'Visste du redan innan att aktiviteten finansieras av EU och Region Örebro län?',
            en: 'Did you already know that the activity is funded by the EU and Region Örebro län?',
          },
          short: { sv: 'Kännedom om finansieringen', en: 'Knowledge of the funding' },
          wanted: 'required',
          missing: {
            sv: 'Välj om du redan kände till finansieringen.',
            en: 'Choose whether you already knew of the funding.',
          },
          zone: 'analytic',
        }),
        gender: choice(genders, {
          label: {
            sv: 'Kön (för könsuppdelad statistik till våra finansiärer)',
            en: 'Gender (for statistics by gender to our funders)',
          },
          short: { sv: 'Kön', en: 'Gender' },
          wanted: 'required',
          missing: {
            sv: 'Välj kön, eller att du inte vill uppge det.',
            en: 'Choose a gender, or that you prefer not to say.',
          },
          shownWhen: isAmongMany,
          zone: 'analytic',
        }),
        respondent_type: choice(respondentTypes, {
          label: {
            sv: 'Vilken typ av organisation kommer du från?',
            en: 'What type of organisation do you come from?',
          },
          short: { sv: 'Typ av organisation', en: 'Type of organisation' },
          wanted: 'required',
          missing: {
            sv: 'Välj vilken typ av organisation du kommer från.',
            en: 'Choose what type of organisation you come from.',
          },
          shownWhen: isAmongMany,
          zone: 'analytic',
        }),
        free_text: longText({
          label: { sv: 'Vad kan bli bättre?', en: 'What could be better?' },
          short: { sv: 'Förslag till förbättring', en: 'Suggestions for improvement' },
          hint: { sv: 'Skriv inga personuppgifter.', en: 'Do not include personal information.' },
          wanted: 'optional',
          max: 500,
          zone: 'confidential',
        }),
      },
    ),
  ],
  rules: [],
});
