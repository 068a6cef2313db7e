import { companyIdentity, companyIndustry, companySize, isAboutPerson } from './blocks/company.ts';
import { form, section } from './grammar/form.ts';
import { reference } from './kinds/reference.ts';

/**
 * The master record of a company: what staff fill in once and every other form reuses by the company's key. A company
 * that was entered twice is merged by naming the record that stays; both keys lead to it from then on.
 */
export const company = form({
  id: 'company',
  title: { sv: 'Företag', en: 'Company' },
  intro: {
    sv: 'Registrera ett företag en gång. Om det redan är registrerat får du veta det när du skickar.',
    en: 'Register a company once. If it is already registered you are told when you send.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  company: 'organisationsnummer',
  soleTrader: isAboutPerson,
  keys: 'EF-',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section({ sv: 'Vilket företag?', en: 'Which company?' }, companyIdentity),
    section({ sv: 'Bransch', en: 'Sector' }, companyIndustry),
    section({ sv: 'Storlek', en: 'Size' }, companySize),
    section(
      { sv: 'Registrerat två gånger', en: 'Registered twice' },
      {
        merged_into: reference('company', {
          label: {
            sv: 'Företagets andra post, som ska gälla',
            en: 'The other record of the company, which is to stay',
          },
          short: { sv: 'Sammanslaget med', en: 'Merged into' },
          hint: {
            sv: 'Bara när samma företag har två poster: ange id för den som ska finnas kvar.',
            en: 'Only when the same company has two records: enter the id of the one that is to stay.',
          },
          wanted: 'optional',
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [],
});
