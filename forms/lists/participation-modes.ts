/** How somebody took part in an activity that could be met in two ways. */
export const participationModes = {
  id: 'participation_modes',
  options: [
    { code: 'on_site', sv: 'På plats', en: 'On site' },
    { code: 'digital', sv: 'Digitalt', en: 'Online' },
  ],
} as const;
