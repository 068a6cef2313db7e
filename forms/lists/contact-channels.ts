/** How a company was reached, or how it came to be known. */
export const contactChannels = {
  id: 'contact_channels',
  options: [
    { code: 'phone', sv: 'Telefon', en: 'Phone' },
    { code: 'email', sv: 'E-post', en: 'E-mail' },
    { code: 'visit', sv: 'Spontant besök', en: 'Unannounced visit' },
    { code: 'activity', sv: 'Möte på en aktivitet', en: 'Met at an activity' },
    { code: 'referral', sv: 'Tips från en annan aktör', en: 'Referred by another organisation' },
    { code: 'social', sv: 'Sociala medier', en: 'Social media' },
    { code: 'other', sv: 'Annat sätt', en: 'Another way' },
  ],
} as const;
