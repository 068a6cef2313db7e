import { companyIdentity, companyIndustry, companySize, isAboutPerson } from './blocks/company.ts';
import { contacts } from './blocks/contacts.ts';
import { anyRow, atLeast, is, some } from './grammar/conditions.ts';
import { form, section, step } from './grammar/form.ts';
import { tbn } from './instruments/tbn.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { computed } from './kinds/computed.ts';
import { date } from './kinds/date.ts';
import { integer } from './kinds/integer.ts';
import { longText } from './kinds/long-text.ts';
import { matrix } from './kinds/matrix.ts';
import { ranked } from './kinds/ranked.ts';
import { scale } from './kinds/scale.ts';
import { text } from './kinds/text.ts';
import { yesNo } from './kinds/yes-no.ts';
import { developmentStatuses } from './lists/development-statuses.ts';
import { euSupportAwareness } from './lists/eu-support-awareness.ts';
import { exportShares } from './lists/export-shares.ts';
import { maturityAssessors } from './lists/maturity-assessors.ts';
import {
  automationSteps,
  digitalisationSteps,
  generalSteps,
  notAssessed,
  productionEfficiencySteps,
} from './lists/maturity-steps.ts';
import { needAreas } from './lists/need-areas.ts';
import { needPriorities } from './lists/need-priorities.ts';
import { needsPermissions } from './lists/needs-permissions.ts';
import { nextSteps } from './lists/next-steps.ts';
import { recruitmentActions } from './lists/recruitment-actions.ts';
import { supportActors } from './lists/support-actors.ts';
import { economicTopics, environmentalTopics, socialTopics } from './lists/sustainability-topics.ts';
import { valueChainPositions } from './lists/value-chain-positions.ts';
import { visitMethods } from './lists/visit-methods.ts';
import { visitModes } from './lists/visit-modes.ts';
import { womenShares } from './lists/women-shares.ts';
import { eachRankedHas } from './rules/each-ranked-has.ts';
import { sumAtLeastOnceAnswered } from './rules/sum-at-least.ts';
import { sum } from './scores/sum.ts';

const noPersonalData = { sv: 'Skriv inga personuppgifter.', en: 'Do not include personal information.' };

const highestStep = {
  sv: 'Välj det högsta steg som stämmer helt.',
  en: 'Choose the highest step that is entirely true.',
};

/** The maturity staircase; what was not assessed is no step, so that a mean leaves it out. */
const staircase = { from: 0, to: 5, none: notAssessed } as const;

const isNeed = some(is('priority', '1'), is('priority', '2'), is('priority', '3'));

/**
 * A visit at a company and what it needs. A neutral structure that any needs interview can be entered in, TBN too.
 * Required is what makes it a visit: which company, when and how. What was not found out yet can follow in a correction,
 * and what is needed to count says so.
 */
