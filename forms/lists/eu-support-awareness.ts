/** Whether a company knows that there is EU-funded support; asked before and after. */
export const euSupportAwareness = {
  id: 'eu_support_awareness',
  options: [
    { code: 'yes', sv: 'Ja', en: 'Yes' },
    { code: 'somewhat', sv: 'Lite grann', en: 'A little' },
    { code: 'no', sv: 'Nej', en: 'No' },
  ],
} as const;
