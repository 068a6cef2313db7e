/** Who pays, by the grant decision's budget. */
export const financiers = {
  id: 'financiers',
  options: [
    {
      code: 'region_1_1',
      sv: 'Region Örebro län, anslag 1:1',
      en: 'Region Örebro län, appropriation 1:1',
    },
    {
      code: 'eruf',
      sv: 'Europeiska regionala utvecklingsfonden (ERUF)',
      en: 'European Regional Development Fund (ERDF)',
    },
    { code: 'egna_medel', sv: 'Industrihubbs egna medel', en: 'Industrihubb’s own funds' },
  ],
} as const;
