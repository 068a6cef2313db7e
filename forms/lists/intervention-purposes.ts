/** What an intervention does for a company's development, in the words of the grant decision. */
export const interventionPurposes = {
  id: 'intervention_purposes',
  options: [
    { code: 'support', sv: 'Stödja utvecklingen', en: 'Support the development' },
    { code: 'facilitate', sv: 'Underlätta utvecklingen', en: 'Facilitate the development' },
    { code: 'accelerate', sv: 'Påskynda utvecklingen', en: 'Accelerate the development' },
  ],
} as const;
