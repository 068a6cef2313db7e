/** Why an organisation is entered without organisationsnummer. A sole trader's number is a personnummer. */
export const organisationsnummerMissingReasons = {
  id: 'organisationsnummer_missing_reasons',
  options: [
    { code: 'sole_trader', sv: 'Enskild firma', en: 'Sole trader' },
    { code: 'foreign', sv: 'Utländskt företag', en: 'Foreign company' },
    { code: 'private_person', sv: 'Privatperson', en: 'Private person' },
    { code: 'unknown', sv: 'Vet inte', en: 'Not known' },
  ],
} as const;
