/** Whether something is the bottleneck; a company that has not measured may not know. */
export const bottleneckAnswers = {
  id: 'bottleneck_answers',
  options: [
    { code: 'yes', sv: 'Ja', en: 'Yes' },
    { code: 'no', sv: 'Nej', en: 'No' },
    { code: 'unknown', sv: 'Vet ej', en: 'Don’t know' },
  ],
} as const;
