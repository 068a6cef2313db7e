/** How far somebody has looked into a company's organisationsnummer. Its check digit is always right. */
export const numberChecks = {
  id: 'number_checks',
  options: [
    {
      code: 'luhn_only',
      sv: 'Nej, bara kontrollsiffran är kontrollerad',
      en: 'No, only its check digit',
    },
    {
      code: 'register_checked',
      sv: 'Ja, hos Bolagsverket eller SCB',
      en: 'Yes, with Bolagsverket or SCB',
    },
  ],
} as const;
