import { companyIdentity, companyIndustry, companySize, isAboutPerson } from './blocks/company.ts';
import { answered, is, some } from './grammar/conditions.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { reference } from './kinds/reference.ts';
import { legalForms } from './lists/legal-forms.ts';
import { numberChecks } from './lists/number-checks.ts';
import { sniRanks } from './lists/sni-ranks.ts';
import { notTogether } from './rules/not-together.ts';
import { unansweredWhen } from './rules/unanswered-when.ts';

const otherLegalForms = legalForms.options.map(({ code }) => code).filter((code) => code !== 'ef');

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
  soleTrader: some(isAboutPerson, is('legal_form', 'ef')),
  keys: 'EF-',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Vilket företag?', en: 'Which company?' },
      {
        ...companyIdentity,
        // That the check digit is right says nothing of whether there is such a company.
        organisationsnummer_verified: choice(numberChecks, {
          label: {
            sv: 'Är organisationsnumret kontrollerat mot ett register?',
            en: 'Has the organisationsnummer been checked against a register?',
          },
          short: { sv: 'Kontroll av organisationsnumret', en: 'Check of the organisationsnummer' },
          wanted: 'optional',
          shownWhen: answered('organisationsnummer'),
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Bransch', en: 'Sector' },
      {
        ...companyIndustry,
        // Either places a company in the target group: which of them it was is kept, and nothing waits for it.
        sni_rank: choice(sniRanks, {
          label: {
            sv: 'Är branschen företagets huvudsakliga eller en sekundär?',
            en: 'Is the sector the main one of the company or a secondary one?',
          },
          short: { sv: 'Huvudsaklig eller sekundär bransch', en: 'Main or secondary sector' },
          hint: {
            sv: 'Ett företag kan ha flera SNI-koder. Den första är den huvudsakliga.',
            en: 'A company can have several SNI codes. The first is the main one.',
          },
          wanted: 'optional',
          shownWhen: answered('sni_division'),
          zone: 'analytic',
        }),
      },
    ),
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
  rules: [
    // The number of a sole trader is the owner's personnummer, which is not kept here; its key is one of ours.
    unansweredWhen(
      'organisationsnummer',
      { field: 'legal_form', values: ['ef'] },
      {
        sv: 'En enskild firma får en egen nyckel här i stället för ett nummer. Ta bort organisationsnumret och välj ”Enskild firma” som orsak, eller välj en annan juridisk form.',
        en: 'A sole trader gets a key of its own here instead of a number. Remove the organisationsnummer and choose “Sole trader” as the reason, or choose another legal form.',
      },
    ),
    notTogether(
      [
        { field: 'organisationsnummer_missing_reason', values: ['sole_trader'] },
        { field: 'legal_form', values: otherLegalForms },
      ],
      'legal_form',
      {
        sv: 'Välj ”Enskild firma” som juridisk form, eller en annan orsak till att organisationsnumret saknas.',
        en: 'Choose “Sole trader” as the legal form, or another reason why the organisationsnummer is missing.',
      },
    ),
  ],
});
