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
 * project has ended. It counts in the period in which it was ready, whatever status it gets later.
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
      { sv: 'Metoden', en: 'The method' },
      {
        title: text({
          label: { sv: 'Metodens namn', en: 'Name of the method' },
          wanted: 'required',
          missing: { sv: 'Skriv metodens namn.', en: 'Enter the name of the method.' },
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
            sv: 'Vad metoden är bra för, hur den används och var underlaget finns. Skriv inga personuppgifter.',
            en: 'What the method is good for, how it is used and where its material is. Do not include personal information.',
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
          label: { sv: 'Vilken organisation äger metoden?', en: 'Which organisation owns the method?' },
          short: { sv: 'Ägare', en: 'Owner' },
          hint: { sv: 'Skriv inget personnamn.', en: 'Do not enter the name of a person.' },
          wanted: 'optional',
          max: 150,
          zone: 'confidential',
        }),
        licence: text({
          label: {
            sv: 'På vilka villkor får andra använda metoden?',
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
          label: { sv: 'Vilken status har metoden?', en: 'What is the status of the method?' },
          short: { sv: 'Status', en: 'Status' },
          wanted: 'required',
          missing: { sv: 'Välj status.', en: 'Choose a status.' },
          zone: 'analytic',
        }),
        ready_on: date({
          label: { sv: 'Vilken dag blev metoden klar?', en: 'On which day was the method ready?' },
          short: { sv: 'Datum då metoden blev klar', en: 'Date when the method was ready' },
          hint: {
            sv: 'Dagen då den först prövades, eller då utkastet skrevs. Den dagen gäller också när metoden börjar förvaltas. År-månad-dag, till exempel 2026-09-10.',
            en: 'The day on which it was first tried, or the draft was written. It stays the same when the method becomes managed. Year-month-day, for example 2026-09-10.',
          },
          wanted: 'required',
          missing: {
            sv: 'Ange vilken dag metoden blev klar.',
            en: 'Enter the day on which the method was ready.',
          },
          earliest: '2021-01-01',
          latest: '2099-12-31',
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
