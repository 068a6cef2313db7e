/**
 * Individual-based statistics are split by sex (14 § förordning 2001:100, on official statistics), and the funders
 * ask for women and men. There is one merged third option, so that gender identity, a sensitive personal datum
 * (SKR, 2024-03-04), is never recorded as such. It is never guessed from a name.
 */
export const genders = {
  id: 'genders',
  options: [
    { code: 'woman', sv: 'Kvinna', en: 'Woman' },
    { code: 'man', sv: 'Man', en: 'Man' },
    {
      code: 'undisclosed',
      sv: 'Annat alternativ eller vill inte uppge',
      en: 'Other or prefer not to say',
    },
  ],
} as const;
