/** What is told: of one company, of all together, or of the project. */
export const disseminationKinds = {
  id: 'dissemination_kinds',
  options: [
    { code: 'company_case', sv: 'Berättelse om ett företag', en: 'Story of one company' },
    {
      code: 'aggregate',
      sv: 'Resultat från flera företag tillsammans',
      en: 'Results from several companies together',
    },
    { code: 'info', sv: 'Information om projektet', en: 'Information about the project' },
  ],
} as const;
