/** How much a company has invested, in bands wide enough that nobody has to look it up. */
export const investmentBands = {
  id: 'investment_bands',
  options: [
    { code: '0', sv: 'Inget', en: 'Nothing' },
    { code: 'lt100k', sv: 'Under 100 000 kr', en: 'Under SEK 100 000' },
    { code: '100k_1m', sv: '100 000 kr till under 1 miljon kr', en: 'SEK 100 000 to under 1 million' },
    { code: '1_5m', sv: '1 till 5 miljoner kr', en: 'SEK 1 to 5 million' },
    { code: 'gt5m', sv: 'Över 5 miljoner kr', en: 'Over SEK 5 million' },
    { code: 'no_answer', sv: 'Vill inte svara', en: 'Prefer not to say' },
  ],
} as const;
