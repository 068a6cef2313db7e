/**
 * What can be evaluated: the kinds of activity, and what is done in one company. The kind decides which questions
 * are asked.
 */
export const evaluatedKinds = {
  id: 'evaluated_kinds',
  options: [
    { code: 'inspiration_seminar', sv: 'Inspirationsseminarium', en: 'Inspirational seminar' },
    { code: 'topic_network', sv: 'Nätverksträff', en: 'Network meeting' },
    { code: 'workshop', sv: 'Workshop', en: 'Workshop' },
    {
      code: 'outside_industry_seminar',
      sv: 'Inspirationsseminarium för dig som inte arbetar i industrin',
      en: 'Inspirational seminar for people outside industry',
    },
    {
      code: 'women_in_industry_network',
      sv: 'Träff i nätverket Kvinna i industrin',
      en: 'Meeting of the network Kvinna i industrin',
    },
    { code: 'other', sv: 'Annan aktivitet', en: 'Another activity' },
    {
      code: 'intervention',
      sv: 'Utvecklingsinsats i ert företag',
      en: 'Development intervention in your company',
    },
    {
      code: 'measurement',
      sv: 'Processmognadsmätning eller produktionsanalys',
      en: 'Process-maturity measurement or production analysis',
    },
    { code: 'visit', sv: 'Företagsbesök', en: 'Company visit' },
  ],
} as const;
