/** Where a company visit takes place. */
export const visitModes = {
  id: 'visit_modes',
  options: [
    { code: 'on_site', sv: 'På plats', en: 'On site' },
    { code: 'digital', sv: 'Digitalt', en: 'Online' },
  ],
} as const;
