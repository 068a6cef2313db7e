import { anyDay } from './blocks/any-day.ts';
import { companyKeyOfIt } from './blocks/company.ts';
import { needsAnalysisOfIt } from './blocks/needs-reference.ts';
import { projectOfIt } from './blocks/project.ts';
import { stepTaken } from './blocks/step-taken.ts';
import { all, answered, is, isNot, missing, some } from './grammar/conditions.ts';
import { requiredWhen } from './grammar/field.ts';
import { form, section, step } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { date } from './kinds/date.ts';
import { decimal } from './kinds/decimal.ts';
import { integer } from './kinds/integer.ts';
import { longText } from './kinds/long-text.ts';
import { money } from './kinds/money.ts';
import { organisationsnummer } from './kinds/organisationsnummer.ts';
import { scale } from './kinds/scale.ts';
import { text } from './kinds/text.ts';
import { yesNo } from './kinds/yes-no.ts';
import { developmentSteps } from './lists/development-steps.ts';
import { interventionAidTreatments } from './lists/intervention-aid-treatments.ts';
import { interventionProviders } from './lists/intervention-providers.ts';
import { interventionPurposes } from './lists/intervention-purposes.ts';
import { interventionStatuses } from './lists/intervention-statuses.ts';
import { interventionTypes } from './lists/intervention-types.ts';
import { mainFocusAreas } from './lists/main-focus-areas.ts';
import { generalSteps, notAssessed } from './lists/maturity-steps.ts';
import { needAreas } from './lists/need-areas.ts';
import { organisationsnummerMissingReasons } from './lists/organisationsnummer-missing-reasons.ts';
import { workRoles } from './lists/work-roles.ts';
import { atMost } from './rules/at-most.ts';
import { notAfter } from './rules/not-after.ts';
import { notTogether } from './rules/not-together.ts';
import { sumAtLeastOnceAnswered } from './rules/sum-at-least.ts';

const noPersonalData = { sv: 'Skriv inga personuppgifter.', en: 'Do not include personal information.' };
const hours = { sv: 'timmar', en: 'hours' };
/** More than anybody works on one intervention. */
const hoursMax = 10_000;
const participantsMax = 1000;
const staircase = { from: 0, to: 5, labels: generalSteps, none: notAssessed } as const;

/** What is planned may change freely. From then on something is at stake: aid, or what has been done. */
const isBeyondPlan = isNot('status', 'planned');
const mustHaveBegun = some(is('status', 'ongoing'), is('status', 'completed'));
const mayHaveBegun = some(mustHaveBegun, is('status', 'cancelled'));
/** What was cancelled after its start was aid as much as what goes on. */
const hasBegun = some(mustHaveBegun, all(is('status', 'cancelled'), answered('actual_start')));
const isCompleted = is('status', 'completed');
const byExpert = some(is('delivered_by', 'both'), is('delivered_by', 'domain_expert'));
const byDeveloper = some(is('delivered_by', 'developer'), is('delivered_by', 'both'));
const isDeMinimis = is('aid_treatment', 'de_minimis');
const isConfirmed = is('company_confirms', true);

/**
 * Work in one company for a step in its development. Ten answers plan it; when it begins, the state aid has to be in
 * order; when it is completed, what came of it is asked. Each new status is a correction of the record.
 *
 * The planned start decides which period and project it belongs to: it is always there, and an intervention that takes
 * longer than planned stays in its project. When it was completed, `end_date` says.
 */
