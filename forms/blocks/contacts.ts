import { missing } from '../grammar/conditions.ts';
import { requiredWhen } from '../grammar/field.ts';
import { choice } from '../kinds/choice.ts';
import { email } from '../kinds/email.ts';
import { phone } from '../kinds/phone.ts';
import { rows } from '../kinds/rows.ts';
import { text } from '../kinds/text.ts';
import { yesNo } from '../kinds/yes-no.ts';
import { genders } from '../lists/genders.ts';
import { workRoles } from '../lists/work-roles.ts';

const emailOrPhone = {
  sv: 'Fyll i e-post, telefonnummer eller båda.',
  en: 'Enter an e-mail address, a phone number or both.',
};

/** Somebody at a company: who it is and how to reach them is personal; only the role is analysed. */
export const contactPerson = {
  contact_name: text({
    label: { sv: 'Namn', en: 'Name' },
    wanted: 'required',
    missing: { sv: 'Skriv kontaktpersonens namn.', en: 'Enter the contact person’s name.' },
    max: 100,
    zone: 'personal',
  }),
  contact_role: choice(workRoles, {
    label: { sv: 'Roll', en: 'Role' },
    wanted: 'required',
    missing: { sv: 'Välj kontaktpersonens roll.', en: 'Choose the contact person’s role.' },
    zone: 'analytic',
  }),
  contact_email: email({
    label: { sv: 'E-post på arbetet', en: 'Work e-mail' },
    short: { sv: 'E-post', en: 'E-mail' },
    hint: emailOrPhone,
    wanted: requiredWhen(missing('contact_phone')),
    missing: {
      sv: 'Fyll i e-post eller telefonnummer.',
      en: 'Enter an e-mail address or a phone number.',
    },
    zone: 'personal',
  }),
  contact_phone: phone({
    label: { sv: 'Telefon på arbetet', en: 'Work phone' },
    short: { sv: 'Telefon', en: 'Phone' },
    hint: emailOrPhone,
    wanted: 'optional',
    zone: 'personal',
  }),
  contact_gender: choice(genders, {
    label: {
      sv: 'Kön (för könsuppdelad statistik till våra finansiärer)',
      en: 'Gender (for statistics by gender to our funders)',
    },
    short: { sv: 'Kön', en: 'Gender' },
    hint: {
      sv: 'Fråga personen. Gissa inte utifrån namnet.',
      en: 'Ask the person. Do not guess from the name.',
    },
    wanted: 'optional',
    zone: 'personal',
  }),
};

export const newsletterConsent = yesNo({
  label: { sv: 'Vill personen ha vårt nyhetsbrev?', en: 'Does the person want our newsletter?' },
  short: { sv: 'Nyhetsbrev', en: 'Newsletter' },
  hint: {
    sv: 'Svara ja bara om personen själv har sagt det.',
    en: 'Answer yes only if the person has said so.',
  },
  wanted: 'optional',
  zone: 'personal',
});

/** People at a company to get back to. Whoever asks must say what becomes of it (GDPR article 13). */
export const contacts = rows({
  label: { sv: 'Vilka kan vi kontakta på företaget?', en: 'Who can we contact at the company?' },
  short: { sv: 'Kontaktpersoner', en: 'Contact persons' },
  hint: {
    sv: 'Berätta för personen att vi sparar uppgifterna, och att IUC Industrihubb förvaltar dem vidare.',
    en: 'Tell the person that we keep the details, and that IUC Industrihubb will look after them in future.',
  },
  wanted: 'neededToCount',
  missing: { sv: 'Fyll i minst en kontaktperson.', en: 'Fill in at least one contact person.' },
  rowTitle: { sv: 'Kontaktperson', en: 'Contact person' },
  addRow: { sv: 'Lägg till en kontaktperson', en: 'Add a contact person' },
  max: 5,
  zone: 'personal',
  fields: {
    ...contactPerson,
    newsletter_consent: newsletterConsent,
  },
});
