/** How somebody wants to be reached. */
export const contactWays = {
  id: 'contact_ways',
  options: [
    { code: 'email', sv: 'E-post', en: 'E-mail' },
    { code: 'phone', sv: 'Telefon', en: 'Phone' },
  ],
} as const;
