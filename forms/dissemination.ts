import { companyKeyOfIt } from './blocks/company.ts';
import { projectOfIt } from './blocks/project.ts';
import { versionCode } from './blocks/version-code.ts';
import { is } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { integer } from './kinds/integer.ts';
import { text } from './kinds/text.ts';
import { yesNo } from './kinds/yes-no.ts';
import { disseminationChannels } from './lists/dissemination-channels.ts';
import { disseminationKinds } from './lists/dissemination-kinds.ts';
import { disseminationTargets } from './lists/dissemination-targets.ts';
import { workRoles } from './lists/work-roles.ts';
import { notAfter } from './rules/not-after.ts';

const isAboutOneCompany = is('kind', 'company_case');

/**
 * One time that results were spread. A company is named in public only when it has approved the text in writing: by
 * whom, when and which version stand here, and without them there is no such record.
 */
export const dissemination = form({
  id: 'dissemination',
  title: { sv: 'Resultatspridning', en: 'Dissemination' },
  intro: {
    sv: 'Fyll i ett formulär varje gång projektet sprider resultat eller information.',
    en: 'Fill in one form each time the project spreads results or information.',
  },
  send: { staff: ['communication', 'project_manager'] },
  activityDate: 'date',
  company: 'company_key',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Spridningen', en: 'What was spread' },
      {
        date: date({
          label: { sv: 'Vilken dag spreds det?', en: 'On which day was it spread?' },
          short: { sv: 'Datum', en: 'Date' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-09-10.',
            en: 'Year-month-day, for example 2026-09-10.',
          },
          wanted: 'required',
          missing: { sv: 'Ange vilken dag det spreds.', en: 'Enter the day on which it was spread.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
        title: text({
          label: { sv: 'Rubrik', en: 'Title' },
          hint: {
            sv: 'Så att ni känner igen det. Skriv inget personnamn.',
            en: 'So that you recognise it. Do not enter the name of a person.',
          },
          wanted: 'optional',
          max: 150,
          zone: 'confidential',
        }),
        channel: choice(disseminationChannels, {
          label: { sv: 'I vilken kanal?', en: 'In which channel?' },
          short: { sv: 'Kanal', en: 'Channel' },
          wanted: 'required',
          missing: { sv: 'Välj kanal.', en: 'Choose a channel.' },
          zone: 'analytic',
        }),
        kind: choice(disseminationKinds, {
          label: { sv: 'Vad handlade det om?', en: 'What was it about?' },
          short: { sv: 'Innehåll', en: 'Content' },
          wanted: 'required',
          missing: { sv: 'Välj vad det handlade om.', en: 'Choose what it was about.' },
          zone: 'analytic',
        }),
        target: choices(disseminationTargets, {
          label: { sv: 'Vem var det till för?', en: 'Whom was it for?' },
          short: { sv: 'Målgrupp', en: 'Target group' },
          hint: { sv: 'Välj en eller flera.', en: 'Choose one or more.' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        reach: integer({
          label: { sv: 'Hur många nådde det?', en: 'How many did it reach?' },
          short: { sv: 'Räckvidd', en: 'Reach' },
          hint: {
            sv: 'Antal läsare, visningar eller åhörare. Lämna tomt om du inte vet.',
            en: 'Number of readers, views or listeners. Leave this empty if you do not know.',
          },
          wanted: 'optional',
          min: 0,
          max: 100_000_000,
          zone: 'analytic',
        }),
        ...projectOfIt,
      },
    ),
    section(
      { sv: 'Företaget och dess godkännande', en: 'The company and its approval' },
      {
        company_key: { ...companyKeyOfIt.company_key, shownWhen: isAboutOneCompany },
        publication_approval_role: choice(workRoles, {
          label: {
            sv: 'Vilken roll har den som godkände texten?',
            en: 'What is the role of the person who approved it?',
          },
          short: { sv: 'Godkänd av', en: 'Approved by' },
          hint: {
            sv: 'Företaget ska ha godkänt texten skriftligt innan den spreds.',
            en: 'The company must have approved the text in writing before it was spread.',
          },
          wanted: 'required',
          missing: {
            sv: 'Välj vilken roll den har som godkände texten.',
            en: 'Choose the role of the person who approved the text.',
          },
          shownWhen: isAboutOneCompany,
          zone: 'analytic',
        }),
        publication_approval_date: date({
          label: {
            sv: 'Vilken dag godkände företaget texten?',
            en: 'On which day did the company approve it?',
          },
          short: { sv: 'Datum för godkännandet', en: 'Date of the approval' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-09-10.',
            en: 'Year-month-day, for example 2026-09-10.',
          },
          wanted: 'required',
          missing: {
            sv: 'Ange vilken dag företaget godkände texten.',
            en: 'Enter the day on which the company approved the text.',
          },
          shownWhen: isAboutOneCompany,
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
        publication_approval_text_version: code({
          label: {
            sv: 'Vilken version av texten godkände företaget?',
            en: 'Which version of the text did the company approve?',
          },
          short: { sv: 'Godkänd version av texten', en: 'Approved version of the text' },
          hint: { sv: 'Till exempel 2026-1.', en: 'For example 2026-1.' },
          wanted: 'required',
          missing: {
            sv: 'Ange vilken version av texten företaget godkände.',
            en: 'Enter which version of the text the company approved.',
          },
          shownWhen: isAboutOneCompany,
          ...versionCode,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'EU och inkludering', en: 'The EU and inclusion' },
      {
        eu_emblem_used: yesNo({
          label: {
            sv: 'Fanns EU-emblemet med, och texten Medfinansieras av Europeiska unionen?',
            en: 'Was the EU emblem there, with the words Co-funded by the European Union?',
          },
          short: { sv: 'EU-emblemet användes', en: 'The EU emblem was used' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Svara om EU-emblemet fanns med.',
            en: 'Answer whether the EU emblem was there.',
          },
          zone: 'analytic',
        }),
        inclusion_checklist_background: yesNo({
          label: {
            sv: 'Är texter och bilder inkluderande med tanke på bakgrund?',
            en: 'Do texts and pictures include people of different backgrounds?',
          },
          short: { sv: 'Inkluderande, bakgrund', en: 'Inclusive, background' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        inclusion_checklist_gender: yesNo({
          label: {
            sv: 'Är texter och bilder inkluderande med tanke på kön?',
            en: 'Do texts and pictures include all genders?',
          },
          short: { sv: 'Inkluderande, kön', en: 'Inclusive, gender' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        inclusion_checklist_age: yesNo({
          label: {
            sv: 'Är texter och bilder inkluderande med tanke på ålder?',
            en: 'Do texts and pictures include people of all ages?',
          },
          short: { sv: 'Inkluderande, ålder', en: 'Inclusive, age' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        inclusion_checklist_geography: yesNo({
          label: {
            sv: 'Når det hela länet?',
            en: 'Does it reach the whole county?',
          },
          short: { sv: 'Inkluderande, geografi', en: 'Inclusive, geography' },
          wanted: 'optional',
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [
    notAfter('publication_approval_date', 'date', 'publication_approval_date', {
      sv: 'Företaget ska ha godkänt texten innan den spreds. Kontrollera båda datumen.',
      en: 'The company must have approved the text before it was spread. Check both dates.',
    }),
  ],
});
