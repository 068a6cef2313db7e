import { anyDay } from './blocks/any-day.ts';
import { companyKeyOfIt } from './blocks/company.ts';
import { projectOfIt } from './blocks/project.ts';
import { is } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { date } from './kinds/date.ts';
import { longText } from './kinds/long-text.ts';
import { contactChannels } from './lists/contact-channels.ts';
import { outreachOutcomes } from './lists/outreach-outcomes.ts';
import { supportActors } from './lists/support-actors.ts';

/** One contact with a company that the project seeks out: how, when and what came of it. */
export const outreach = form({
  id: 'outreach',
  title: { sv: 'Uppsökande kontakt', en: 'Outreach contact' },
  intro: {
    sv: 'Fyll i ett formulär varje gång du har sökt kontakt med ett företag. Det tar en minut.',
    en: 'Fill in one form each time you have reached out to a company. It takes a minute.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  activityDate: 'contact_date',
  company: 'company_key',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Kontakten', en: 'The contact' },
      {
        ...companyKeyOfIt,
        contact_date: date({
          label: { sv: 'Vilken dag togs kontakten?', en: 'On which day was the contact made?' },
          short: { sv: 'Datum för kontakten', en: 'Date of the contact' },
          wanted: 'required',
          missing: {
            sv: 'Ange vilken dag kontakten togs.',
            en: 'Enter the day on which the contact was made.',
          },
          ...anyDay,
          happened: true,
          zone: 'analytic',
        }),
        contact_channel: choice(contactChannels, {
          label: { sv: 'Hur togs kontakten?', en: 'How was the contact made?' },
          short: { sv: 'Kontaktsätt', en: 'Way of contact' },
          wanted: 'required',
          missing: { sv: 'Välj hur kontakten togs.', en: 'Choose how the contact was made.' },
          zone: 'analytic',
        }),
        referred_by: choice(supportActors, {
          label: { sv: 'Vem tipsade om företaget?', en: 'Who referred the company?' },
          short: { sv: 'Tips från', en: 'Referred by' },
          wanted: 'neededToCount',
          missing: { sv: 'Välj vem som tipsade om företaget.', en: 'Choose who referred the company.' },
          shownWhen: is('contact_channel', 'referral'),
          zone: 'analytic',
        }),
        outcome: choice(outreachOutcomes, {
          label: { sv: 'Vad ledde kontakten till?', en: 'What came of the contact?' },
          short: { sv: 'Utfall', en: 'Outcome' },
          wanted: 'required',
          missing: { sv: 'Välj vad kontakten ledde till.', en: 'Choose what came of the contact.' },
          zone: 'analytic',
        }),
        next_step_date: date({
          label: { sv: 'När ska nästa kontakt tas?', en: 'When is the next contact due?' },
          short: { sv: 'Datum för nästa kontakt', en: 'Date of the next contact' },
          wanted: 'optional',
          ...anyDay,
          zone: 'analytic',
        }),
        note: longText({
          label: { sv: 'Anteckning', en: 'Note' },
          hint: { sv: 'Skriv inga personuppgifter.', en: 'Do not include personal information.' },
          wanted: 'optional',
          max: 500,
          zone: 'confidential',
        }),
        ...projectOfIt,
      },
    ),
  ],
  rules: [],
});
