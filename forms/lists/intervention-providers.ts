/** Who does the work in a company. */
export const interventionProviders = {
  id: 'intervention_providers',
  options: [
    { code: 'developer', sv: 'Industriutvecklare', en: 'Industrial developer' },
    { code: 'domain_expert', sv: 'Domänexpert', en: 'Domain expert' },
    { code: 'both', sv: 'Båda', en: 'Both' },
  ],
} as const;
