/** The place of one SNI code among those of a company, which are ranked by turnover or hours. */
export const sniRanks = {
  id: 'sni_ranks',
  options: [
    { code: 'main', sv: 'Huvudsaklig', en: 'Main' },
    { code: 'secondary', sv: 'Sekundär', en: 'Secondary' },
  ],
} as const;
