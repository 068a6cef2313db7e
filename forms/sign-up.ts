import { form, section } from './grammar/form.ts';
import { email } from './kinds/email.ts';
import { organisationsnummer } from './kinds/organisationsnummer.ts';
import { reference } from './kinds/reference.ts';
import { text } from './kinds/text.ts';

/**
 * Somebody who wants to take part in an activity. The link in the invitation tells which one. The company is named as
 * its people call it; staff match it to a company afterwards. Allergies are health data, which are never kept here
 * (GDPR article 9): no question has room for them.
 */
export const signUp = form({
  id: 'sign-up',
  title: { sv: 'Anmälan till en aktivitet', en: 'Sign up for an activity' },
  intro: {
    sv: 'Fyll i dina uppgifter, så att vi kan planera aktiviteten och nå dig. Skriv inget om allergier eller hälsa här – säg det i stället till den som bjöd in dig.',
    en: 'Fill in your details, so that we can plan the activity and reach you. Write nothing about allergies or health here – tell whoever invited you instead.',
  },
  send: 'token',
  company: 'organisationsnummer',
  receipt: {
    sv: 'Vi har tagit emot din anmälan. Hör av dig till den som bjöd in dig om du får förhinder.',
    en: 'We have received your sign-up. Get in touch with whoever invited you if you cannot come.',
  },
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Aktiviteten', en: 'The activity' },
      {
        activity: reference('activity', {
          label: { sv: 'Vilken aktivitet?', en: 'Which activity?' },
          short: { sv: 'Aktivitet', en: 'Activity' },
          hint: {
            sv: 'Länken i inbjudan fyller i det här åt dig. Öppna den igen om fältet är tomt.',
            en: 'The link in the invitation fills this in for you. Open it again if the field is empty.',
          },
          wanted: 'required',
          missing: {
            sv: 'Öppna länken i inbjudan igen: den visar vilken aktivitet det gäller.',
            en: 'Open the link in the invitation again: it shows which activity this is about.',
          },
          fromLink: true,
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Dina uppgifter', en: 'Your details' },
      {
        name: text({
          label: { sv: 'Ditt namn', en: 'Your name' },
          short: { sv: 'Namn', en: 'Name' },
          wanted: 'required',
          missing: { sv: 'Skriv ditt namn.', en: 'Enter your name.' },
          max: 100,
          zone: 'personal',
        }),
        email: email({
          label: { sv: 'Din e-post', en: 'Your e-mail' },
          short: { sv: 'E-post', en: 'E-mail' },
          wanted: 'required',
          missing: { sv: 'Skriv din e-postadress.', en: 'Enter your e-mail address.' },
          own: true,
          zone: 'personal',
        }),
        company_name: text({
          label: { sv: 'Företag eller organisation', en: 'Company or organisation' },
          hint: {
            sv: 'Kommer du som privatperson, skriv det.',
            en: 'If you come as a private person, say so.',
          },
          wanted: 'required',
          missing: {
            sv: 'Skriv vilket företag eller vilken organisation du kommer från.',
            en: 'Enter the company or organisation that you come from.',
          },
          max: 150,
          zone: 'personal',
        }),
        organisationsnummer: organisationsnummer({
          label: { sv: 'Organisationsnummer', en: 'Organisationsnummer (Swedish company number)' },
          short: { sv: 'Organisationsnummer', en: 'Organisationsnummer' },
          hint: {
            sv: 'Tio siffror, till exempel 556036-0793. Lämna tomt om du inte vet det, eller har enskild firma.',
            en: 'Ten digits, for example 556036-0793. Leave it empty if you do not know it, or are a sole trader.',
          },
          wanted: 'optional',
          zone: { company: 'analytic', soleTrader: 'personal' },
        }),
      },
    ),
  ],
  rules: [],
});
