/** Whom an activity is meant for. */
export const targetGroups = {
  id: 'target_groups',
  options: [
    { code: 'industry_companies', sv: 'Industriföretag', en: 'Industrial companies' },
    { code: 'youth', sv: 'Ungdomar', en: 'Young people' },
    { code: 'young_women', sv: 'Unga kvinnor', en: 'Young women' },
    { code: 'women', sv: 'Kvinnor', en: 'Women' },
    { code: 'jobseekers', sv: 'Arbetssökande', en: 'Jobseekers' },
    {
      code: 'teachers_guidance',
      sv: 'Lärare eller studie- och yrkesvägledare',
      en: 'Teachers or career counsellors',
    },
    { code: 'other', sv: 'Andra', en: 'Others' },
  ],
} as const;
