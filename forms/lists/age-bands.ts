/** As little of an age as tells how many young people came. */
export const ageBands = {
  id: 'age_bands',
  options: [
    { code: 'lt18', sv: 'Under 18 år', en: 'Under 18' },
    { code: '18_25', sv: '18–25 år', en: '18–25' },
    { code: '26_plus', sv: '26 år och äldre', en: '26 or older' },
    { code: 'unknown', sv: 'Vet inte', en: 'Not known' },
  ],
} as const;
