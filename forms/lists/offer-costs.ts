/** What an offer costs a company. */
export const offerCosts = {
  id: 'offer_costs',
  options: [
    { code: 'free', sv: 'Gratis', en: 'Free' },
    { code: 'subsidised', sv: 'Rabatterat med offentliga medel', en: 'Subsidised with public money' },
    { code: 'market', sv: 'Marknadspris', en: 'Market price' },
  ],
} as const;
