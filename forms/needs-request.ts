import { organisationsnummerOrReason } from './blocks/company.ts';
import { all, answered, missing } from './grammar/conditions.ts';
import { requiredWhen } from './grammar/field.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { email } from './kinds/email.ts';
import { longText } from './kinds/long-text.ts';
import { organisationsnummer } from './kinds/organisationsnummer.ts';
import { phone } from './kinds/phone.ts';
import { ranked } from './kinds/ranked.ts';
import { text } from './kinds/text.ts';
import { contactWays } from './lists/contact-ways.ts';
import { municipalities } from './lists/municipalities.ts';
import { needAreas } from './lists/need-areas.ts';
import { needsPermissions } from './lists/needs-permissions.ts';

/**
 * What a company needs, as it says itself, from a phone and without an account: so it asks for little, and needs are
 * ranked instead of rated. Staff match it to a company. Without an organisationsnummer nobody knows yet that it is no
 * sole trader's, so then it is kept as one.
 */
export const needsRequest = form({
  id: 'needs-request',
  title: { sv: 'Anmäl behov', en: 'Tell us what you need' },
  intro: {
    sv: 'Berätta vad ert företag behöver utveckla, så hör en industriutvecklare av sig. Vi använder dina uppgifter för att kontakta dig, och IUC Industrihubb förvaltar dem vidare.',
    en: 'Tell us what your company needs to develop, and an industrial developer will be in touch. We use your details to contact you, and IUC Industrihubb will look after them in future.',
  },
  send: 'public',
  company: 'organisationsnummer',
  soleTrader: missing('organisationsnummer'),
  receipt: {
    sv: 'En industriutvecklare läser det du har skrivit och hör av sig till dig.',
    en: 'An industrial developer will read what you wrote and be in touch with you.',
  },
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Vad behöver ni?', en: 'What do you need?' },
      {
        need_areas: ranked(needAreas, {
          label: { sv: 'Vad behöver ni mest utveckla?', en: 'What do you most need to develop?' },
          short: { sv: 'Behov, viktigast först', en: 'Needs, most important first' },
          hint: { sv: 'Välj upp till tre områden.', en: 'Choose up to three areas.' },
          wanted: requiredWhen(missing('message')),
          missing: {
            sv: 'Välj minst ett område, eller beskriv behovet med egna ord.',
            en: 'Choose at least one area, or describe the need in your own words.',
          },
          max: 3,
          zone: 'analytic',
        }),
        message: longText({
          label: { sv: 'Beskriv behovet med egna ord', en: 'Describe the need in your own words' },
          short: { sv: 'Beskrivning av behovet', en: 'Description of the need' },
          hint: { sv: 'Skriv inga personuppgifter.', en: 'Do not include personal information.' },
          wanted: 'optional',
          max: 500,
          zone: 'confidential',
        }),
        use_permission: choice(needsPermissions, {
          label: {
            sv: 'Får vi spara era behov i behovsdatabasen?',
            en: 'May we keep your needs in the needs database?',
          },
          short: { sv: 'Tillstånd att spara behoven', en: 'Permission to keep the needs' },
          hint: {
            sv: 'Då kan ni få rätt stöd även efter projektet. Svarar du nej använder vi behoven bara i projektet.',
            en: 'Then you can get the right support after the project too. If you say no, we use your needs in the project only.',
          },
          wanted: 'required',
          missing: { sv: 'Välj om vi får spara behoven.', en: 'Choose whether we may keep the needs.' },
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Ert företag', en: 'Your company' },
      {
        company_name: text({
          label: { sv: 'Företagets namn', en: 'Name of the company' },
          wanted: 'required',
          missing: { sv: 'Skriv företagets namn.', en: 'Enter the name of the company.' },
          max: 150,
          zone: { company: 'confidential', soleTrader: 'personal' },
        }),
        organisationsnummer: organisationsnummer({
          label: {
            sv: 'Organisationsnummer, om du vet det',
            en: 'Organisationsnummer (Swedish company number), if you know it',
          },
          short: { sv: 'Organisationsnummer', en: 'Organisationsnummer' },
          hint: {
            sv: 'Tio siffror, till exempel 556036-0793. Aldrig ett personnummer.',
            en: 'Ten digits, for example 556036-0793. Never a personal identity number.',
          },
          wanted: 'optional',
          zone: { company: 'analytic', soleTrader: 'personal' },
        }),
        organisationsnummer_missing_reason: organisationsnummerOrReason.organisationsnummer_missing_reason,
        municipality_code: choice(municipalities, {
          label: { sv: 'I vilken kommun finns ni?', en: 'In which municipality are you?' },
          short: { sv: 'Kommun', en: 'Municipality' },
          wanted: 'optional',
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Så når vi dig', en: 'How we reach you' },
      {
        contact_name: text({
          label: { sv: 'Ditt namn', en: 'Your name' },
          short: { sv: 'Namn', en: 'Name' },
          wanted: 'required',
          missing: { sv: 'Skriv ditt namn.', en: 'Enter your name.' },
          max: 100,
          zone: 'personal',
        }),
        contact_email: email({
          label: { sv: 'Din e-post', en: 'Your e-mail' },
          short: { sv: 'E-post', en: 'E-mail' },
          hint: {
            sv: 'Fyll i e-post, telefonnummer eller båda.',
            en: 'Enter an e-mail address, a phone number or both.',
          },
          wanted: requiredWhen(missing('contact_phone')),
          missing: {
            sv: 'Fyll i e-post eller telefonnummer.',
            en: 'Enter an e-mail address or a phone number.',
          },
          own: true,
          zone: 'personal',
        }),
        contact_phone: phone({
          label: { sv: 'Ditt telefonnummer', en: 'Your phone number' },
          short: { sv: 'Telefon', en: 'Phone' },
          wanted: 'optional',
          own: true,
          zone: 'personal',
        }),
        preferred_contact: choice(contactWays, {
          label: { sv: 'Hur vill du helst bli kontaktad?', en: 'How would you rather be contacted?' },
          short: { sv: 'Önskat kontaktsätt', en: 'Preferred way of contact' },
          wanted: 'optional',
          shownWhen: all(answered('contact_email'), answered('contact_phone')),
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [],
});
