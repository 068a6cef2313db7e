/** What a company allows the needs database to keep. */
export const needsPermissions = {
  id: 'needs_permissions',
  options: [
    { code: 'yes_named', sv: 'Ja, med företagets namn', en: 'Yes, with the company’s name' },
    { code: 'yes_aggregated_only', sv: 'Ja, men bara i sammanställningar', en: 'Yes, but only in summaries' },
    { code: 'no', sv: 'Nej', en: 'No' },
  ],
} as const;