export const intervention = form({
  id: 'intervention',
  title: { sv: 'Utvecklingsstödjande insats', en: 'Development-supporting intervention' },
  intro: {
    sv: 'Fyll i det första steget när insatsen planeras. Mer frågas när du ändrar statusen: först om statsstöd, sist om resultatet.',
    en: 'Fill in the first step when the intervention is planned. More is asked when you change its status: first about state aid, last about the result.',
  },
  send: { staff: ['industrial_developer', 'project_manager', 'expert'] },
  activityDate: 'planned_start',
  company: 'company_key',
  // The company is named by its key, so this is about the supplier alone: a sole trader's name is a person's.
  soleTrader: some(
    is('supplier_organisationsnummer_missing_reason', 'sole_trader'),
    is('supplier_organisationsnummer_missing_reason', 'private_person'),
  ),
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    step(
      { sv: 'Insatsen', en: 'The intervention' },
      {
        ...companyKeyOfIt,
        ...needsAnalysisOfIt,
        need_areas: choices(needAreas, {
          label: { sv: 'Vilka behov gäller insatsen?', en: 'Which needs is the intervention about?' },
          short: { sv: 'Behov', en: 'Needs' },
          hint: { sv: 'Välj ett eller flera.', en: 'Choose one or more.' },
          wanted: 'required',
          missing: { sv: 'Välj minst ett behov.', en: 'Choose at least one need.' },
          zone: 'analytic',
        }),
        focus_area: choice(mainFocusAreas, {
          label: { sv: 'Vilket fokusområde?', en: 'Which focus area?' },
          short: { sv: 'Fokusområde', en: 'Focus area' },
          wanted: 'required',
          missing: { sv: 'Välj ett fokusområde.', en: 'Choose a focus area.' },
          zone: 'analytic',
        }),
        purpose: choice(interventionPurposes, {
          label: { sv: 'Vad är syftet?', en: 'What is the purpose?' },
          short: { sv: 'Syfte', en: 'Purpose' },
          wanted: 'required',
          missing: { sv: 'Välj syftet.', en: 'Choose the purpose.' },
          zone: 'analytic',
        }),
        intervention_type: choice(interventionTypes, {
          label: { sv: 'Vilken typ av insats är det?', en: 'What type of intervention is it?' },
          short: { sv: 'Typ av insats', en: 'Type of intervention' },
          wanted: 'required',
          missing: {
            sv: 'Välj vilken typ av insats det är.',
            en: 'Choose what type of intervention it is.',
          },
          zone: 'analytic',
        }),
        title: text({
          label: { sv: 'Rubrik', en: 'Title' },
          hint: {
            sv: 'Till exempel Värdeflöde i svetshallen.',
            en: 'For example Value stream in the weld shop.',
          },
          wanted: 'required',
          missing: { sv: 'Skriv insatsens rubrik.', en: 'Enter the title of the intervention.' },
          max: 150,
          zone: 'confidential',
        }),
        goal_text: longText({
          label: { sv: 'Vad ska företaget uppnå?', en: 'What is the company to achieve?' },
          short: { sv: 'Mål', en: 'Goal' },
          hint: noPersonalData,
          wanted: 'required',
          missing: { sv: 'Skriv vad företaget ska uppnå.', en: 'Enter what the company is to achieve.' },
          max: 600,
          zone: 'confidential',
        }),
        delivered_by: choice(interventionProviders, {
          label: { sv: 'Vem genomför insatsen?', en: 'Who carries out the intervention?' },
          short: { sv: 'Genomförs av', en: 'Carried out by' },
          wanted: 'required',
          missing: { sv: 'Välj vem som genomför insatsen.', en: 'Choose who carries out the intervention.' },
          zone: 'analytic',
        }),
        planned_start: date({
          label: { sv: 'Vilken dag är den planerad att börja?', en: 'On which day is it planned to start?' },
          short: { sv: 'Planerad start', en: 'Planned start' },
          wanted: 'required',
          missing: { sv: 'Ange planerat startdatum.', en: 'Enter the planned start date.' },
          ...anyDay,
          zone: 'analytic',
        }),
        status: choice(interventionStatuses, {
          label: { sv: 'Hur långt har insatsen kommit?', en: 'How far has the intervention come?' },
          short: { sv: 'Status', en: 'Status' },
          wanted: 'required',
          missing: {
            sv: 'Välj hur långt insatsen har kommit.',
            en: 'Choose how far the intervention has come.',
          },
          zone: 'analytic',
        }),
        ...projectOfIt,
      },
    ),
    section(
      { sv: 'Leverantören', en: 'The supplier' },
      {
        supplier_name: text({
          label: { sv: 'Leverantörens namn', en: 'Name of the supplier' },
          wanted: 'neededToCount',
          missing: { sv: 'Skriv leverantörens namn.', en: 'Enter the name of the supplier.' },
          shownWhen: byExpert,
          max: 150,
          zone: { company: 'confidential', soleTrader: 'personal' },
        }),
        supplier_organisationsnummer: organisationsnummer({
          label: {
            sv: 'Leverantörens organisationsnummer',
            en: 'Organisationsnummer (Swedish company number) of the supplier',
          },
          short: { sv: 'Leverantörens organisationsnummer', en: 'Organisationsnummer of the supplier' },
          hint: {
            sv: 'Tio siffror, till exempel 556036-0793. Aldrig ett personnummer.',
            en: 'Ten digits, for example 556036-0793. Never a personal identity number.',
          },
          wanted: 'optional',
          shownWhen: byExpert,
          zone: { company: 'analytic', soleTrader: 'personal' },
        }),
        supplier_organisationsnummer_missing_reason: choice(organisationsnummerMissingReasons, {
          label: {
            sv: 'Saknar leverantören organisationsnummer? Varför?',
            en: 'Does the supplier have no organisationsnummer? Why not?',
          },
          short: {
            sv: 'Varför leverantörens organisationsnummer saknas',
            en: 'Why the supplier’s organisationsnummer is missing',
          },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange leverantörens organisationsnummer, eller välj varför det saknas.',
            en: 'Enter the organisationsnummer of the supplier, or choose why it is missing.',
          },
          shownWhen: all(byExpert, missing('supplier_organisationsnummer')),
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Statsstöd', en: 'State aid' },
      {
        aid_treatment: choice(interventionAidTreatments, {
          label: {
            sv: 'Är insatsen statsstöd till företaget?',
            en: 'Is the intervention state aid to the company?',
          },
          short: { sv: 'Statsstödsbedömning', en: 'State aid assessment' },
          hint: {
            sv: 'Är den försumbart stöd måste Tillväxtverket ha beslutat innan den börjar.',
            en: 'If it is de minimis aid, the Swedish Agency for Economic and Regional Growth must have decided before it begins.',
          },
          wanted: requiredWhen(hasBegun),
          missing: {
            sv: 'Välj om insatsen är statsstöd.',
            en: 'Choose whether the intervention is state aid.',
          },
          shownWhen: isBeyondPlan,
          zone: 'analytic',
        }),
        gross_grant_equivalent_sek: money({
          label: { sv: 'Hur stort är stödet?', en: 'How large is the aid?' },
          short: { sv: 'Stödvärde', en: 'Aid value' },
          hint: {
            sv: 'Bruttobidragsekvivalenten: timmarna gånger timpriset, plus den externa kostnaden.',
            en: 'The gross grant equivalent: the hours times the hourly rate, plus the external cost.',
          },
          wanted: requiredWhen(hasBegun),
          missing: { sv: 'Ange stödets värde i kronor.', en: 'Enter the value of the aid in kronor.' },
          shownWhen: some(isDeMinimis, is('aid_treatment', 'gber_28')),
          min: 0,
          max: 10_000_000,
          zone: 'confidential',
        }),
        dm_certificate_date: date({
          label: {
            sv: 'Vilken dag skrev företaget under intyget om försumbart stöd?',
            en: 'On which day did the company sign the certificate on de minimis aid?',
          },
          short: { sv: 'Datum för intyget', en: 'Date of the certificate' },
          wanted: requiredWhen(hasBegun),
          missing: {
            sv: 'Ange vilken dag företaget skrev under intyget.',
            en: 'Enter the day on which the company signed the certificate.',
          },
          shownWhen: isDeMinimis,
          ...anyDay,
          happened: true,
          zone: 'confidential',
        }),
        dm_prior_total_eur: decimal({
          label: {
            sv: 'Hur mycket försumbart stöd har hela koncernen fått de senaste tre åren?',
            en: 'How much de minimis aid has the whole group had in the last three years?',
          },
          short: { sv: 'Tidigare försumbart stöd', en: 'Prior de minimis aid' },
          hint: {
            sv: 'I euro, enligt intyget. Taket är 300 000 euro på tre år, enligt förordning (EU) 2023/2831. Skriv 0 om det inte finns något belopp.',
            en: 'In euro, according to the certificate. The ceiling is 300 000 euro in three years, by Regulation (EU) 2023/2831. Enter 0 if there is none.',
          },
          wanted: requiredWhen(hasBegun),
          missing: {
            sv: 'Ange tidigare försumbart stöd i euro. Skriv 0 om det inte finns något belopp.',
            en: 'Enter prior de minimis aid in euro. Enter 0 if there is none.',
          },
          shownWhen: isDeMinimis,
          min: 0,
          max: 10_000_000,
          decimals: 2,
          unit: { sv: 'euro', en: 'euro' },
          zone: 'confidential',
        }),
        dm_decision_ref: text({
          label: { sv: 'Beteckning på Tillväxtverkets beslut', en: 'Reference of the agency’s decision' },
          short: { sv: 'Tillväxtverkets beslut', en: 'Decision on de minimis aid' },
          hint: { sv: 'Ärende-id eller diarienummer.', en: 'The case id or registration number.' },
          wanted: requiredWhen(hasBegun),
          missing: {
            sv: 'Ange beteckningen på beslutet. Finns det inget beslut ännu, välj statusen ”Väntar på beslut om försumbart stöd”.',
            en: 'Enter the reference of the decision. If there is no decision yet, choose the status “Awaiting a decision on de minimis aid”.',
          },
          shownWhen: isDeMinimis,
          max: 100,
          zone: 'confidential',
        }),
        dm_decision_date: date({
          label: {
            sv: 'Vilken dag beslutade Tillväxtverket?',
            en: 'On which day did the agency decide?',
          },
          short: { sv: 'Datum för Tillväxtverkets beslut', en: 'Date of the decision on de minimis aid' },
          wanted: requiredWhen(hasBegun),
          missing: {
            sv: 'Ange vilken dag Tillväxtverket beslutade. Finns det inget beslut ännu, välj statusen ”Väntar på beslut om försumbart stöd”.',
            en: 'Enter the day on which the agency decided. If there is no decision yet, choose the status “Awaiting a decision on de minimis aid”.',
          },
          shownWhen: isDeMinimis,
          ...anyDay,
          happened: true,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Starten', en: 'The start' },
      {
        actual_start: date({
          label: { sv: 'Vilken dag började insatsen?', en: 'On which day did the intervention start?' },
          short: { sv: 'Faktisk start', en: 'Actual start' },
          wanted: requiredWhen(mustHaveBegun),
          missing: { sv: 'Ange vilken dag insatsen började.', en: 'Enter the day on which it started.' },
          shownWhen: mayHaveBegun,
          ...anyDay,
          happened: true,
          zone: 'analytic',
        }),
        maturity_before: scale({
          label: {
            sv: 'Hur långt hade företaget kommit i fokusområdet före insatsen?',
            en: 'How far had the company come in the focus area before the intervention?',
          },
          short: { sv: 'Mognad före insatsen', en: 'Maturity before the intervention' },
          hint: {
            sv: 'Välj det högsta steg som stämmer helt.',
            en: 'Choose the highest step that is entirely true.',
          },
          wanted: requiredWhen(mustHaveBegun),
          missing: {
            sv: 'Välj ett mognadssteg före insatsen, eller ”Inte bedömt”.',
            en: 'Choose a maturity step before the intervention, or “Not assessed”.',
          },
          shownWhen: mayHaveBegun,
          ...staircase,
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Genomförandet', en: 'What was done' },
      {
        end_date: date({
          label: { sv: 'Vilken dag blev insatsen klar?', en: 'On which day was the intervention completed?' },
          short: { sv: 'Slutdatum', en: 'End date' },
          wanted: 'required',
          missing: {
            sv: 'Ange vilken dag insatsen blev klar.',
            en: 'Enter the day on which it was completed.',
          },
          shownWhen: isCompleted,
          ...anyDay,
          happened: true,
          zone: 'analytic',
        }),
        hours_developer: decimal({
          label: { sv: 'Industriutvecklarens tid', en: 'Time of the industrial developer' },
          short: { sv: 'Timmar, industriutvecklare', en: 'Hours, industrial developer' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange industriutvecklarens timmar.',
            en: 'Enter the hours of the industrial developer.',
          },
          shownWhen: all(isCompleted, byDeveloper),
          min: 0,
          max: hoursMax,
          decimals: 2,
          unit: hours,
          zone: 'analytic',
        }),
        hours_expert: decimal({
          label: { sv: 'Domänexpertens tid', en: 'Time of the domain expert' },
          short: { sv: 'Timmar, domänexpert', en: 'Hours, domain expert' },
          wanted: 'neededToCount',
          missing: { sv: 'Ange domänexpertens timmar.', en: 'Enter the hours of the domain expert.' },
          shownWhen: all(isCompleted, byExpert),
          min: 0,
          max: hoursMax,
          decimals: 2,
          unit: hours,
          zone: 'analytic',
        }),
        external_cost_sek: money({
          label: { sv: 'Vad kostade leverantören?', en: 'What did the supplier cost?' },
          short: { sv: 'Extern kostnad', en: 'External cost' },
          hint: { sv: 'I kronor, utan moms.', en: 'In kronor, without VAT.' },
          wanted: 'neededToCount',
          missing: { sv: 'Ange vad leverantören kostade.', en: 'Enter what the supplier cost.' },
          shownWhen: all(isCompleted, byExpert),
          min: 0,
          max: 10_000_000,
          zone: 'confidential',
        }),
        company_hours: decimal({
          label: { sv: 'Företagets egen tid', en: 'The company’s own time' },
          short: { sv: 'Timmar, företaget', en: 'Hours, the company' },
          wanted: 'optional',
          shownWhen: isCompleted,
          min: 0,
          max: hoursMax,
          decimals: 2,
          unit: hours,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Deltagare från företaget', en: 'Participants from the company' },
      {
        participants_women: integer({
          label: { sv: 'Antal kvinnor', en: 'Number of women' },
          short: { sv: 'Deltagande kvinnor från företaget', en: 'Women taking part from the company' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange antal kvinnor. Skriv 0 om det inte var någon.',
            en: 'Enter the number of women. Enter 0 if there were none.',
          },
          shownWhen: isCompleted,
          min: 0,
          max: participantsMax,
          zone: 'analytic',
        }),
        participants_men: integer({
          label: { sv: 'Antal män', en: 'Number of men' },
          short: { sv: 'Deltagande män från företaget', en: 'Men taking part from the company' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange antal män. Skriv 0 om det inte var någon.',
            en: 'Enter the number of men. Enter 0 if there were none.',
          },
          shownWhen: isCompleted,
          min: 0,
          max: participantsMax,
          zone: 'analytic',
        }),
        participants_undisclosed: integer({
          label: {
            sv: 'Antal övriga (annat alternativ eller vill inte uppge kön)',
            en: 'Number of others (another option or prefer not to say)',
          },
          short: { sv: 'Deltagande från företaget, övriga', en: 'Others taking part from the company' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange antal övriga. Skriv 0 om det inte var någon.',
            en: 'Enter the number of others. Enter 0 if there were none.',
          },
          shownWhen: isCompleted,
          min: 0,
          max: participantsMax,
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'Resultatet', en: 'The result' },
      {
        maturity_after: scale({
          label: {
            sv: 'Hur långt har företaget kommit i fokusområdet efter insatsen?',
            en: 'How far has the company come in the focus area after the intervention?',
          },
          short: { sv: 'Mognad efter insatsen', en: 'Maturity after the intervention' },
          hint: {
            sv: 'Välj det högsta steg som stämmer helt.',
            en: 'Choose the highest step that is entirely true.',
          },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj ett mognadssteg efter insatsen, eller ”Inte bedömt”.',
            en: 'Choose a maturity step after the intervention, or “Not assessed”.',
          },
          shownWhen: isCompleted,
          ...staircase,
          zone: 'analytic',
        }),
        development_step: choices(developmentSteps, {
          alone: ['none'],
          label: {
            sv: 'Vilka utvecklingssteg har företaget tagit?',
            en: 'Which steps has the company taken?',
          },
          short: { sv: 'Utvecklingssteg', en: 'Development steps' },
          hint: { sv: 'Välj ett eller flera.', en: 'Choose one or more.' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj minst ett utvecklingssteg, eller ”Inget steg ännu”.',
            en: 'Choose at least one step, or “No step yet”.',
          },
          shownWhen: isCompleted,
          zone: 'analytic',
        }),
        step_evidence_note: longText({
          label: { sv: 'Vad visar att stegen är tagna?', en: 'What shows that the steps were taken?' },
          short: { sv: 'Underlag', en: 'Evidence' },
          hint: {
            sv: 'Beskriv underlaget och var det finns, till exempel ett diarienummer. Skriv inga personuppgifter.',
            en: 'Describe the evidence and where it is kept, for example a registration number. Do not include personal information.',
          },
          wanted: 'neededToCount',
          missing: {
            sv: 'Skriv vad som visar att stegen är tagna, och var underlaget finns.',
            en: 'Enter what shows that the steps were taken, and where the evidence is kept.',
          },
          shownWhen: stepTaken('development_step'),
          max: 400,
          zone: 'confidential',
        }),
        report_delivered_on: date({
          label: { sv: 'När fick företaget rapporten?', en: 'When did the company get the report?' },
          short: { sv: 'Datum för rapporten', en: 'Date of the report' },
          wanted: 'optional',
          shownWhen: isCompleted,
          ...anyDay,
          hint: {
            sv: 'År-månad-dag. Lämna tomt om ingen rapport är lämnad.',
            en: 'Year-month-day. Leave empty if no report has been delivered.',
          },
          happened: true,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Företagets bekräftelse', en: 'The company’s confirmation' },
      {
        company_confirms: yesNo({
          label: {
            sv: 'Bekräftar företaget insatsen och resultatet?',
            en: 'Does the company confirm the intervention and its result?',
          },
          short: { sv: 'Företaget bekräftar', en: 'The company confirms' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Svara om företaget bekräftar insatsen och resultatet.',
            en: 'Answer whether the company confirms the intervention and its result.',
          },
          shownWhen: isCompleted,
          zone: 'analytic',
        }),
        confirm_role: choice(workRoles, {
          label: {
            sv: 'Vilken roll har den som bekräftade?',
            en: 'What is the role of the person who confirmed it?',
          },
          short: { sv: 'Bekräftat av, roll', en: 'Confirmed by, role' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj vilken roll den har som bekräftade.',
            en: 'Choose the role of the person who confirmed it.',
          },
          shownWhen: isConfirmed,
          zone: 'analytic',
        }),
        confirm_name: text({
          label: {
            sv: 'Vad heter den som bekräftade?',
            en: 'What is the name of the person who confirmed it?',
          },
          short: { sv: 'Bekräftat av, namn', en: 'Confirmed by, name' },
          hint: {
            sv: 'Behövs inte. Berätta för personen om du sparar namnet.',
            en: 'Not needed. Tell the person if you keep the name.',
          },
          wanted: 'optional',
          shownWhen: isConfirmed,
          max: 100,
          zone: 'personal',
        }),
        confirm_date: date({
          label: { sv: 'Vilken dag bekräftade företaget?', en: 'On which day did the company confirm?' },
          short: { sv: 'Datum för bekräftelsen', en: 'Date of the confirmation' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange vilken dag företaget bekräftade.',
            en: 'Enter the day on which the company confirmed.',
          },
          shownWhen: isConfirmed,
          ...anyDay,
          happened: true,
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [
    // Tillväxtverket decides by what the company has certified.
    notAfter('dm_certificate_date', 'dm_decision_date', 'dm_decision_date', {
      sv: 'Tillväxtverket beslutar utifrån företagets intyg. Ange en dag för beslutet som inte är före intygets, eller rätta datumet för intyget.',
      en: 'The agency decides by the certificate of the company. Enter a day of the decision that is not before that of the certificate, or correct the date of the certificate.',
    }),
    // The ceiling of article 3.2 of Regulation (EU) 2023/2831: what has reached more leaves no room for any aid.
    atMost('dm_prior_total_eur', 300_000, {
      sv: 'Taket för försumbart stöd är 300 000 euro på tre år. Har företaget fått mer än så kan insatsen inte vara försumbart stöd.',
      en: 'The ceiling of de minimis aid is 300 000 euro in three years. If the company has had more, the intervention cannot be de minimis aid.',
    }),
    // Tillväxtverket decides on de minimis aid before an intervention begins; on the same day is in time.
    notAfter('dm_decision_date', 'actual_start', 'actual_start', {
      sv: 'Insatsen får inte börja före Tillväxtverkets beslut. Ange en start samma dag eller senare, eller välj statusen ”Väntar på beslut om försumbart stöd”.',
      en: 'The intervention must not start before the agency has decided on the aid. Enter a start on the same day or later, or choose the status “Awaiting a decision on de minimis aid”.',
    }),
    notAfter('actual_start', 'end_date', 'end_date', {
      sv: 'Ange ett slutdatum som inte är före starten.',
      en: 'Enter an end date that is not before the start.',
    }),
    notTogether(
      [
        { field: 'status', values: ['completed'] },
        { field: 'aid_treatment', values: ['not_assessed'] },
      ],
      'aid_treatment',
      {
        sv: 'Bedöm statsstödet innan insatsen avslutas: välj något annat än ”Inte bedömt ännu”, eller låt statusen vara ”Pågår”.',
        en: 'Assess the state aid before the intervention is completed: choose something else than “Not assessed yet”, or leave the status “Ongoing”.',
      },
    ),
    sumAtLeastOnceAnswered(
      1,
      ['participants_women', 'participants_men', 'participants_undisclosed'],
      'participants_women',
      {
        sv: 'Ange minst en deltagare från företaget sammanlagt.',
        en: 'Enter at least one participant from the company in total.',
      },
    ),
  ],
});
