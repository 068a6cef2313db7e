/**
 * On what ground IUC Industrihubb may look after a contact's details after the project: only the first two hand them
 * over (GDPR article 6.1 a and f). Nothing is ever preselected; whoever has not been asked says so.
 */
export const handoverBases = {
  id: 'handover_bases',
  options: [
    { code: 'consent', sv: 'Ja, personen har samtyckt', en: 'Yes, the person has consented' },
    {
      code: 'legit_interest',
      sv: 'Ja, personen har informerats och har inte sagt nej (berättigat intresse)',
      en: 'Yes, the person was informed and has not objected (legitimate interest)',
    },
    { code: 'objected', sv: 'Nej, personen har sagt nej', en: 'No, the person has objected' },
    {
      code: 'not_asked',
      sv: 'Personen har inte informerats eller tillfrågats ännu',
      en: 'The person has not been informed or asked yet',
    },
  ],
} as const;
