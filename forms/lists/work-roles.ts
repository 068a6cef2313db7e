/** What a person does at work, as broad as the analysis needs it. */
export const workRoles = {
  id: 'work_roles',
  options: [
    { code: 'owner_ceo', sv: 'Ägare eller vd', en: 'Owner or managing director' },
    { code: 'production_manager', sv: 'Produktions- eller platschef', en: 'Production or site manager' },
    { code: 'production_engineer', sv: 'Produktionstekniker', en: 'Production engineer' },
    { code: 'team_leader', sv: 'Gruppledare eller arbetsledare', en: 'Team leader or supervisor' },
    { code: 'operator', sv: 'Operatör', en: 'Operator' },
    { code: 'it_digital', sv: 'It och digitalisering', en: 'IT and digitalisation' },
    {
      code: 'quality_env',
      sv: 'Kvalitet, miljö eller arbetsmiljö',
      en: 'Quality, environment or health and safety',
    },
    { code: 'hr_skills', sv: 'Personal och kompetens', en: 'Human resources and skills' },
    { code: 'purchasing_logistics', sv: 'Inköp och logistik', en: 'Purchasing and logistics' },
    { code: 'rnd', sv: 'Produktutveckling', en: 'Product development' },
    { code: 'student', sv: 'Student eller elev', en: 'Student or pupil' },
    { code: 'other', sv: 'Annan', en: 'Other' },
  ],
} as const;
