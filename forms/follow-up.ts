import { anyDay } from './blocks/any-day.ts';
import { stepTaken } from './blocks/step-taken.ts';
import { answered, includes } from './grammar/conditions.ts';
import { requiredWhen } from './grammar/field.ts';
import { form, step } from './grammar/form.ts';
import type { Words } from './grammar/words.ts';
import { capabilityStatements as statements } from './instruments/capability-statements.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { companyKey } from './kinds/company-key.ts';
import { computed } from './kinds/computed.ts';
import { date } from './kinds/date.ts';
import { decimal } from './kinds/decimal.ts';
import { integer } from './kinds/integer.ts';
import { longText } from './kinds/long-text.ts';
import { scale } from './kinds/scale.ts';
import { yesNo } from './kinds/yes-no.ts';
import { developmentEffects } from './lists/development-effects.ts';
import { developmentStatuses } from './lists/development-statuses.ts';
import { developmentSteps } from './lists/development-steps.ts';
import { euSupportAwareness } from './lists/eu-support-awareness.ts';
import { focusAreas } from './lists/focus-areas.ts';
import { genders } from './lists/genders.ts';
import { innovations } from './lists/innovations.ts';
import { investmentBands } from './lists/investment-bands.ts';
import { automationSteps, digitalisationSteps, productionEfficiencySteps } from './lists/maturity-steps.ts';
import { publicationPermissions } from './lists/publication-permissions.ts';
import { supportReceived } from './lists/support-received.ts';
import { workRoles } from './lists/work-roles.ts';
import { capability } from './scores/capability.ts';

/** A statement, and the name of what it is about. */
interface Statement extends Words {
  readonly short: Words;
}

/** How well a statement fits. Whoever does not know leaves it: what is no step is in no mean. */
const agreement = {
  from: 0,
  to: 5,
  ends: {
    low: { sv: 'Stämmer inte alls', en: 'Not true at all' },
    high: { sv: 'Stämmer helt', en: 'Entirely true' },
  },
} as const;

/** Said at the first statement of a page. */
const unknown = {
  sv: 'Vet du inte, så lämna frågan tom både för då och för i dag.',
  en: 'If you do not know, leave the question empty both for then and for today.',
};

/** How true a statement was. Only both answers together tell a change, so whoever gives one gives the other. */
function before<const F extends string>({ short, ...statement }: Statement, now: F, hint?: Words) {
  return scale({
    label: {
      sv: `${statement.sv}. Hur väl stämde det före projektet?`,
      en: `${statement.en}. How true was it before the project?`,
    },
    short: { sv: `${short.sv}, före`, en: `${short.en}, before` },
    ...(hint && { hint }),
    wanted: requiredWhen(answered(now)),
    missing: {
      sv: 'Välj också hur väl det stämde före projektet.',
      en: 'Choose how true it was before the project, too.',
    },
    ...agreement,
    zone: 'analytic',
  });
}

/** How true the same statement is today. */
function now<const F extends string>({ short }: Statement, before: F) {
  return scale({
    label: { sv: 'Och hur väl stämmer det i dag?', en: 'And how true is it today?' },
    short: { sv: `${short.sv}, i dag`, en: `${short.en}, today` },
    wanted: requiredWhen(answered(before)),
    missing: { sv: 'Välj också hur väl det stämmer i dag.', en: 'Choose how true it is today, too.' },
    ...agreement,
    zone: 'analytic',
  });
}

/** A change of capability is told by at least seven of the nine statements. */
const pairs = {
  before: [
    's1_before',
    's2_before',
    's3_before',
    's4_before',
    's5_before',
    's6_before',
    's7_before',
    's8_before',
    's9_before',
  ],
  now: ['s1_now', 's2_now', 's3_now', 's4_now', 's5_now', 's6_now', 's7_now', 's8_now', 's9_now'],
  least: 7,
} as const;

const highestStep = {
  sv: 'Välj det högsta steg som stämmer helt.',
  en: 'Choose the highest step that is entirely true.',
};
const staircase = {
  from: 0,
  to: 5,
  none: [{ code: 'na', sv: 'Gäller inte oss', en: 'Does not apply to us' }],
} as const;

const tookStep = stepTaken('steps_taken');

/**
 * What a company says, some months afterwards, has come of the support: before and now are asked at once, so that both
 * are judged by the same measure. The link names the company and the day it was opened, which is when the company
 * confirms. Twelve answers are required at most; the statements can be left, and tell a change when seven are answered.
 */