export const needsAnalysis = form({
  id: 'needs-analysis',
  title: { sv: 'Företagsbesök och behovsanalys', en: 'Company visit and needs analysis' },
  intro: {
    sv: 'Fyll i under besöket eller strax efteråt. Det som kan lämnas tomt är märkt.',
    en: 'Fill this in during the visit or soon after. What can be left blank is marked.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  activityDate: 'visit_date',
  company: 'organisationsnummer',
  soleTrader: some(isAboutPerson, is('legal_form', 'ef')),
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    step({ sv: 'Företaget', en: 'The company' }, companyIdentity),
    section({ sv: 'Kontaktpersoner', en: 'Contact persons' }, { contacts }),
    step(
      { sv: 'Besöket', en: 'The visit' },
      {
        visit_date: date({
          label: { sv: 'Besöksdatum', en: 'Date of the visit' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-09-10.',
            en: 'Year-month-day, for example 2026-09-10.',
          },
          wanted: 'required',
          missing: { sv: 'Ange besöksdatum.', en: 'Enter the date of the visit.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
        visit_mode: choice(visitModes, {
          label: { sv: 'Hur träffades ni?', en: 'How did you meet?' },
          short: { sv: 'Besökets form', en: 'Type of visit' },
          wanted: 'required',
          missing: { sv: 'Välj hur ni träffades.', en: 'Choose how you met.' },
          zone: 'analytic',
        }),
        method: choice(visitMethods, {
          label: { sv: 'Vilken metod användes?', en: 'Which method was used?' },
          short: { sv: 'Metod', en: 'Method' },
          wanted: 'neededToCount',
          missing: { sv: 'Välj metod.', en: 'Choose a method.' },
          zone: 'analytic',
        }),
        method_version: text({
          label: { sv: 'Metodens version', en: 'Version of the method' },
          hint: {
            sv: 'Det som står på mallen eller frågelistan.',
            en: 'What it says on the template or the list of questions.',
          },
          wanted: 'optional',
          max: 50,
          zone: 'confidential',
        }),
      },
    ),
    section(
      { sv: 'Deltagare från företaget', en: 'Participants from the company' },
      {
        company_participants_women: integer({
          label: { sv: 'Antal kvinnor', en: 'Number of women' },
          short: { sv: 'Deltagande kvinnor från företaget', en: 'Women taking part from the company' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange antal kvinnor. Skriv 0 om det inte var någon.',
            en: 'Enter the number of women. Enter 0 if there were none.',
          },
          min: 0,
          max: 1000,
          zone: 'analytic',
        }),
        company_participants_men: integer({
          label: { sv: 'Antal män', en: 'Number of men' },
          short: { sv: 'Deltagande män från företaget', en: 'Men taking part from the company' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange antal män. Skriv 0 om det inte var någon.',
            en: 'Enter the number of men. Enter 0 if there were none.',
          },
          min: 0,
          max: 1000,
          zone: 'analytic',
        }),
        company_participants_undisclosed: integer({
          label: {
            sv: 'Antal övriga (annat alternativ eller vill inte uppge kön)',
            en: 'Number of others (another option or prefer not to say)',
          },
          short: {
            sv: 'Deltagande från företaget, övriga',
            en: 'Others taking part from the company',
          },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange antal övriga. Skriv 0 om det inte var någon.',
            en: 'Enter the number of others. Enter 0 if there were none.',
          },
          min: 0,
          max: 1000,
          zone: 'analytic',
        }),
        company_participants_total: computed(
          sum('company_participants_women', 'company_participants_men', 'company_participants_undisclosed'),
          {
            label: { sv: 'Sammanlagt', en: 'In total' },
            short: {
              sv: 'Deltagare från företaget, sammanlagt',
              en: 'Participants from the company, in total',
            },
            zone: 'analytic',
          },
        ),
      },
    ),
    step(
      { sv: 'Verksamheten', en: 'The business' },
      {
        business_summary: longText({
          label: { sv: 'Verksamheten i korthet', en: 'The business in brief' },
          hint: noPersonalData,
          wanted: 'optional',
          max: 1000,
          zone: 'confidential',
        }),
        products_main: longText({
          label: { sv: 'Huvudprodukter', en: 'Main products' },
          hint: noPersonalData,
          wanted: 'optional',
          max: 300,
          zone: 'confidential',
        }),
        position_in_chain: choices(valueChainPositions, {
          label: {
            sv: 'Vilken roll har företaget i värdekedjan?',
            en: 'What is the company’s place in the value chain?',
          },
          short: { sv: 'Roll i värdekedjan', en: 'Place in the value chain' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        export_share: choice(exportShares, {
          label: {
            sv: 'Hur stor del av försäljningen går på export?',
            en: 'What share of the sales is export?',
          },
          short: { sv: 'Exportandel', en: 'Export share' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        development_status: choice(developmentStatuses, {
          label: {
            sv: 'Hur långt har utvecklingsarbetet kommit?',
            en: 'How far has the development work come?',
          },
          short: { sv: 'Utvecklingsarbetet i dag', en: 'Development work today' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj hur långt utvecklingsarbetet har kommit.',
            en: 'Choose how far the development work has come.',
          },
          zone: 'analytic',
        }),
        eu_funding_awareness_before: choice(euSupportAwareness, {
          label: {
            sv: 'Kände företaget till EU-finansierat stöd före besöket?',
            en: 'Did the company know of EU-funded support before the visit?',
          },
          short: { sv: 'Kännedom om EU-finansierat stöd', en: 'Knowledge of EU-funded support' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj om företaget kände till EU-finansierat stöd.',
            en: 'Choose whether the company knew of EU-funded support.',
          },
          zone: 'analytic',
        }),
        support_actors_known: choices(supportActors, {
          label: {
            sv: 'Vilka stödaktörer känner företaget till?',
            en: 'Which support organisations does the company know of?',
          },
          short: { sv: 'Kända stödaktörer', en: 'Known support organisations' },
          wanted: 'optional',
          zone: 'analytic',
        }),
      },
    ),
    section({ sv: 'Juridisk form och bransch', en: 'Legal form and sector' }, companyIndustry),
    section({ sv: 'Storlek', en: 'Size' }, companySize),
    step(
      { sv: 'Mognad', en: 'Maturity' },
      {
        maturity_pe: scale({
          label: {
            sv: 'Hur långt har företaget kommit med produktionseffektivisering?',
            en: 'How far has the company come with production efficiency?',
          },
          short: { sv: 'Mognad i produktionseffektivisering', en: 'Maturity in production efficiency' },
          hint: highestStep,
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj ett mognadssteg för produktionseffektivisering.',
            en: 'Choose a maturity step for production efficiency.',
          },
          ...staircase,
          labels: productionEfficiencySteps,
          zone: 'analytic',
        }),
        maturity_dig: scale({
          label: {
            sv: 'Hur långt har företaget kommit med digitalisering?',
            en: 'How far has the company come with digitalisation?',
          },
          short: { sv: 'Mognad i digitalisering', en: 'Maturity in digitalisation' },
          hint: highestStep,
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj ett mognadssteg för digitalisering.',
            en: 'Choose a maturity step for digitalisation.',
          },
          ...staircase,
          labels: digitalisationSteps,
          zone: 'analytic',
        }),
        maturity_aut: scale({
          label: {
            sv: 'Hur långt har företaget kommit med automation?',
            en: 'How far has the company come with automation?',
          },
          short: { sv: 'Mognad i automation', en: 'Maturity in automation' },
          hint: highestStep,
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj ett mognadssteg för automation.',
            en: 'Choose a maturity step for automation.',
          },
          ...staircase,
          labels: automationSteps,
          zone: 'analytic',
        }),
        maturity_basis: choice(maturityAssessors, {
          label: { sv: 'Vem bedömde mognaden?', en: 'Who assessed the maturity?' },
          short: { sv: 'Vem som bedömde mognaden', en: 'Who assessed the maturity' },
          wanted: 'neededToCount',
          missing: { sv: 'Välj vem som bedömde mognaden.', en: 'Choose who assessed the maturity.' },
          shownWhen: some(atLeast('maturity_pe', 0), atLeast('maturity_dig', 0), atLeast('maturity_aut', 0)),
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Hållbarhet', en: 'Sustainability' },
      {
        sust_env_state: scale({
          label: {
            sv: 'Hur långt har företaget kommit i arbetet med miljömässig hållbarhet?',
            en: 'How far has the company come in environmental sustainability?',
          },
          short: { sv: 'Miljömässig hållbarhet', en: 'Environmental sustainability' },
          hint: { sv: 'Energi, klimat och cirkularitet.', en: 'Energy, climate and circularity.' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj ett steg för miljömässig hållbarhet.',
            en: 'Choose a step for environmental sustainability.',
          },
          ...staircase,
          labels: generalSteps,
          zone: 'analytic',
        }),
        sust_env_topics: choices(environmentalTopics, {
          label: {
            sv: 'Vilka miljöfrågor är viktiga för företaget?',
            en: 'Which environmental issues matter to the company?',
          },
          short: { sv: 'Miljöfrågor', en: 'Environmental issues' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        sust_env_note: longText({
          label: { sv: 'Anteckning om miljömässig hållbarhet', en: 'Note on environmental sustainability' },
          hint: noPersonalData,
          wanted: 'optional',
          max: 600,
          zone: 'confidential',
        }),
        sust_soc_state: scale({
          label: {
            sv: 'Hur långt har företaget kommit i arbetet med social hållbarhet?',
            en: 'How far has the company come in social sustainability?',
          },
          short: { sv: 'Social hållbarhet', en: 'Social sustainability' },
          hint: {
            sv: 'Arbetsmiljö, jämställdhet, inkludering och leverantörskedja.',
            en: 'Work environment, gender equality, inclusion and supply chain.',
          },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj ett steg för social hållbarhet.',
            en: 'Choose a step for social sustainability.',
          },
          ...staircase,
          labels: generalSteps,
          zone: 'analytic',
        }),
        sust_soc_topics: choices(socialTopics, {
          label: {
            sv: 'Vilka sociala frågor är viktiga för företaget?',
            en: 'Which social issues matter to the company?',
          },
          short: { sv: 'Sociala frågor', en: 'Social issues' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        sust_soc_note: longText({
          label: { sv: 'Anteckning om social hållbarhet', en: 'Note on social sustainability' },
          hint: noPersonalData,
          wanted: 'optional',
          max: 600,
          zone: 'confidential',
        }),
        sust_eco_state: scale({
          label: {
            sv: 'Hur långt har företaget kommit i arbetet med ekonomisk hållbarhet?',
            en: 'How far has the company come in economic sustainability?',
          },
          short: { sv: 'Ekonomisk hållbarhet', en: 'Economic sustainability' },
          hint: {
            sv: 'Lönsamhet, investeringsförmåga och riskspridning.',
            en: 'Profitability, ability to invest and risk diversification.',
          },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj ett steg för ekonomisk hållbarhet.',
            en: 'Choose a step for economic sustainability.',
          },
          ...staircase,
          labels: generalSteps,
          zone: 'analytic',
        }),
        sust_eco_topics: choices(economicTopics, {
          label: {
            sv: 'Vilka ekonomiska frågor är viktiga för företaget?',
            en: 'Which economic issues matter to the company?',
          },
          short: { sv: 'Ekonomiska frågor', en: 'Economic issues' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        sust_eco_note: longText({
          label: { sv: 'Anteckning om ekonomisk hållbarhet', en: 'Note on economic sustainability' },
          hint: noPersonalData,
          wanted: 'optional',
          max: 600,
          zone: 'confidential',
        }),
      },
    ),
    section(
      { sv: 'Jämställdhet och rekrytering', en: 'Gender equality and recruitment' },
      {
        women_share_management: choice(womenShares, {
          label: {
            sv: 'Hur stor andel av ledningen är kvinnor?',
            en: 'What share of the management are women?',
          },
          short: { sv: 'Andel kvinnor i ledningen', en: 'Share of women in management' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        recruitment_actions: choices(recruitmentActions, {
          alone: ['none'],
          label: {
            sv: 'Vad gör företaget för att bredda rekryteringen?',
            en: 'What does the company do to broaden its recruitment?',
          },
          short: { sv: 'Åtgärder för bredare rekrytering', en: 'Actions for broader recruitment' },
          wanted: 'optional',
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Behoven', en: 'The needs' },
      {
        areas: matrix(needAreas, {
          ...tbn.areas,
          wanted: 'neededToCount',
          item: 'area',
          mandatoryCells: ['current_state'],
          // Asked in the steps before, with the words of the area.
          given: {
            current_state: {
              production_efficiency: 'maturity_pe',
              automation: 'maturity_aut',
              digitalisation: 'maturity_dig',
              sust_environment: 'sust_env_state',
              sust_social: 'sust_soc_state',
              sust_economic: 'sust_eco_state',
            },
          },
          zone: 'analytic',
          fields: {
            priority: choice(needPriorities, {
              ...tbn.questions.priority,
              wanted: 'neededToCount',
              zone: 'analytic',
            }),
            current_state: scale({
              ...staircase,
              ...tbn.questions.current_state,
              wanted: 'neededToCount',
              zone: 'analytic',
            }),
            challenge_text: longText({
              ...tbn.questions.challenge_text,
              hint: noPersonalData,
              wanted: 'neededToCount',
              shownWhen: some(is('priority', '2'), is('priority', '3')),
              max: 600,
              zone: 'confidential',
            }),
            wants_support: yesNo({
              ...tbn.questions.wants_support,
              wanted: 'neededToCount',
              shownWhen: isNeed,
              zone: 'analytic',
            }),
          },
        }),
        top3: ranked(needAreas, {
          ...tbn.top3,
          wanted: 'neededToCount',
          shownWhen: anyRow('areas', isNeed),
          max: 3,
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Nästa steg', en: 'Next steps' },
      {
        engagement_level: scale({
          label: { sv: 'Hur engagerat är företaget?', en: 'How engaged is the company?' },
          short: { sv: 'Engagemang', en: 'Engagement' },
          wanted: 'neededToCount',
          missing: { sv: 'Välj hur engagerat företaget är.', en: 'Choose how engaged the company is.' },
          from: 1,
          to: 3,
          labels: {
            1: { sv: 'Lågt', en: 'Low' },
            2: { sv: 'Medel', en: 'Medium' },
            3: {
              sv: 'Högt: tid är avsatt och beslutsfattare är med',
              en: 'High: time is set aside and decision makers are involved',
            },
          },
          zone: 'analytic',
        }),
        proposed_next: choices(nextSteps, {
          alone: ['none'],
          label: { sv: 'Vad föreslår du som nästa steg?', en: 'What do you propose as the next step?' },
          short: { sv: 'Föreslaget nästa steg', en: 'Proposed next step' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj minst ett nästa steg, eller ”Inget nästa steg”.',
            en: 'Choose at least one next step, or “No next step”.',
          },
          zone: 'analytic',
        }),
        agreed_actions: longText({
          label: { sv: 'Vad kom ni överens om?', en: 'What did you agree on?' },
          short: { sv: 'Överenskommelser', en: 'Agreed actions' },
          hint: noPersonalData,
          wanted: 'optional',
          max: 800,
          zone: 'confidential',
        }),
        company_feedback_sent_on: date({
          label: { sv: 'När fick företaget återkoppling?', en: 'When did the company get its feedback?' },
          short: { sv: 'Datum för återkoppling', en: 'Date of the feedback' },
          hint: {
            sv: 'År-månad-dag. Lämna tomt om den inte är skickad.',
            en: 'Year-month-day. Leave empty if it has not been sent.',
          },
          wanted: 'optional',
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
        use_permission: choice(needsPermissions, {
          label: {
            sv: 'Får vi spara företagets behov i behovsdatabasen?',
            en: 'May we keep the company’s needs in the needs database?',
          },
          short: { sv: 'Tillstånd att spara behoven', en: 'Permission to keep the needs' },
          hint: {
            sv: 'Fråga företaget. I databasen samlas företagens behov, så att de kan få rätt stöd även efter projektet. Svarar företaget nej, eller är det inte tillfrågat än, används behoven bara i det här projektet.',
            en: 'Ask the company. The database gathers companies’ needs, so that they can get the right support after the project too. If the company says no, or has not been asked yet, its needs are used in this project only.',
          },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj om behoven får sparas.',
            en: 'Choose whether the needs may be kept.',
          },
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [
    sumAtLeastOnceAnswered(
      1,
      ['company_participants_women', 'company_participants_men', 'company_participants_undisclosed'],
      'company_participants_women',
      {
        sv: 'Ange minst en deltagare från företaget sammanlagt.',
        en: 'Enter at least one participant from the company in total.',
      },
    ),
    eachRankedHas('top3', 'areas', 'priority', ['1', '2', '3'], {
      sv: 'Välj bara bland de områden där du har angett ett behov.',
      en: 'Choose only among the areas where you stated a need.',
    }),
  ],
});
