/** What a person may ask of whoever keeps data about them: GDPR articles 15, 16, 17, 18, 21 and 20, in this order. */
export const rightsRequestTypes = {
  id: 'rights_request_types',
  options: [
    {
      code: 'access',
      sv: 'Veta vilka uppgifter ni har om mig, och få en kopia',
      en: 'Know what data you have about me, and get a copy',
    },
    { code: 'rectify', sv: 'Rätta uppgifter som är fel', en: 'Correct data that is wrong' },
    { code: 'erase', sv: 'Radera uppgifter om mig', en: 'Erase data about me' },
    {
      code: 'restrict',
      sv: 'Begränsa hur ni använder uppgifter om mig',
      en: 'Restrict how you use data about me',
    },
    {
      code: 'object',
      sv: 'Invända mot att ni använder uppgifter om mig',
      en: 'Object to your use of data about me',
    },
    {
      code: 'portability',
      sv: 'Få ut uppgifter som jag själv har lämnat, för att flytta dem',
      en: 'Get the data that I gave you myself, to take it elsewhere',
    },
  ],
} as const;
