/**
 * The type of organisation that a participant comes from. Experts and the project's own staff do not evaluate, so
 * they are not among these.
 */
export const respondentTypes = {
  id: 'respondent_types',
  options: [
    { code: 'industry_company', sv: 'Industriföretag', en: 'Industrial company' },
    { code: 'other_company', sv: 'Annat företag', en: 'Another company' },
    {
      code: 'support_actor',
      sv: 'Organisation som stöder företag, till exempel Almi eller Handelskammaren',
      en: 'Organisation that supports companies, for example Almi or Handelskammaren',
    },
    { code: 'public_sector', sv: 'Offentlig sektor', en: 'Public sector' },
    { code: 'academia', sv: 'Universitet eller forskningsinstitut', en: 'University or research institute' },
    { code: 'education', sv: 'Skola eller utbildning', en: 'School or training' },
    {
      code: 'private_person',
      sv: 'Ingen, jag deltog som privatperson',
      en: 'None, I took part as a private person',
    },
  ],
} as const;
