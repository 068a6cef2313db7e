import { projectOfIt } from './blocks/project.ts';
import { versionCode } from './blocks/version-code.ts';
import { is, some } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { integer } from './kinds/integer.ts';
import { longText } from './kinds/long-text.ts';
import { text } from './kinds/text.ts';
import { mainFocusAreas } from './lists/main-focus-areas.ts';
import { methodKinds } from './lists/method-kinds.ts';
import { methodStatuses } from './lists/method-statuses.ts';

/**
 * A method, tool or template that the project has made, and that the members of IUC Industrihubb are offered when the
 * project has ended. It counts in the period in which it was first tried, whatever status it gets later.
 */
export const method = form({
  id: 'method',
  title: { sv: 'Metoder och erbjudanden', en: 'Methods and offers' },
  intro: {
    sv: 'Registrera en metod en gång. Rätta posten när metoden får en ny version eller status.',
    en: 'Register a method once. Correct the record when the method gets a new version or status.',
  },
  send: { staff: ['project_manager'] },
  activityDate: 'ready_on',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Vad det är', en: 'What it is' },
      {
        title: text({
          label: { sv: 'Namn', en: 'Name' },
          wanted: 'required',
          missing: { sv: 'Skriv namnet.', en: 'Enter the name.' },
          max: 150,
          zone: 'confidential',
        }),
        kind: choice(methodKinds, {
          label: { sv: 'Vad är det?', en: 'What is it?' },
          short: { sv: 'Slag', en: 'Kind' },
          wanted: 'required',
          missing: { sv: 'Välj vad det är.', en: 'Choose what it is.' },
          zone: 'analytic',
        }),
        focus_area: choice(mainFocusAreas, {
          label: { sv: 'Vilket fokusområde gäller det?', en: 'Which focus area is it about?' },
          short: { sv: 'Fokusområde', en: 'Focus area' },
          wanted: 'neededToCount',
          missing: { sv: 'Välj fokusområde.', en: 'Choose a focus area.' },
          zone: 'analytic',
        }),
        description: longText({
          label: { sv: 'Beskrivning', en: 'Description' },
          hint: {
            sv: 'Vad det är bra för, hur det används och var underlaget finns. Skriv inga personuppgifter.',
            en: 'What it is good for, how it is used and where its material is. Do not include personal information.',
          },
          wanted: 'optional',
          max: 2000,
          zone: 'confidential',
        }),
        version: code({
          label: { sv: 'Version', en: 'Version' },
          hint: { sv: 'Till exempel 2026-1.', en: 'For example 2026-1.' },
          wanted: 'optional',
          ...versionCode,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Vem som får använda den', en: 'Who may use it' },
      {
        owner: text({
          label: { sv: 'Vilken organisation äger den?', en: 'Which organisation owns it?' },
          short: { sv: 'Ägare', en: 'Owner' },
          hint: { sv: 'Skriv inget personnamn.', en: 'Do not enter the name of a person.' },
          wanted: 'optional',
          max: 150,
          zone: 'confidential',
        }),
        licence: text({
          label: {
            sv: 'På vilka villkor får andra använda den?',
            en: 'On what terms may others use it?',
          },
          short: { sv: 'Licens', en: 'Licence' },
          hint: {
            sv: 'Till exempel CC BY 4.0, eller bara för medlemmar.',
            en: 'For example CC BY 4.0, or for members only.',
          },
          wanted: 'optional',
          max: 150,
          zone: 'confidential',
        }),
      },
    ),
    section(
      { sv: 'Hur långt den har kommit', en: 'How far it has come' },
      {
        status: choice(methodStatuses, {
          label: { sv: 'Vilken status har den?', en: 'What is its status?' },
          short: { sv: 'Status', en: 'Status' },
          wanted: 'required',
          missing: { sv: 'Välj status.', en: 'Choose a status.' },
          zone: 'analytic',
        }),
        ready_on: date({
          label: { sv: 'Vilken dag prövades den först?', en: 'On which day was it first tried?' },
          short: { sv: 'Datum då den först prövades', en: 'Date when it was first tried' },
          hint: {
            sv: 'För ett utkast: dagen då det skrevs. Ändra inte dagen när den börjar förvaltas. År-månad-dag, till exempel 2026-09-10.',
            en: 'For a draft: the day it was written. Do not change the day when it becomes managed. Year-month-day, for example 2026-09-10.',
          },
          wanted: 'required',
          missing: {
            sv: 'Ange vilken dag den först prövades, eller vilken dag utkastet skrevs.',
            en: 'Enter the day on which it was first tried, or on which the draft was written.',
          },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
        tested_with_n_companies: integer({
          label: { sv: 'I hur många företag är den prövad?', en: 'In how many companies was it tried?' },
          short: { sv: 'Antal företag som har prövat', en: 'Companies that tried it' },
          wanted: 'optional',
          shownWhen: some(is('status', 'tested'), is('status', 'managed')),
          min: 1,
          max: 10_000,
          zone: 'analytic',
        }),
        ...projectOfIt,
      },
    ),
  ],
  rules: [],
});
