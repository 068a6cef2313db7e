/** How much of the sales is export. */
export const exportShares = {
  id: 'export_shares',
  options: [
    { code: 'none', sv: 'Ingen export', en: 'No export' },
    { code: 'lt10', sv: 'Under 10 %', en: 'Under 10%' },
    { code: '10_50', sv: '10–50 %', en: '10–50%' },
    { code: 'gt50', sv: 'Över 50 %', en: 'Over 50%' },
    { code: 'unknown', sv: 'Vet inte', en: 'Don’t know' },
  ],
} as const;
