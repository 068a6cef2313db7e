/** What a company does to be chosen by more than those who usually apply. */
export const recruitmentActions = {
  id: 'recruitment_actions',
  options: [
    { code: 'none', sv: 'Inget särskilt', en: 'Nothing in particular' },
    { code: 'job_ads', sv: 'Ser över jobbannonserna', en: 'Rethinks its job advertisements' },
    { code: 'schools', sv: 'Samarbetar med skolor', en: 'Works with schools' },
    { code: 'work_env', sv: 'Förbättrar arbetsmiljön', en: 'Improves the work environment' },
    { code: 'role_models', sv: 'Lyfter fram förebilder', en: 'Highlights role models' },
    { code: 'other', sv: 'Annat', en: 'Other' },
  ],
} as const;
