/** The networks there are: those about one role or question, and the one for women in industry. */
export const networkTypes = {
  id: 'network_types',
  options: [
    { code: 'topic_network', sv: 'Ämnesnätverk', en: 'Topic network' },
    {
      code: 'women_in_industry_network',
      sv: 'Nätverket Kvinna i industrin',
      en: 'The network Kvinna i industrin (women in industry)',
    },
  ],
} as const;
