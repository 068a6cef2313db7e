import { companyKeyOfIt } from './blocks/company.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { reference } from './kinds/reference.ts';
import { text } from './kinds/text.ts';
import { identificationBases } from './lists/identification-bases.ts';

/**
 * Which company a record is about that names it in words only, as what the public sends may do: only what staff have
 * matched to a company counts.
 */
export const companyIdentity = form({
  id: 'company-identity',
  title: { sv: 'Koppla till ett företag', en: 'Match to a company' },
  intro: {
    sv: 'En deltagarlista, behovsanalys eller anmälan kan sakna företagets nummer. Ange här vilket företag den gäller, så att den räknas.',
    en: 'A participant list, needs analysis or sign-up may lack the number of the company. Say here which company it is about, so that it counts.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  company: 'company_key',
  unique: ['record'],
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Posten', en: 'The record' },
      {
        record: reference(['participants', 'needs-analysis', 'sign-up', 'needs-request'], {
          label: { sv: 'Vilken post gäller det?', en: 'Which record is it about?' },
          short: { sv: 'Post', en: 'Record' },
          hint: {
            sv: 'Id för deltagarlistan, behovsanalysen eller anmälan.',
            en: 'The id of the participant list, needs analysis or sign-up.',
          },
          wanted: 'required',
          missing: { sv: 'Ange postens id.', en: 'Enter the id of the record.' },
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Företaget', en: 'The company' },
      {
        ...companyKeyOfIt,
        basis: choice(identificationBases, {
          label: {
            sv: 'Hur vet du vilket företag det är?',
            en: 'How do you know which company it is?',
          },
          short: { sv: 'Grund för kopplingen', en: 'Basis of the match' },
          wanted: 'required',
          missing: {
            sv: 'Välj hur du vet vilket företag det är.',
            en: 'Choose how you know which company it is.',
          },
          zone: 'analytic',
        }),
        note: text({
          label: { sv: 'Anteckning', en: 'Note' },
          hint: { sv: 'Skriv inga personuppgifter.', en: 'Do not include personal information.' },
          wanted: 'optional',
          max: 200,
          zone: 'confidential',
        }),
      },
    ),
  ],
  rules: [],
});
