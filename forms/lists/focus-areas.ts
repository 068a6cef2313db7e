/** The project's three focus areas, and what goes across or beside them. */
export const focusAreas = {
  id: 'focus_areas',
  options: [
    { code: 'production_efficiency', sv: 'Produktionseffektivisering', en: 'Production efficiency' },
    { code: 'digitalisation', sv: 'Digitalisering', en: 'Digitalisation' },
    { code: 'automation', sv: 'Automation', en: 'Automation' },
    { code: 'cross_cutting', sv: 'Övergripande eller annat', en: 'Across them all, or other' },
  ],
} as const;
