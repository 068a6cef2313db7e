/** Whom it is meant to reach. */
export const disseminationTargets = {
  id: 'dissemination_targets',
  options: [
    { code: 'companies', sv: 'Företag', en: 'Companies' },
    {
      code: 'municipal_business_offices',
      sv: 'Kommunernas näringslivskontor',
      en: 'The municipalities’ business offices',
    },
    { code: 'public', sv: 'Allmänheten', en: 'The public' },
    { code: 'region', sv: 'Region Örebro län', en: 'Region Örebro län' },
  ],
} as const;
