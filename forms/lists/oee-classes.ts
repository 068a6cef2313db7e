/** Classes of OEE, for orientation: 85 % as “world class” is TPM's rule of thumb for discrete manufacturing. */
export const oeeClasses = {
  id: 'oee_classes',
  options: [
    { code: 'lt40', sv: 'Under 40 %', en: 'Under 40%' },
    { code: '40_60', sv: '40 % till under 60 %', en: '40% to under 60%' },
    { code: '60_85', sv: '60 % till under 85 %', en: '60% to under 85%' },
    { code: 'ge85', sv: '85 % eller mer', en: '85% or more' },
  ],
} as const;
