/** The share of women in a group, in steps that point out no single person in a small company. */
export const womenShares = {
  id: 'women_shares',
  options: [
    { code: '0', sv: 'Inga kvinnor', en: 'No women' },
    { code: '1_25', sv: '1–25 %', en: '1–25%' },
    { code: '26_50', sv: '26–50 %', en: '26–50%' },
    { code: 'gt50', sv: 'Över 50 %', en: 'Over 50%' },
    { code: 'unknown', sv: 'Vet inte', en: 'Don’t know' },
  ],
} as const;
