import { missing } from './grammar/conditions.ts';
import { requiredWhen } from './grammar/field.ts';
import { form, section } from './grammar/form.ts';
import { email } from './kinds/email.ts';
import { longText } from './kinds/long-text.ts';
import { phone } from './kinds/phone.ts';
import { text } from './kinds/text.ts';

/**
 * Somebody who has evaluated an activity and wants to be contacted. A submission of its own, with an id that tells
 * the day only: nothing leads from it to the evaluation.
 */
export const contactRequest = form({
  id: 'contact-request',
  title: { sv: 'Vill du bli kontaktad?', en: 'Would you like us to contact you?' },
  intro: {
    sv: 'Lämna dina uppgifter, så hör vi av oss. De kopplas inte ihop med det du svarade i utvärderingen.',
    en: 'Leave your details and we will be in touch. They are not connected to your answers in the evaluation.',
  },
  send: 'token',
  anonymous: true,
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Dina uppgifter', en: 'Your details' },
      {
        name: text({
          label: { sv: 'Ditt namn', en: 'Your name' },
          short: { sv: 'Namn', en: 'Name' },
          hint: {
            sv: 'Vi använder uppgifterna bara för att kontakta dig.',
            en: 'We use your details only to contact you.',
          },
          wanted: 'required',
          missing: { sv: 'Skriv ditt namn.', en: 'Write your name.' },
          max: 100,
          zone: 'personal',
        }),
        email: email({
          label: { sv: 'Din e-post', en: 'Your e-mail' },
          short: { sv: 'E-post', en: 'E-mail' },
          hint: {
            sv: 'Lämna e-post, telefonnummer eller båda.',
            en: 'Leave your e-mail, your phone number or both.',
          },
          wanted: requiredWhen(missing('phone')),
          missing: {
            sv: 'Fyll i din e-post eller ditt telefonnummer.',
            en: 'Fill in your e-mail or your phone number.',
          },
          own: true,
          zone: 'personal',
        }),
        phone: phone({
          label: { sv: 'Ditt telefonnummer', en: 'Your phone number' },
          short: { sv: 'Telefon', en: 'Phone' },
          wanted: 'optional',
          own: true,
          zone: 'personal',
        }),
        company_name: text({
          label: { sv: 'Företag eller organisation', en: 'Company or organisation' },
          wanted: 'optional',
          max: 150,
          zone: 'personal',
        }),
        message: longText({
          label: { sv: 'Vad vill du prata om?', en: 'What would you like to talk about?' },
          short: { sv: 'Meddelande', en: 'Message' },
          hint: {
            sv: 'Skriv inget om andra personer.',
            en: 'Do not write about other people.',
          },
          wanted: 'optional',
          max: 500,
          zone: 'personal',
        }),
      },
    ),
  ],
  rules: [],
});
