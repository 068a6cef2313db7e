/** What the project can offer a company after a visit. */
export const nextSteps = {
  id: 'next_steps',
  options: [
    {
      code: 'match',
      sv: 'Matchning mot andra aktörers erbjudanden',
      en: 'A match with what other organisations offer',
    },
    { code: 'activity', sv: 'Seminarium eller annan aktivitet', en: 'A seminar or another activity' },
    { code: 'network', sv: 'Nätverk', en: 'A network' },
    { code: 'workshop', sv: 'Workshop', en: 'A workshop' },
    { code: 'intervention', sv: 'Utvecklingsstödjande insats', en: 'A development-supporting intervention' },
    { code: 'process_maturity', sv: 'Processmognadsmätning', en: 'A process-maturity measurement' },
    { code: 'production_analysis', sv: 'Produktionsanalys', en: 'A production analysis' },
    { code: 'none', sv: 'Inget nästa steg', en: 'No next step' },
  ],
} as const;
