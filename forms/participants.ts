import { anyDay } from './blocks/any-day.ts';
import { isAboutPerson, municipalityCode, organisationsnummerOrReason } from './blocks/company.ts';
import { all, answered, is, isNot, missing, some } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { decimal } from './kinds/decimal.ts';
import { email } from './kinds/email.ts';
import { integer } from './kinds/integer.ts';
import { longText } from './kinds/long-text.ts';
import { reference } from './kinds/reference.ts';
import { text } from './kinds/text.ts';
import { yesNo } from './kinds/yes-no.ts';
import { ageBands } from './lists/age-bands.ts';
import { attendanceModes } from './lists/attendance-modes.ts';
import { genders } from './lists/genders.ts';
import { organisationCategories } from './lists/organisation-categories.ts';
import { participationModes } from './lists/participation-modes.ts';
import { workRoles } from './lists/work-roles.ts';
import { sumAtLeastOnceAnswered } from './rules/sum-at-least.ts';

const isCounted = isNot('attendance', 'per_person');
const isPerPerson = is('attendance', 'per_person');
const isPerCompany = is('attendance', 'per_company_counts');
/** Of an audience outside industry nobody's company is asked. */
const isOfCompany = isNot('attendance', 'counts_only');
/** A private person comes from no organisation that could have a number or a name. */
const isOfOrganisation = all(
  isOfCompany,
  some(missing('org_category'), isNot('org_category', 'private_person')),
);

/**
 * Participants of an activity, in the least personal way that serves: one submission for each organisation, with how
 * many came; for each age group, where people outside industry came, who may be children; or for each person, where
 * there was a list of those signed up. The funders ask for a gender distribution, so numbers are enough.
 */
