/** What a company sees of the steps that it has taken. */
export const developmentEffects = {
  id: 'development_effects',
  options: [
    { code: 'productivity', sv: 'Högre produktivitet', en: 'Higher productivity' },
    { code: 'lead_time', sv: 'Kortare ledtider', en: 'Shorter lead times' },
    { code: 'quality', sv: 'Bättre kvalitet', en: 'Better quality' },
    { code: 'work_env', sv: 'Bättre arbetsmiljö', en: 'Better work environment' },
    { code: 'energy', sv: 'Lägre energianvändning', en: 'Less use of energy' },
    { code: 'sales', sv: 'Ökad försäljning', en: 'More sales' },
    { code: 'jobs', sv: 'Nya jobb', en: 'New jobs' },
    { code: 'none_yet', sv: 'Inga effekter ännu', en: 'No effects yet' },
  ],
} as const;
