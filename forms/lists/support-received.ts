/** What a company may have had of the project, in its own words; held against the records of it. */
export const supportReceived = {
  id: 'support_received',
  options: [
    { code: 'visit', sv: 'Besök hos oss', en: 'A visit at our company' },
    {
      code: 'match',
      sv: 'Kontakt med någon annan som kunde hjälpa oss',
      en: 'Contact with somebody else who could help us',
    },
    { code: 'seminar', sv: 'Seminarium', en: 'A seminar' },
    { code: 'network', sv: 'Nätverksträff', en: 'A network meeting' },
    { code: 'workshop', sv: 'Workshop', en: 'A workshop' },
    {
      code: 'intervention',
      sv: 'Utvecklingsinsats i vårt företag',
      en: 'A development intervention in our company',
    },
    { code: 'process_maturity', sv: 'Processmognadsmätning', en: 'A process-maturity measurement' },
    { code: 'production_analysis', sv: 'Produktionsanalys', en: 'A production analysis' },
    { code: 'none', sv: 'Inget av detta', en: 'None of these' },
  ],
} as const;