export const followUp = form({
  id: 'follow-up',
  title: {
    sv: 'Uppföljning – vad har hänt i ert företag?',
    en: 'Follow-up – what has happened in your company?',
  },
  intro: {
    sv: 'Berätta vad som har hänt sedan ni var med i projektet. Det tar ungefär tio minuter. Svara helst du som beslutar i företaget. Vi sparar svaren med företagets namn, och de är er bekräftelse på vad stödet har lett till.',
    en: 'Tell us what has happened since you took part in the project. It takes about ten minutes. It is best answered by somebody who makes the decisions in the company. We keep the answers with the name of the company, and they are your confirmation of what the support has led to.',
  },
  send: 'token',
  activityDate: 'answered_on',
  company: 'company_key',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    step(
      { sv: 'Om er', en: 'About you' },
      {
        company_key: companyKey('company', {
          label: { sv: 'Vilket företag svarar du för?', en: 'Which company do you answer for?' },
          short: { sv: 'Företag', en: 'Company' },
          hint: {
            sv: 'Företagets organisationsnummer, till exempel 556036-0793. Aldrig ett personnummer.',
            en: 'The organisationsnummer (Swedish company number), for example 556036-0793. Never a personal identity number.',
          },
          wanted: 'required',
          missing: {
            sv: 'Öppna länken i vårt mejl, eller ange företagets organisationsnummer.',
            en: 'Open the link in our e-mail, or enter the organisationsnummer of the company.',
          },
          fromLink: true,
          zone: 'analytic',
        }),
        answered_on: date({
          label: { sv: 'Vilken dag är det i dag?', en: 'Which day is it today?' },
          short: { sv: 'Datum för svaret', en: 'Date of the answer' },
          wanted: 'required',
          missing: { sv: 'Ange dagens datum.', en: 'Enter today’s date.' },
          fromLink: true,
          ...anyDay,
          happened: true,
          zone: 'analytic',
        }),
        respondent_role: choice(workRoles, {
          label: { sv: 'Vilken roll har du i företaget?', en: 'What is your role in the company?' },
          short: { sv: 'Roll', en: 'Role' },
          wanted: 'required',
          missing: { sv: 'Välj din roll.', en: 'Choose your role.' },
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
          zone: 'analytic',
        }),
        activities_recalled: choices(supportReceived, {
          alone: ['none'],
          label: { sv: 'Vad har ni varit med om i projektet?', en: 'What have you taken part in?' },
          short: { sv: 'Deltagande i projektet', en: 'Part taken in the project' },
          hint: { sv: 'Välj allt som stämmer.', en: 'Choose all that apply.' },
          wanted: 'required',
          missing: {
            sv: 'Välj minst ett alternativ, eller ”Inget av detta”.',
            en: 'Choose at least one option, or “None of these”.',
          },
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Möjligheter och nuläge', en: 'Opportunities and where you stand' },
      {
        s1_before: before(statements.s1, 's1_now', unknown),
        s1_now: now(statements.s1, 's1_before'),
        s2_before: before(statements.s2, 's2_now'),
        s2_now: now(statements.s2, 's2_before'),
        s3_before: before(statements.s3, 's3_now'),
        s3_now: now(statements.s3, 's3_before'),
      },
    ),
    step(
      { sv: 'Planer och beslut', en: 'Plans and decisions' },
      {
        s4_before: before(statements.s4, 's4_now', unknown),
        s4_now: now(statements.s4, 's4_before'),
        s5_before: before(statements.s5, 's5_now'),
        s5_now: now(statements.s5, 's5_before'),
        s6_before: before(statements.s6, 's6_now'),
        s6_now: now(statements.s6, 's6_before'),
      },
    ),
    step(
      { sv: 'Förändring', en: 'Change' },
      {
        s7_before: before(statements.s7, 's7_now', unknown),
        s7_now: now(statements.s7, 's7_before'),
        s8_before: before(statements.s8, 's8_now'),
        s8_now: now(statements.s8, 's8_before'),
        s9_before: before(statements.s9, 's9_now'),
        s9_now: now(statements.s9, 's9_before'),
        cap_before: computed(capability('cap_before', pairs), {
          label: { sv: 'Förmåga före projektet', en: 'Capability before the project' },
          zone: 'analytic',
          unseen: true,
        }),
        cap_now: computed(capability('cap_now', pairs), {
          label: { sv: 'Förmåga i dag', en: 'Capability today' },
          zone: 'analytic',
          unseen: true,
        }),
        cap_delta: computed(capability('cap_delta', pairs), {
          label: { sv: 'Förändring av förmågan', en: 'Change of the capability' },
          zone: 'analytic',
          unseen: true,
        }),
      },
    ),
    step(
      { sv: 'Vad har hänt?', en: 'What has happened?' },
      {
        steps_taken: choices(developmentSteps, {
          alone: ['none'],
          label: { sv: 'Vilka steg har ni tagit?', en: 'Which steps have you taken?' },
          short: { sv: 'Utvecklingssteg', en: 'Development steps' },
          hint: { sv: 'Välj allt som stämmer.', en: 'Choose all that apply.' },
          wanted: 'required',
          missing: {
            sv: 'Välj minst ett steg, eller ”Inget steg ännu”.',
            en: 'Choose at least one step, or “No step yet”.',
          },
          zone: 'analytic',
        }),
        focus_moved: choices(focusAreas, {
          label: { sv: 'Inom vilket område?', en: 'In which area?' },
          short: { sv: 'Område där steg har tagits', en: 'Area where steps were taken' },
          hint: { sv: 'Välj ett eller flera.', en: 'Choose one or more.' },
          wanted: 'required',
          missing: { sv: 'Välj minst ett område.', en: 'Choose at least one area.' },
          shownWhen: tookStep,
          zone: 'analytic',
        }),
        step_description: longText({
          label: { sv: 'Beskriv kort vad ni har gjort', en: 'Describe briefly what you have done' },
          short: { sv: 'Beskrivning av stegen', en: 'Description of the steps' },
          hint: { sv: 'Skriv inga personuppgifter.', en: 'Do not include personal information.' },
          wanted: 'neededToCount',
          missing: { sv: 'Beskriv kort vad ni har gjort.', en: 'Describe briefly what you have done.' },
          shownWhen: tookStep,
          max: 600,
          zone: 'confidential',
        }),
        skills_staff_women: integer({
          label: {
            sv: 'Hur många kvinnor har höjt sin kompetens?',
            en: 'How many women have raised their skills?',
          },
          short: { sv: 'Anställda som höjt kompetensen, kvinnor', en: 'Staff who raised skills, women' },
          wanted: 'optional',
          shownWhen: includes('steps_taken', 'skills_raised'),
          min: 0,
          max: 100_000,
          zone: 'analytic',
        }),
        skills_staff_men: integer({
          label: {
            sv: 'Hur många män har höjt sin kompetens?',
            en: 'How many men have raised their skills?',
          },
          short: { sv: 'Anställda som höjt kompetensen, män', en: 'Staff who raised skills, men' },
          wanted: 'optional',
          shownWhen: includes('steps_taken', 'skills_raised'),
          min: 0,
          max: 100_000,
          zone: 'analytic',
        }),
        attribution: scale({
          label: { sv: 'Hur mycket har projektet bidragit?', en: 'How much has the project contributed?' },
          short: { sv: 'Projektets bidrag', en: 'The project’s contribution' },
          wanted: 'required',
          missing: {
            sv: 'Välj hur mycket projektet har bidragit.',
            en: 'Choose how much the project has contributed.',
          },
          from: 0,
          to: 4,
          labels: {
            0: { sv: 'Inte alls', en: 'Not at all' },
            1: { sv: 'Lite', en: 'A little' },
            2: { sv: 'En del', en: 'Somewhat' },
            3: { sv: 'Mycket', en: 'A lot' },
            4: { sv: 'Avgörande', en: 'Decisively' },
          },
          zone: 'analytic',
        }),
        effects: choices(developmentEffects, {
          alone: ['none_yet'],
          label: { sv: 'Vilka effekter har ni sett hittills?', en: 'Which effects have you seen so far?' },
          short: { sv: 'Effekter', en: 'Effects' },
          hint: { sv: 'Välj allt som stämmer.', en: 'Choose all that apply.' },
          wanted: 'required',
          missing: {
            sv: 'Välj minst en effekt, eller ”Inga effekter ännu”.',
            en: 'Choose at least one effect, or “No effects yet”.',
          },
          zone: 'analytic',
        }),
        jobs_women: decimal({
          label: {
            sv: 'Hur många av de nya jobben har kvinnor?',
            en: 'How many of the new jobs are held by women?',
          },
          short: { sv: 'Nya jobb, kvinnor', en: 'New jobs, women' },
          hint: {
            sv: 'En heltid hela året är 1, en halvtid är 0,5.',
            en: 'Full time for the whole year is 1, half time is 0.5.',
          },
          wanted: 'optional',
          shownWhen: includes('effects', 'jobs'),
          min: 0,
          max: 10_000,
          decimals: 2,
          zone: 'analytic',
        }),
        jobs_men: decimal({
          label: {
            sv: 'Hur många av de nya jobben har män?',
            en: 'How many of the new jobs are held by men?',
          },
          short: { sv: 'Nya jobb, män', en: 'New jobs, men' },
          hint: {
            sv: 'En heltid hela året är 1, en halvtid är 0,5.',
            en: 'Full time for the whole year is 1, half time is 0.5.',
          },
          wanted: 'optional',
          shownWhen: includes('effects', 'jobs'),
          min: 0,
          max: 10_000,
          decimals: 2,
          zone: 'analytic',
        }),
        innovation_introduced: choice(innovations, {
          label: {
            sv: 'Har ni tack vare stödet infört en ny eller väsentligt förbättrad produkt eller process?',
            en: 'Has your company introduced a new or significantly improved product or process because of the support?',
          },
          short: { sv: 'Ny produkt eller process', en: 'New product or process' },
          wanted: 'required',
          missing: {
            sv: 'Välj vad ni har infört, eller ”Nej”.',
            en: 'Choose what you have introduced, or “No”.',
          },
          zone: 'analytic',
        }),
        invest_sek_band: choice(investmentBands, {
          label: {
            sv: 'Hur mycket har ni investerat tack vare stödet?',
            en: 'How much have you invested because of it?',
          },
          short: { sv: 'Investering', en: 'Investment' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        development_status_now: choice(developmentStatuses, {
          label: {
            sv: 'Hur långt har utvecklingsarbetet kommit?',
            en: 'How far has your development work come?',
          },
          short: { sv: 'Utvecklingsarbetet i dag', en: 'Development work today' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj hur långt utvecklingsarbetet har kommit.',
            en: 'Choose how far your development work has come.',
          },
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Hur långt har ni kommit?', en: 'How far have you come?' },
      {
        maturity_now_pe: scale({
          label: { sv: 'Effektiv produktion', en: 'Efficient production' },
          short: {
            sv: 'Mognad i produktionseffektivisering nu',
            en: 'Maturity in production efficiency now',
          },
          hint: highestStep,
          wanted: 'optional',
          ...staircase,
          labels: productionEfficiencySteps,
          zone: 'analytic',
        }),
        maturity_now_dig: scale({
          label: { sv: 'Digitalisering', en: 'Digitalisation' },
          short: { sv: 'Mognad i digitalisering nu', en: 'Maturity in digitalisation now' },
          hint: highestStep,
          wanted: 'optional',
          ...staircase,
          labels: digitalisationSteps,
          zone: 'analytic',
        }),
        maturity_now_aut: scale({
          label: { sv: 'Automation', en: 'Automation' },
          short: { sv: 'Mognad i automation nu', en: 'Maturity in automation now' },
          hint: highestStep,
          wanted: 'optional',
          ...staircase,
          labels: automationSteps,
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Till sist', en: 'Finally' },
      {
        eu_awareness_after: choice(euSupportAwareness, {
          label: {
            sv: 'Känner ni till att det finns stöd som EU finansierar?',
            en: 'Do you know that there is support that the EU funds?',
          },
          short: { sv: 'Kännedom om EU-finansierat stöd', en: 'Knowledge of EU-funded support' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj om ni känner till EU-finansierat stöd.',
            en: 'Choose whether you know of EU-funded support.',
          },
          zone: 'analytic',
        }),
        nps: scale({
          label: {
            sv: 'Hur troligt är det att du rekommenderar projektet till ett annat företag?',
            en: 'How likely are you to recommend the project to another company?',
          },
          short: { sv: 'Rekommendation', en: 'Recommendation' },
          wanted: 'optional',
          from: 0,
          to: 10,
          ends: {
            low: { sv: 'Inte alls troligt', en: 'Not at all likely' },
            high: { sv: 'Mycket troligt', en: 'Very likely' },
          },
          zone: 'analytic',
        }),
        publish_ok: choice(publicationPermissions, {
          label: { sv: 'Får vi berätta om ert företag?', en: 'May we tell your company’s story?' },
          short: { sv: 'Får vi berätta om företaget', en: 'Whether we may tell the company’s story' },
          hint: {
            sv: 'Ni får läsa och godkänna texten innan någon annan ser den.',
            en: 'You read and approve the text before anybody else sees it.',
          },
          wanted: 'required',
          missing: {
            sv: 'Välj om vi får berätta om ert företag.',
            en: 'Choose whether we may tell your company’s story.',
          },
          zone: 'analytic',
        }),
        handover_choice: yesNo({
          label: {
            sv: 'Får IUC Industrihubb fortsätta ha kontakt med dig efter projektet?',
            en: 'May IUC Industrihubb stay in contact with you after the project?',
          },
          short: { sv: 'Fortsatt kontakt', en: 'Continued contact' },
          hint: {
            sv: 'IUC Industrihubb stöder industriföretag i länet när projektet är slut. Du kan ändra dig när du vill.',
            en: 'IUC Industrihubb supports industrial companies in the county when the project has ended. You can change your mind at any time.',
          },
          wanted: 'required',
          missing: {
            sv: 'Svara om IUC Industrihubb får fortsätta ha kontakt med dig.',
            en: 'Answer whether IUC Industrihubb may stay in contact with you.',
          },
          zone: 'personal',
        }),
      },
    ),
  ],
  rules: [],
});
