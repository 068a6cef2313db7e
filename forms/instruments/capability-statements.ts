/**
 * Nine statements on a company's capability to develop: three each on sensing what is possible, on seizing it and on
 * transforming. The project's own wording, after dynamic capabilities (Teece 2007) and absorptive capacity (Cohen &
 * Levinthal 1990). `short` names a statement where there is no room for it.
 */
export const capabilityStatements = {
  s1: {
    sv: 'Vi vet vilka möjligheter ny teknik och nya arbetssätt ger oss',
    en: 'We know what opportunities new technology and new ways of working give us',
    short: { sv: 'Kännedom om möjligheter', en: 'Knowing the opportunities' },
  },
  s2: {
    sv: 'Vi känner vårt nuläge genom mätning eller analys',
    en: 'We know where we stand, by measurement or analysis',
    short: { sv: 'Kännedom om nuläget', en: 'Knowing where you stand' },
  },
  s3: {
    sv: 'Vi vet vart vi vänder oss för stöd och finansiering',
    en: 'We know where to turn for support and funding',
    short: { sv: 'Vägar till stöd', en: 'Where to turn for support' },
  },
  s4: {
    sv: 'Vi har en prioriterad plan för utveckling av produktionen',
    en: 'We have a prioritised plan for developing our production',
    short: { sv: 'Prioriterad plan', en: 'Prioritised plan' },
  },
  s5: {
    sv: 'Ledningen avsätter tid och pengar till utveckling',
    en: 'The management sets aside time and money for development',
    short: { sv: 'Avsatt tid och pengar', en: 'Time and money set aside' },
  },
  s6: {
    sv: 'Vi kan räkna på och besluta om investeringar i teknik',
    en: 'We can calculate and decide on investments in technology',
    short: { sv: 'Beslut om investeringar', en: 'Decisions on investments' },
  },
  s7: {
    sv: 'Vi inför nya arbetssätt eller ny teknik i produktionen',
    en: 'We introduce new ways of working or new technology in production',
    short: { sv: 'Nya arbetssätt och ny teknik', en: 'New ways of working and technology' },
  },
  s8: {
    sv: 'Medarbetarna har kompetens att driva förändringen',
    en: 'Our staff have the skills to drive the change',
    short: { sv: 'Medarbetarnas kompetens', en: 'Skills of the staff' },
  },
  s9: {
    sv: 'Vi följer upp effekten och fortsätter förbättra',
    en: 'We follow up the effects and go on improving',
    short: { sv: 'Uppföljning av effekter', en: 'Following up effects' },
  },
} as const;
