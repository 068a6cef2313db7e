import { missing } from './grammar/conditions.ts';
import { requiredWhen } from './grammar/field.ts';
import { form, section } from './grammar/form.ts';
import { email } from './kinds/email.ts';
import { longText } from './kinds/long-text.ts';
import { phone } from './kinds/phone.ts';
import { text } from './kinds/text.ts';

const emailOrPhone = {
  sv: 'Fyll i e-post, telefonnummer eller båda.',
  en: 'Enter an e-mail address, a phone number or both.',
};

/**
 * Somebody who has evaluated an activity and wants to be contacted. A submission of its own, with an id that tells
 * the day only: nothing leads from it to the evaluation.
 */
export const contactRequest = form({
  id: 'contact-request',
  title: { sv: 'Vill du bli kontaktad?', en: 'Would you like us to contact you?' },
  intro: {
    sv: 'Lämna dina uppgifter, så hör vi av oss. Vi använder dem bara för att kontakta dig, och de kopplas inte ihop med det du svarade i utvärderingen.',
    en: 'Leave your details and we will be in touch. We use them only to contact you, and they are not connected to your answers in the evaluation.',
  },
  send: 'token',
  anonymous: true,
  receipt: {
    sv: 'Vi hör av oss. Dina uppgifter används bara för det, och är inte kopplade till svaren i någon utvärdering.',
    en: 'We will be in touch. Your details are used for that only, and are not connected to the answers of any evaluation.',
  },
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
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
          hint: emailOrPhone,
          wanted: requiredWhen(missing('phone')),
          missing: {
            sv: 'Fyll i e-post eller telefonnummer.',
            en: 'Enter an e-mail address or a phone number.',
          },
          own: true,
          zone: 'personal',
        }),
        phone: phone({
          label: { sv: 'Ditt telefonnummer', en: 'Your phone number' },
          short: { sv: 'Telefon', en: 'Phone' },
          hint: emailOrPhone,
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
