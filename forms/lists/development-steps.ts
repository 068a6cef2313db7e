/** Steps that a company has taken in its development. A step that can be shown is evidence that support has helped. */
export const developmentSteps = {
  id: 'development_steps',
  options: [
    { code: 'action_plan', sv: 'Beslutat om en handlingsplan', en: 'Decided on an action plan' },
    { code: 'new_working_method', sv: 'Infört ett nytt arbetssätt', en: 'Introduced a new way of working' },
    { code: 'new_technology', sv: 'Infört ny teknik', en: 'Introduced new technology' },
    { code: 'investment_decision', sv: 'Beslutat om en investering', en: 'Decided on an investment' },
    { code: 'investment_made', sv: 'Gjort en investering', en: 'Made an investment' },
    { code: 'skills_raised', sv: 'Höjt kompetensen', en: 'Raised skills' },
    { code: 'funding_applied', sv: 'Sökt finansiering', en: 'Applied for funding' },
    { code: 'collaboration', sv: 'Inlett ett nytt samarbete', en: 'Begun a new collaboration' },
    { code: 'measure_improved', sv: 'Förbättrat ett mätvärde', en: 'Improved a measured value' },
    { code: 'none', sv: 'Inget steg ännu', en: 'No step yet' },
  ],
} as const;
