/**
 * Whether an intervention is state aid, and of which sort: de minimis (Regulation (EU) 2023/2831), or innovation aid to
 * small and medium-sized enterprises (article 28 of the general block exemption, Regulation (EU) No 651/2014).
 */
export const interventionAidTreatments = {
  id: 'intervention_aid_treatments',
  options: [
    { code: 'de_minimis', sv: 'Försumbart stöd (de minimis)', en: 'De minimis aid' },
    {
      code: 'gber_28',
      sv: 'Innovationsstöd enligt gruppundantaget, artikel 28',
      en: 'Innovation aid under the block exemption, article 28',
    },
    { code: 'not_aid', sv: 'Inte statsstöd', en: 'Not state aid' },
    { code: 'not_assessed', sv: 'Inte bedömt ännu', en: 'Not assessed yet' },
  ],
} as const;
