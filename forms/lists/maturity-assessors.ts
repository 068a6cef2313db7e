/** Who placed the company on the maturity staircase: a company's own view and a visitor's are not the same measure. */
export const maturityAssessors = {
  id: 'maturity_assessors',
  options: [
    { code: 'developer', sv: 'Industriutvecklaren', en: 'The industrial developer' },
    { code: 'company', sv: 'Företaget', en: 'The company' },
    { code: 'joint', sv: 'Tillsammans', en: 'Both together' },
  ],
} as const;
