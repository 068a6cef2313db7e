/**
 * The sorts of activity. Three are the grant decision's own for companies: inspirational seminars, topic networks and
 * workshops; two are for more people in industry, and for more women among them.
 */
export const activityTypes = {
  id: 'activity_types',
  options: [
    { code: 'inspiration_seminar', sv: 'Inspirationsseminarium', en: 'Inspirational seminar' },
    { code: 'topic_network', sv: 'Träff i ämnesnätverk', en: 'Meeting of a topic network' },
    { code: 'workshop', sv: 'Workshop', en: 'Workshop' },
    {
      code: 'outside_industry_seminar',
      sv: 'Inspirationsseminarium för personer utanför industrin',
      en: 'Inspirational seminar for people outside industry',
    },
    {
      code: 'women_in_industry_network',
      sv: 'Träff i nätverket Kvinna i industrin',
      en: 'Meeting of the network Kvinna i industrin',
    },
    { code: 'other', sv: 'Annan aktivitet', en: 'Another activity' },
  ],
} as const;
