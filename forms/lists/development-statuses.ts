/** Where a company is with its development work: the grant is for those who begin it or go on with it. */
export const developmentStatuses = {
  id: 'development_statuses',
  options: [
    { code: 'not_started', sv: 'Inte påbörjat', en: 'Not started' },
    { code: 'started', sv: 'Påbörjat', en: 'Started' },
    { code: 'continuous', sv: 'Pågår löpande', en: 'Ongoing' },
  ],
} as const;
