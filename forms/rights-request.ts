import { missing } from './grammar/conditions.ts';
import { requiredWhen } from './grammar/field.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { email } from './kinds/email.ts';
import { longText } from './kinds/long-text.ts';
import { phone } from './kinds/phone.ts';
import { text } from './kinds/text.ts';
import { rightsRequestTypes } from './lists/rights-request-types.ts';

const emailOrPhone = {
  sv: 'Fyll i e-post, telefonnummer eller båda.',
  en: 'Enter an e-mail address, a phone number or both.',
};

/**
 * What a person asks for about their own data (GDPR articles 15 to 21). It asks for as little as it takes to find the
 * data and to answer, and never for a personnummer. The answer is due one month after the request was received, or in
 * that month the reason why it takes up to two months more (article 12.3); the day follows from when it came, so it is no
 * question. Whoever has doubts about who asks may ask for more (article 12.6), in the answer and not here.
 */
export const rightsRequest = form({
  id: 'rights-request',
  title: { sv: 'Dina rättigheter', en: 'Your rights' },
  intro: {
    sv: 'Här kan du begära något om dina egna personuppgifter. Det kostar inget, och du behöver inte säga varför. Vi svarar inom en månad. Vi frågar aldrig efter ditt personnummer.',
    en: 'Here you can ask for something about your own personal data. It is free, and you need not say why. We answer within one month. We never ask for your personal identity number.',
  },
  send: 'public',
  receipt: {
    sv: 'Vi letar nu efter dina uppgifter och svarar dig inom en månad. Om det måste ta längre tid får du veta det, och varför, inom samma månad. Vi hör av oss om vi behöver veta mer. Är du inte nöjd med svaret kan du klaga hos Integritetsskyddsmyndigheten (IMY).',
    en: 'We will now look for your data and answer you within one month. If it has to take longer you will be told so, and why, within that month. We will be in touch if we need to know more. If you are not satisfied with the answer you can complain to the Swedish Authority for Privacy Protection (IMY).',
  },
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Din begäran', en: 'Your request' },
      {
        request_type: choice(rightsRequestTypes, {
          label: { sv: 'Vad vill du?', en: 'What would you like to do?' },
          short: { sv: 'Begäran', en: 'Request' },
          wanted: 'required',
          missing: { sv: 'Välj vad du vill.', en: 'Choose what you would like to do.' },
          zone: 'analytic',
        }),
        message: longText({
          label: { sv: 'Beskriv vad det gäller', en: 'Describe what it is about' },
          short: { sv: 'Beskrivning', en: 'Description' },
          hint: {
            sv: 'Till exempel vilken uppgift som är fel, och vad som är rätt. Skriv aldrig personnummer.',
            en: 'For example what is wrong, and what is right. Never enter a personal identity number.',
          },
          wanted: 'optional',
          max: 1000,
          zone: 'personal',
        }),
      },
    ),
    section(
      { sv: 'Så svarar vi dig', en: 'How we answer you' },
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
      },
    ),
    section(
      { sv: 'Så hittar vi dina uppgifter', en: 'How we find your data' },
      {
        identifier: longText({
          label: {
            sv: 'Vad mer hjälper oss att hitta dina uppgifter?',
            en: 'What else helps us find your data?',
          },
          short: { sv: 'Det som hjälper oss att hitta uppgifterna', en: 'What helps us find the data' },
          hint: {
            sv: 'Till exempel en annan e-postadress, ett tidigare namn, ett företag eller en aktivitet som du var med på. Skriv aldrig personnummer.',
            en: 'For example another e-mail address, an earlier name, a company or an activity that you took part in. Never enter a personal identity number.',
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
