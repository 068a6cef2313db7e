/** What came of a contact. That a company is outside the target group does not count as having reached it. */
export const outreachOutcomes = {
  id: 'outreach_outcomes',
  options: [
    { code: 'visit_booked', sv: 'Besök bokat', en: 'Visit booked' },
    { code: 'interested_later', sv: 'Intresserad senare', en: 'Interested later' },
    { code: 'not_interested', sv: 'Inte intresserad', en: 'Not interested' },
    { code: 'no_answer', sv: 'Inget svar', en: 'No answer' },
    { code: 'not_target', sv: 'Tillhör inte målgruppen', en: 'Not in the target group' },
  ],
} as const;