export const participants = form({
  id: 'participants',
  title: { sv: 'Deltagarlista', en: 'Participant list' },
  intro: {
    sv: 'Fyll i vilka som deltog i en aktivitet. Antal räcker; skriv bara namn där de behövs.',
    en: 'Fill in who took part in an activity. Numbers are enough; enter names only where they are needed.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  activityDate: 'activity_date',
  company: 'organisationsnummer',
  soleTrader: some(isAboutPerson, is('org_category', 'private_person')),
  unique: ['activity_id', 'organisationsnummer', 'age_band'],
  uniqueWhen: some(all(isPerCompany, answered('organisationsnummer')), is('attendance', 'counts_only')),
  list: {
    shared: ['activity_id', 'activity_date', 'attendance'],
    id: 'list_id',
    given: {
      by: 'activity_id',
      answers: { activity_date: 'start_date', attendance: 'attendance_mode' },
      // Where children may be among the audience, nobody is listed by name whatever a list says.
      heldWhen: is('attendance_mode', 'counts_only'),
    },
    title: { sv: 'Deltagarna', en: 'The participants' },
    label: { sv: 'Vilka deltog?', en: 'Who took part?' },
    rowTitle: { sv: 'Rad', en: 'Row' },
    addRow: { sv: 'Lägg till en rad', en: 'Add a row' },
    max: 40,
  },
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Aktiviteten', en: 'The activity' },
      {
        activity_id: reference('activity', {
          label: { sv: 'Vilken aktivitet?', en: 'Which activity?' },
          short: { sv: 'Aktivitet', en: 'Activity' },
          wanted: 'required',
          missing: {
            sv: 'Välj aktivitet. Saknas den, så registrera den först.',
            en: 'Choose the activity. If it is missing, register it first.',
          },
          fromLink: true,
          zone: 'analytic',
        }),
        activity_date: date({
          label: { sv: 'Datum för aktiviteten', en: 'Date of the activity' },
          wanted: 'required',
          missing: { sv: 'Ange datum för aktiviteten.', en: 'Enter the date of the activity.' },
          ...anyDay,
          happened: is('attended', true),
          zone: 'analytic',
        }),
        attendance: choice(attendanceModes, {
          label: { sv: 'Hur noterades vilka som kom?', en: 'How was it noted who came?' },
          short: { sv: 'Så registrerades närvaro', en: 'How attendance was taken' },
          hint: {
            sv: 'Välj det sätt som kräver minst personuppgifter. Kom barn eller ungdomar: bara antal.',
            en: 'Choose the way that takes the least personal information. If children or young people came: numbers only.',
          },
          wanted: 'required',
          missing: { sv: 'Välj hur ni noterade vilka som kom.', en: 'Choose how you noted who came.' },
          zone: 'analytic',
        }),
        list_id: code({
          label: { sv: 'Listans id', en: 'Id of the list' },
          wanted: 'optional',
          unseen: true,
          pattern: '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}',
          format: {
            sv: 'Ange listans id: 36 tecken, siffror och a–f med bindestreck emellan.',
            en: 'Enter the id of the list: 36 characters, digits and a–f with dashes between.',
          },
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Organisationen', en: 'The organisation' },
      {
        org_category: choice(organisationCategories, {
          label: { sv: 'Vilken typ av organisation är det?', en: 'What type of organisation is it?' },
          short: { sv: 'Typ av organisation', en: 'Type of organisation' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj vilken typ av organisation det är.',
            en: 'Choose what type of organisation it is.',
          },
          shownWhen: isOfCompany,
          zone: 'analytic',
        }),
        organisationsnummer: {
          ...organisationsnummerOrReason.organisationsnummer,
          shownWhen: isOfOrganisation,
        },
        organisationsnummer_missing_reason: {
          ...organisationsnummerOrReason.organisationsnummer_missing_reason,
          shownWhen: all(isOfOrganisation, missing('organisationsnummer')),
        },
        company_name: text({
          label: { sv: 'Organisationens namn', en: 'Name of the organisation' },
          wanted: 'required',
          missing: { sv: 'Skriv organisationens namn.', en: 'Enter the name of the organisation.' },
          shownWhen: isOfOrganisation,
          max: 150,
          zone: { company: 'confidential', soleTrader: 'personal' },
        }),
        municipality_code: { ...municipalityCode, shownWhen: isOfCompany },
      },
    ),
    section(
      { sv: 'Personen', en: 'The person' },
      {
        participant_name: text({
          label: { sv: 'Namn', en: 'Name' },
          hint: {
            sv: 'Bara om det behövs, till exempel för namnbrickor.',
            en: 'Only if it is needed, for example for name badges.',
          },
          wanted: 'optional',
          shownWhen: isPerPerson,
          max: 100,
          zone: 'personal',
        }),
        participant_email: email({
          label: { sv: 'E-post', en: 'E-mail' },
          hint: {
            sv: 'Bara om personen vill ha material eller en länk till utvärderingen.',
            en: 'Only if the person wants material or a link to the evaluation.',
          },
          wanted: 'optional',
          shownWhen: isPerPerson,
          zone: 'personal',
        }),
        gender: choice(genders, {
          label: {
            sv: 'Kön (för könsuppdelad statistik till våra finansiärer)',
            en: 'Gender (for statistics by gender to our funders)',
          },
          short: { sv: 'Kön', en: 'Gender' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj kön, eller ”Annat alternativ eller vill inte uppge”.',
            en: 'Choose a gender, or “Other or prefer not to say”.',
          },
          shownWhen: isPerPerson,
          zone: 'analytic',
        }),
        role: choice(workRoles, {
          label: { sv: 'Roll', en: 'Role' },
          wanted: 'optional',
          shownWhen: isPerPerson,
          zone: 'analytic',
        }),
        hours: decimal({
          label: { sv: 'Antal timmar', en: 'Number of hours' },
          hint: {
            sv: 'Lämna tomt om personen var med hela tiden.',
            en: 'Leave empty if the person was there the whole time.',
          },
          wanted: 'optional',
          shownWhen: isPerPerson,
          min: 0,
          max: 100,
          decimals: 2,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Deltagarna', en: 'The participants' },
      {
        attended: yesNo({
          label: { sv: 'Kom den eller de som raden gäller?', en: 'Did those that the row is about come?' },
          short: { sv: 'Närvarade', en: 'Attended' },
          hint: {
            sv: 'Nej för den som var anmäld och inte kom.',
            en: 'No for whoever had signed up and did not come.',
          },
          wanted: 'neededToCount',
          missing: {
            sv: 'Svara om den eller de som raden gäller kom.',
            en: 'Answer whether those that the row is about came.',
          },
          shownWhen: isOfCompany,
          zone: 'analytic',
        }),
        participation_mode: choice(participationModes, {
          label: { sv: 'Deltog på plats eller digitalt?', en: 'Took part on site or online?' },
          short: { sv: 'Deltog', en: 'Took part' },
          wanted: 'optional',
          shownWhen: isOfCompany,
          zone: 'analytic',
        }),
        age_band: choice(ageBands, {
          label: { sv: 'Vilken åldersgrupp?', en: 'Which age group?' },
          short: { sv: 'Åldersgrupp', en: 'Age group' },
          wanted: 'required',
          missing: { sv: 'Välj åldersgrupp.', en: 'Choose an age group.' },
          shownWhen: is('attendance', 'counts_only'),
          zone: 'analytic',
        }),
        n_women: integer({
          label: { sv: 'Antal kvinnor', en: 'Number of women' },
          wanted: 'required',
          missing: {
            sv: 'Ange antal kvinnor. Skriv 0 om det inte var någon.',
            en: 'Enter the number of women. Enter 0 if there were none.',
          },
          shownWhen: isCounted,
          min: 0,
          max: 10_000,
          zone: 'analytic',
        }),
        n_men: integer({
          label: { sv: 'Antal män', en: 'Number of men' },
          wanted: 'required',
          missing: {
            sv: 'Ange antal män. Skriv 0 om det inte var någon.',
            en: 'Enter the number of men. Enter 0 if there were none.',
          },
          shownWhen: isCounted,
          min: 0,
          max: 10_000,
          zone: 'analytic',
        }),
        n_undisclosed: integer({
          label: {
            sv: 'Antal övriga (annat alternativ eller vill inte uppge kön)',
            en: 'Number of others (another option or prefer not to say)',
          },
          short: { sv: 'Antal ej uppgivet', en: 'Number undisclosed' },
          wanted: 'required',
          missing: {
            sv: 'Ange antal övriga. Skriv 0 om det inte var någon.',
            en: 'Enter the number of others. Enter 0 if there were none.',
          },
          shownWhen: isCounted,
          min: 0,
          max: 10_000,
          zone: 'analytic',
        }),
        note: longText({
          label: { sv: 'Anteckning', en: 'Note' },
          hint: {
            sv: 'Skriv inga personuppgifter.',
            en: 'Do not include personal information.',
          },
          wanted: 'optional',
          max: 500,
          zone: 'personal',
        }),
      },
    ),
  ],
  rules: [
    sumAtLeastOnceAnswered(1, ['n_women', 'n_men', 'n_undisclosed'], 'n_women', {
      sv: 'Ange minst en deltagare sammanlagt.',
      en: 'Enter at least one participant in total.',
    }),
  ],
});
