import { all, is, missing, some } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { date } from './kinds/date.ts';
import { organisationsnummer } from './kinds/organisationsnummer.ts';
import { text } from './kinds/text.ts';
import { url } from './kinds/url.ts';
import { needAreas } from './lists/need-areas.ts';
import { offerAidTreatments } from './lists/offer-aid-treatments.ts';
import { offerCosts } from './lists/offer-costs.ts';
import { supportActors } from './lists/support-actors.ts';
import { targetedSizeClasses } from './lists/targeted-size-classes.ts';
import { notAfter } from './rules/not-after.ts';

const isNotListed = some(is('actor', 'consultant'), is('actor', 'other'));

/**
 * What an organisation that supports companies offers them: what needs are matched against. A consultant without an
 * organisationsnummer may be a sole trader, whose name is a person's.
 */
export const offer = form({
  id: 'offer',
  title: { sv: 'Erbjudandekatalog', en: 'Catalogue of offers' },
  intro: {
    sv: 'Registrera ett erbjudande som en aktör har till företag, så att det kan matchas mot deras behov.',
    en: 'Register what an organisation offers companies, so that it can be matched to their needs.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  soleTrader: all(isNotListed, missing('actor_organisationsnummer')),
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Aktören', en: 'The organisation' },
      {
        actor: choice(supportActors, {
          label: { sv: 'Vilken aktör?', en: 'Which organisation?' },
          short: { sv: 'Aktör', en: 'Organisation' },
          wanted: 'required',
          missing: { sv: 'Välj aktör.', en: 'Choose an organisation.' },
          zone: 'analytic',
        }),
        actor_name: text({
          label: { sv: 'Aktörens namn', en: 'Name of the organisation' },
          wanted: 'required',
          missing: { sv: 'Skriv aktörens namn.', en: 'Enter the name of the organisation.' },
          shownWhen: isNotListed,
          max: 150,
          zone: { company: 'confidential', soleTrader: 'personal' },
        }),
        actor_organisationsnummer: organisationsnummer({
          label: {
            sv: 'Aktörens organisationsnummer',
            en: 'Organisationsnummer (Swedish company number) of the organisation',
          },
          short: { sv: 'Aktörens organisationsnummer', en: 'Organisationsnummer of the organisation' },
          hint: {
            sv: 'Tio siffror, till exempel 556036-0793. Lämna tomt om aktören är en enskild firma.',
            en: 'Ten digits, for example 556036-0793. Leave it empty if it is a sole trader.',
          },
          wanted: 'optional',
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Erbjudandet', en: 'The offer' },
      {
        offer_title: text({
          label: { sv: 'Vad erbjuds?', en: 'What is offered?' },
          short: { sv: 'Erbjudande', en: 'Offer' },
          hint: {
            sv: 'Erbjudandets namn, till exempel Digitaliseringscheck.',
            en: 'The name of the offer, for example Digitalisation voucher.',
          },
          wanted: 'required',
          missing: { sv: 'Skriv vad som erbjuds.', en: 'Enter what is offered.' },
          max: 150,
          zone: 'confidential',
        }),
        need_areas: choices(needAreas, {
          label: { sv: 'Vilka behov svarar erbjudandet mot?', en: 'Which needs does the offer meet?' },
          short: { sv: 'Behov', en: 'Needs' },
          hint: { sv: 'Välj ett eller flera.', en: 'Choose one or more.' },
          wanted: 'required',
          missing: { sv: 'Välj minst ett behov.', en: 'Choose at least one need.' },
          zone: 'analytic',
        }),
        size_classes: choices(targetedSizeClasses, {
          label: { sv: 'Vilka företag är det för?', en: 'Which companies is it for?' },
          short: { sv: 'Företagens storlek', en: 'Size of the companies' },
          hint: { sv: 'Lämna tomt om det är för alla.', en: 'Leave this empty if it is for all.' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        cost: choice(offerCosts, {
          label: { sv: 'Vad kostar det företaget?', en: 'What does it cost the company?' },
          short: { sv: 'Kostnad', en: 'Cost' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        aid_treatment: choice(offerAidTreatments, {
          label: { sv: 'Är det statsstöd?', en: 'Is it state aid?' },
          short: { sv: 'Statsstöd', en: 'State aid' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        valid_from: date({
          label: { sv: 'Gäller från och med', en: 'Valid from' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-09-10. Lämna tomt om det redan gäller.',
            en: 'Year-month-day, for example 2026-09-10. Leave this empty if it is valid already.',
          },
          wanted: 'optional',
          earliest: '2000-01-01',
          latest: '2099-12-31',
          zone: 'analytic',
        }),
        valid_to: date({
          label: { sv: 'Gäller till och med', en: 'Valid until' },
          hint: {
            sv: 'År-månad-dag. Lämna tomt om det gäller tills vidare.',
            en: 'Year-month-day. Leave this empty if it has no end.',
          },
          wanted: 'optional',
          earliest: '2000-01-01',
          latest: '2099-12-31',
          zone: 'analytic',
        }),
        contact_url: url({
          label: { sv: 'Webbsida med mer information', en: 'Web page with more information' },
          short: { sv: 'Webbsida', en: 'Web page' },
          hint: {
            sv: 'Aktörens egen sida om erbjudandet, inte en persons.',
            en: 'The organisation’s own page about the offer, not that of a person.',
          },
          wanted: 'optional',
          zone: 'confidential',
        }),
      },
    ),
  ],
  rules: [
    notAfter('valid_from', 'valid_to', 'valid_to', {
      sv: 'Ange en sista dag som inte är före den första.',
      en: 'Enter a last day that is not before the first.',
    }),
  ],
});
