/** Where results are spread. */
export const disseminationChannels = {
  id: 'dissemination_channels',
  options: [
    { code: 'web', sv: 'Webbplats', en: 'Website' },
    { code: 'linkedin', sv: 'LinkedIn', en: 'LinkedIn' },
    { code: 'newsletter', sv: 'Nyhetsbrev', en: 'Newsletter' },
    { code: 'press', sv: 'Tidning, radio eller tv', en: 'Newspaper, radio or television' },
    { code: 'activity', sv: 'Seminarium eller annan aktivitet', en: 'A seminar or another activity' },
    { code: 'partner', sv: 'Samarbetspartners kanal', en: 'Channel of a partner' },
    {
      code: 'municipality_office',
      sv: 'Kommunens näringslivskontor',
      en: 'The municipality’s business office',
    },
  ],
} as const;
