/** How it was decided which company something is about, from the surest to the least sure. */
export const identificationBases = {
  id: 'identification_bases',
  options: [
    {
      code: 'register',
      sv: 'Numret är kontrollerat i ett register',
      en: 'The number was checked in a register',
    },
    { code: 'company', sv: 'Företaget har själv sagt det', en: 'The company said so itself' },
    { code: 'name_and_place', sv: 'Namnet och orten är desamma', en: 'The name and the place are the same' },
    { code: 'other', sv: 'På annat sätt', en: 'In another way' },
  ],
} as const;
