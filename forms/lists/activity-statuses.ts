/** Whether an activity has taken place; only one that was held counts. */
export const activityStatuses = {
  id: 'activity_statuses',
  options: [
    { code: 'planned', sv: 'Planerad', en: 'Planned' },
    { code: 'held', sv: 'Genomförd', en: 'Held' },
    { code: 'cancelled', sv: 'Inställd', en: 'Cancelled' },
  ],
} as const;
