import { isAboutPerson, municipalityCode, organisationsnummerOrReason } from './blocks/company.ts';
import { form, section } from './grammar/form.ts';
import { date } from './kinds/date.ts';
import { integer } from './kinds/integer.ts';
import { longText } from './kinds/long-text.ts';
import { text } from './kinds/text.ts';
import { sumAtLeast } from './rules/sum-at-least.ts';

/**
 * Participants of an activity, one submission per organisation. The funders ask for a gender distribution,
 * so counts are enough: no person is named.
 */
export const participants = form({
  id: 'participants',
  title: { sv: 'Deltagarlista', en: 'Participant list' },
  intro: {
    sv: 'Fyll i ett formulär för varje organisation som deltog i aktiviteten. Ange bara antal – inga namn.',
    en: 'Fill in one form for each organisation that took part in the activity. Give numbers only – no names.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  activityDate: 'activity_date',
  company: 'organisationsnummer',
  soleTrader: isAboutPerson,
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Aktiviteten', en: 'The activity' },
      {
        activity: text({
          label: { sv: 'Vilken aktivitet?', en: 'Which activity?' },
          short: { sv: 'Aktivitet', en: 'Activity' },
          hint: {
            sv: 'Aktivitetens rubrik, till exempel Workshop om ställtider.',
            en: 'The title of the activity, for example Workshop on set-up times.',
          },
          wanted: 'required',
          missing: { sv: 'Skriv vilken aktivitet det gäller.', en: 'Write which activity this is about.' },
          max: 150,
          zone: 'confidential',
        }),
        activity_date: date({
          label: { sv: 'Datum för aktiviteten', en: 'Date of the activity' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-09-10.',
            en: 'Year-month-day, for example 2026-09-10.',
          },
          wanted: 'required',
          missing: { sv: 'Ange datum för aktiviteten.', en: 'Give the date of the activity.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Organisationen', en: 'The organisation' },
      {
        ...organisationsnummerOrReason,
        company_name: text({
          label: { sv: 'Organisationens namn', en: 'Name of the organisation' },
          wanted: 'required',
          missing: { sv: 'Skriv organisationens namn.', en: 'Write the name of the organisation.' },
          max: 150,
          zone: { company: 'confidential', soleTrader: 'personal' },
        }),
        municipality_code: municipalityCode,
      },
    ),
    section(
      { sv: 'Deltagarna', en: 'The participants' },
      {
        n_women: integer({
          label: { sv: 'Antal kvinnor', en: 'Number of women' },
          wanted: 'required',
          missing: { sv: 'Ange antal kvinnor, 0 om ingen.', en: 'Give the number of women, 0 if none.' },
          min: 0,
          max: 10_000,
          zone: 'analytic',
        }),
        n_men: integer({
          label: { sv: 'Antal män', en: 'Number of men' },
          wanted: 'required',
          missing: { sv: 'Ange antal män, 0 om ingen.', en: 'Give the number of men, 0 if none.' },
          min: 0,
          max: 10_000,
          zone: 'analytic',
        }),
        n_undisclosed: integer({
          label: {
            sv: 'Antal som angett annat eller inte vill uppge',
            en: 'Number who chose another option or prefer not to say',
          },
          short: { sv: 'Antal ej uppgivet', en: 'Number undisclosed' },
          wanted: 'required',
          missing: {
            sv: 'Ange antal som angett annat eller inte vill uppge, 0 om ingen.',
            en: 'Give the number who chose another option or prefer not to say, 0 if none.',
          },
          min: 0,
          max: 10_000,
          zone: 'analytic',
        }),
        note: longText({
          label: { sv: 'Anteckning', en: 'Note' },
          hint: {
            sv: 'Skriv inga personuppgifter.',
            en: 'Do not write personal data.',
          },
          wanted: 'optional',
          max: 500,
          zone: 'personal',
        }),
      },
    ),
  ],
  rules: [
    sumAtLeast(1, ['n_women', 'n_men', 'n_undisclosed'], 'n_women', {
      sv: 'Ange minst en deltagare sammanlagt.',
      en: 'Give at least one participant in all.',
    }),
  ],
});
