/** The three dimensions of sustainability. */
export const sustainabilityDimensions = {
  id: 'sustainability_dimensions',
  options: [
    { code: 'env', sv: 'Miljö', en: 'Environmental' },
    { code: 'soc', sv: 'Socialt', en: 'Social' },
    { code: 'eco', sv: 'Ekonomiskt', en: 'Economic' },
  ],
} as const;
