/**
 * What a project is followed up by, beside its goal (IND-01, companies with a strengthened capability). Those of ERUF
 * are called as its programme calls them.
 */
export const indicators = {
  id: 'indicators',
  options: [
    { code: 'ind_02', sv: 'IND-02 Kontaktade företag', en: 'IND-02 Companies contacted' },
    { code: 'ind_03', sv: 'IND-03 Besökta företag', en: 'IND-03 Companies visited' },
    {
      code: 'ind_04',
      sv: 'IND-04 Företag med genomförd behovsanalys',
      en: 'IND-04 Companies with a needs analysis',
    },
    { code: 'ind_05', sv: 'IND-05 Behov', en: 'IND-05 Needs' },
    { code: 'ind_06', sv: 'IND-06 Matchningar', en: 'IND-06 Matches' },
    {
      code: 'ind_07',
      sv: 'IND-07 Matchningar som lett till insats',
      en: 'IND-07 Matches that led to an intervention',
    },
    { code: 'ind_08', sv: 'IND-08 Genomförda aktiviteter', en: 'IND-08 Activities held' },
    { code: 'ind_09', sv: 'IND-09 Nätverk', en: 'IND-09 Networks' },
    { code: 'ind_10', sv: 'IND-10 Deltaganden', en: 'IND-10 Participations' },
    {
      code: 'ind_11',
      sv: 'IND-11 Deltagande företag i aktiviteter',
      en: 'IND-11 Companies taking part in activities',
    },
    {
      code: 'ind_12',
      sv: 'IND-12 Företag som rört sig i mognadstrappan',
      en: 'IND-12 Companies that moved up the maturity staircase',
    },
    { code: 'ind_13', sv: 'IND-13 Kvantitativa mätningar', en: 'IND-13 Quantitative measurements' },
    { code: 'ind_14', sv: 'IND-14 Nöjdhet och relevans', en: 'IND-14 Satisfaction and relevance' },
    {
      code: 'ind_15',
      sv: 'IND-15 Utvecklingsstödjande insatser',
      en: 'IND-15 Development-supporting interventions',
    },
    { code: 'ind_16', sv: 'IND-16 Könsfördelning', en: 'IND-16 Gender balance' },
    {
      code: 'ind_17',
      sv: 'IND-17 Aktiviteter och deltagare utanför industrin',
      en: 'IND-17 Activities and participants outside industry',
    },
    { code: 'ind_18', sv: 'IND-18 Kvinnliga förebilder', en: 'IND-18 Female role models' },
    {
      code: 'ind_19',
      sv: 'IND-19 Anställda med höjd kompetens',
      en: 'IND-19 Employees with raised skills',
    },
    {
      code: 'ind_20',
      sv: 'IND-20 Kännedom om EU-finansiering',
      en: 'IND-20 Awareness of EU funding',
    },
    { code: 'ind_21', sv: 'IND-21 Geografisk täckning', en: 'IND-21 Geographical coverage' },
    { code: 'ind_22', sv: 'IND-22 Livsmedelsföretag', en: 'IND-22 Food companies' },
    { code: 'ind_23', sv: 'IND-23 Metoder och erbjudanden', en: 'IND-23 Methods and offers' },
    { code: 'ind_24', sv: 'IND-24 Spridningsaktiviteter', en: 'IND-24 Dissemination activities' },
    { code: 'ind_25', sv: 'IND-25 Innovation', en: 'IND-25 Innovation' },
    { code: 'rco01', sv: 'RCO01 Företag som får stöd', en: 'RCO01 Enterprises supported' },
    {
      code: 'rco02',
      sv: 'RCO02 Företag som får bidrag',
      en: 'RCO02 Enterprises supported by grants',
    },
    {
      code: 'rco04',
      sv: 'RCO04 Företag som får icke-ekonomiskt stöd',
      en: 'RCO04 Enterprises with non-financial support',
    },
    { code: 'rco05', sv: 'RCO05 Nya företag som får stöd', en: 'RCO05 New enterprises supported' },
    {
      code: 'rco10',
      sv: 'RCO10 Företag som samarbetar med forskningsorganisationer',
      en: 'RCO10 Enterprises cooperating with research organisations',
    },
    {
      code: 'rco101',
      sv: 'RCO101 Små och medelstora företag som investerar i kompetens',
      en: 'RCO101 SMEs investing in skills',
    },
    {
      code: 'rcr03',
      sv: 'RCR03 Små och medelstora företag som inför produkt- eller processinnovation',
      en: 'RCR03 SMEs introducing product or process innovation',
    },
    {
      code: 'rcr98',
      sv: 'RCR98 Anställda i små och medelstora företag som fullföljer utbildning',
      en: 'RCR98 SMEs’ staff completing training',
    },
  ],
} as const;
