/** How far an intervention has come; only a completed one counts. */
export const interventionStatuses = {
  id: 'intervention_statuses',
  options: [
    { code: 'planned', sv: 'Planerad', en: 'Planned' },
    {
      code: 'awaiting_aid_decision',
      sv: 'Väntar på beslut om försumbart stöd',
      en: 'Awaiting a decision on de minimis aid',
    },
    { code: 'ongoing', sv: 'Pågår', en: 'Ongoing' },
    { code: 'completed', sv: 'Genomförd', en: 'Completed' },
    { code: 'cancelled', sv: 'Inställd eller avbruten', en: 'Cancelled' },
  ],
} as const;
