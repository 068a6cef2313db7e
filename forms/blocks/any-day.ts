/** What most dates share: how to write them, and that a wrong century is a slip of the finger. */
export const anyDay = {
  hint: {
    sv: 'År-månad-dag, till exempel 2026-09-10.',
    en: 'Year-month-day, for example 2026-09-10.',
  },
  earliest: '2021-01-01',
  latest: '2099-12-31',
} as const;
