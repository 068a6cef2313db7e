/** How far a method has come. Only what has been tried in a company, or is looked after since, counts. */
export const methodStatuses = {
  id: 'method_statuses',
  options: [
    { code: 'draft', sv: 'Utkast', en: 'Draft' },
    { code: 'tested', sv: 'Prövad i företag', en: 'Tried in companies' },
    { code: 'managed', sv: 'Förvaltas', en: 'Managed' },
  ],
} as const;
