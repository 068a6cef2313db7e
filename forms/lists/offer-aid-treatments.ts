/** How an offer is treated under the rules on state aid. */
export const offerAidTreatments = {
  id: 'offer_aid_treatments',
  options: [
    { code: 'not_aid', sv: 'Inte statsstöd', en: 'Not state aid' },
    { code: 'de_minimis', sv: 'Försumbart stöd (de minimis)', en: 'De minimis aid' },
    {
      code: 'gber',
      sv: 'Stöd enligt gruppundantagsförordningen (GBER)',
      en: 'Aid under the General Block Exemption Regulation (GBER)',
    },
    { code: 'not_assessed', sv: 'Inte bedömt', en: 'Not assessed' },
  ],
} as const;
