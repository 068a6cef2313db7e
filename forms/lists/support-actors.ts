/** Organisations that support companies in Örebro län; the first five are named in the grant decision. */
export const supportActors = {
  id: 'support_actors',
  options: [
    { code: 'almi', sv: 'Almi Företagspartner', en: 'Almi Företagspartner' },
    { code: 'handelskammaren', sv: 'Handelskammaren', en: 'Handelskammaren (Chamber of Commerce)' },
    { code: 'ai_impact_lab', sv: 'AI Impact Lab', en: 'AI Impact Lab' },
    { code: 'teknikcollege', sv: 'Teknikcollege', en: 'Teknikcollege' },
    { code: 'bro', sv: 'Business Region Örebro', en: 'Business Region Örebro' },
    { code: 'iuc_natverket', sv: 'IUC-nätverket', en: 'The IUC network' },
    { code: 'robotlyftet', sv: 'Robotlyftet', en: 'Robotlyftet' },
    { code: 'produktionslyftet', sv: 'Produktionslyftet', en: 'Produktionslyftet' },
    { code: 'mitc', sv: 'MITC', en: 'MITC' },
    { code: 'oru', sv: 'Örebro universitet', en: 'Örebro University' },
    { code: 'rise', sv: 'RISE', en: 'RISE' },
    {
      code: 'region_foretagsstod',
      sv: 'Region Örebro läns företagsstöd',
      en: 'Business support from Region Örebro län',
    },
    {
      code: 'naringslivskontor',
      sv: 'Kommunens näringslivskontor',
      en: 'The municipality’s business office',
    },
    { code: 'energikontor', sv: 'Energikontoret', en: 'Energikontoret (Energy Agency)' },
    { code: 'business_sweden', sv: 'Business Sweden', en: 'Business Sweden' },
    { code: 'arbetsformedlingen', sv: 'Arbetsförmedlingen', en: 'Arbetsförmedlingen (Employment Service)' },
    {
      code: 'omstallning',
      sv: 'Omställningsorganisation (TRR eller TSL)',
      en: 'Job transition organisation (TRR or TSL)',
    },
    { code: 'consultant', sv: 'Privat konsult', en: 'Private consultant' },
    { code: 'other', sv: 'Annan aktör', en: 'Another organisation' },
  ],
} as const;
