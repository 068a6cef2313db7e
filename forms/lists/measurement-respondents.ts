/** Who answered a measurement of a company: their own view, a visitor's and an agreed one are not the same measure. */
export const measurementRespondents = {
  id: 'measurement_respondents',
  options: [
    { code: 'self', sv: 'Företaget självt', en: 'The company itself' },
    { code: 'developer', sv: 'Industriutvecklaren', en: 'The industrial developer' },
    { code: 'consensus', sv: 'Båda gemensamt', en: 'Both, jointly' },
  ],
} as const;
