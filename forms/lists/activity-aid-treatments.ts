/** Whether taking part in an activity is state aid to a company, and of which sort. */
export const activityAidTreatments = {
  id: 'activity_aid_treatments',
  options: [
    {
      code: 'not_aid',
      sv: 'Inte statsstöd: öppet för alla, obetydlig fördel',
      en: 'Not state aid: open to all, negligible advantage',
    },
    { code: 'de_minimis', sv: 'Försumbart stöd (de minimis)', en: 'De minimis aid' },
    { code: 'gber', sv: 'Stöd enligt gruppundantaget (GBER)', en: 'Aid under the block exemption (GBER)' },
    { code: 'not_assessed', sv: 'Inte bedömt ännu', en: 'Not assessed yet' },
  ],
} as const;
