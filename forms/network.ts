import { is } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { date } from './kinds/date.ts';
import { text } from './kinds/text.ts';
import { focusAreas } from './lists/focus-areas.ts';
import { networkTypes } from './lists/network-types.ts';
import { notTogether } from './rules/not-together.ts';

/**
 * A network of companies. Its meetings are activities that name it; how many there were and who came follows from
 * them, and so whether the network counts.
 */
export const network = form({
  id: 'network',
  title: { sv: 'Nätverk', en: 'Network' },
  intro: {
    sv: 'Registrera ett nätverk en gång. Varje träff registreras sedan som en aktivitet som hör till nätverket.',
    en: 'Register a network once. Each meeting is then registered as an activity that belongs to the network.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Nätverket', en: 'The network' },
      {
        name: text({
          label: { sv: 'Nätverkets namn', en: 'Name of the network' },
          wanted: 'required',
          missing: { sv: 'Skriv nätverkets namn.', en: 'Enter the name of the network.' },
          max: 150,
          zone: 'confidential',
        }),
        network_type: choice(networkTypes, {
          label: { sv: 'Vilken typ av nätverk är det?', en: 'What type of network is it?' },
          short: { sv: 'Typ av nätverk', en: 'Type of network' },
          wanted: 'required',
          missing: { sv: 'Välj vilken typ av nätverk det är.', en: 'Choose what type of network it is.' },
          zone: 'analytic',
        }),
        based_on: text({
          label: { sv: 'Vilket koncept bygger nätverket på?', en: 'Which concept is the network based on?' },
          short: { sv: 'Koncept som nätverket bygger på', en: 'Concept that the network is based on' },
          hint: {
            sv: 'Skriv MITC Kvinna i industrin, om det inte bygger på något annat.',
            en: 'Enter MITC Kvinna i industrin, unless it is based on something else.',
          },
          wanted: 'required',
          missing: {
            sv: 'Skriv vilket koncept nätverket bygger på.',
            en: 'Enter the concept that the network is based on.',
          },
          shownWhen: is('network_type', 'women_in_industry_network'),
          max: 150,
          zone: 'confidential',
        }),
        role_or_question: text({
          label: {
            sv: 'Vilken roll eller fråga samlas nätverket kring?',
            en: 'Which role or question does the network gather around?',
          },
          short: { sv: 'Roll eller fråga', en: 'Role or question' },
          hint: {
            sv: 'Till exempel produktionschefer, eller hur ställtider kortas.',
            en: 'For example production managers, or how to shorten set-up times.',
          },
          wanted: 'required',
          missing: {
            sv: 'Skriv vilken roll eller fråga nätverket samlas kring.',
            en: 'Enter the role or question that the network gathers around.',
          },
          max: 150,
          zone: 'confidential',
        }),
        focus_areas: choices(focusAreas, {
          label: { sv: 'Vilka fokusområden gäller det?', en: 'Which focus areas is it about?' },
          short: { sv: 'Fokusområden', en: 'Focus areas' },
          hint: {
            sv: 'Välj ett eller flera. ”Övergripande eller annat” är bara för Kvinna i industrin.',
            en: 'Choose one or more. “Across them all, or other” is for Kvinna i industrin only.',
          },
          wanted: 'required',
          missing: { sv: 'Välj minst ett fokusområde.', en: 'Choose at least one focus area.' },
          zone: 'analytic',
        }),
        started_on: date({
          label: { sv: 'När startade nätverket?', en: 'When did the network start?' },
          short: { sv: 'Startdatum', en: 'Start date' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-09-10.',
            en: 'Year-month-day, for example 2026-09-10.',
          },
          wanted: 'optional',
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [
    notTogether(
      [
        { field: 'network_type', values: ['topic_network'] },
        { field: 'focus_areas', values: ['cross_cutting'] },
      ],
      'focus_areas',
      {
        sv: 'Välj bland de tre fokusområdena. ”Övergripande eller annat” är bara för Kvinna i industrin.',
        en: 'Choose among the three focus areas. “Across them all, or other” is for Kvinna i industrin only.',
      },
    ),
  ],
});
