/** Where those who take part in an activity are. */
export const activityModes = {
  id: 'activity_modes',
  options: [
    { code: 'on_site', sv: 'På plats', en: 'On site' },
    { code: 'digital', sv: 'Digitalt', en: 'Online' },
    { code: 'hybrid', sv: 'Både på plats och digitalt', en: 'Both on site and online' },
  ],
} as const;
