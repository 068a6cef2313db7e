/**
 * The type of organisation that takes part in an activity. The project's own staff is in no count. Those who evaluate
 * choose among fewer: experts and the project's staff do not.
 */
export const organisationCategories = {
  id: 'organisation_categories',
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
    { code: 'expert_supplier', sv: 'Expert eller leverantör', en: 'Expert or supplier' },
    {
      code: 'private_person',
      sv: 'Ingen, privatperson utanför industrin',
      en: 'None, a private person outside industry',
    },
    { code: 'project_staff', sv: 'Projektets egen personal', en: 'The project’s own staff' },
  ],
} as const;
