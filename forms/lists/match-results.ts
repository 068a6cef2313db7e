/** What a company got of another organisation's offer. */
export const matchResults = {
  id: 'match_results',
  options: [
    { code: 'advice', sv: 'Rådgivning', en: 'Advice' },
    { code: 'financing', sv: 'Finansiering', en: 'Financing' },
    { code: 'training', sv: 'Utbildning', en: 'Training' },
    { code: 'test', sv: 'Test eller pilot', en: 'Test or pilot' },
    { code: 'recruitment', sv: 'Rekrytering', en: 'Recruitment' },
    { code: 'none_yet', sv: 'Inget resultat ännu', en: 'No result yet' },
  ],
} as const;
