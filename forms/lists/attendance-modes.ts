/**
 * How it is noted who took part, which decides what the participant list asks. The least personal way that serves the
 * purpose is chosen: where children or young people take part, counts only.
 */
export const attendanceModes = {
  id: 'attendance_modes',
  options: [
    {
      code: 'per_person',
      sv: 'Per person, med anmälningslista',
      en: 'Per person, with a list of those signed up',
    },
    {
      code: 'per_company_counts',
      sv: 'Antal per företag, utan namn',
      en: 'Numbers per company, without names',
    },
    {
      code: 'counts_only',
      sv: 'Bara antal, utan företag och namn',
      en: 'Numbers only, without companies and names',
    },
  ],
} as const;
