/** Whether a participant knew who pays for the activity. */
export const euFundingAwareness = {
  id: 'eu_funding_awareness',
  options: [
    { code: 'yes', sv: 'Ja', en: 'Yes' },
    { code: 'partly', sv: 'Delvis', en: 'Partly' },
    { code: 'no', sv: 'Nej', en: 'No' },
  ],
} as const;
