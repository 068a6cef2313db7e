/** How much a recommendation gives, or takes. */
export const recommendationSizes = {
  id: 'recommendation_sizes',
  options: [
    { code: 'low', sv: 'Liten', en: 'Small' },
    { code: 'medium', sv: 'Medel', en: 'Medium' },
    { code: 'high', sv: 'Stor', en: 'Large' },
  ],
} as const;
