/**
 * Areas in which a company may need to develop. Four are the grant decision's own: skills, production efficiency,
 * automation and digitalisation. Three are the dimensions of sustainability.
 */
export const needAreas = {
  id: 'need_areas',
  options: [
    { code: 'skills_development', sv: 'Kompetensutveckling', en: 'Skills development' },
    { code: 'production_efficiency', sv: 'Produktionseffektivisering', en: 'Production efficiency' },
    { code: 'automation', sv: 'Automation och robotik', en: 'Automation and robotics' },
    { code: 'digitalisation', sv: 'Digitalisering och data', en: 'Digitalisation and data' },
    { code: 'ai', sv: 'AI och avancerad analys', en: 'AI and advanced analytics' },
    { code: 'it_security', sv: 'Informations- och cybersäkerhet', en: 'Information and cyber security' },
    {
      code: 'strategy_business',
      sv: 'Affärsutveckling och strategi',
      en: 'Business development and strategy',
    },
    { code: 'market_sales', sv: 'Marknad och försäljning', en: 'Market and sales' },
    { code: 'export', sv: 'Export och internationalisering', en: 'Export and internationalisation' },
    { code: 'leadership_org', sv: 'Ledarskap och organisation', en: 'Leadership and organisation' },
    { code: 'ownership_succession', sv: 'Ägarskifte och generationsskifte', en: 'Ownership succession' },
    { code: 'finance_investment', sv: 'Finansiering och investering', en: 'Finance and investment' },
    {
      code: 'product_innovation',
      sv: 'Produktutveckling och innovation',
      en: 'Product development and innovation',
    },
    {
      code: 'supply_chain',
      sv: 'Inköp, leverantörer och logistik',
      en: 'Purchasing, suppliers and logistics',
    },
    { code: 'quality_certification', sv: 'Kvalitet och certifiering', en: 'Quality and certification' },
    { code: 'maintenance', sv: 'Underhåll', en: 'Maintenance' },
    {
      code: 'skills_supply',
      sv: 'Kompetensförsörjning: rekrytera och behålla',
      en: 'Skills supply: recruiting and retaining',
    },
    { code: 'work_environment', sv: 'Arbetsmiljö', en: 'Work environment' },
    {
      code: 'inclusion_recruitment',
      sv: 'Jämställdhet och bredare rekrytering',
      en: 'Gender equality and broader recruitment',
    },
    { code: 'regulation', sv: 'Regelverk och kundkrav', en: 'Regulation and customer demands' },
    {
      code: 'sust_environment',
      sv: 'Hållbarhet – miljö: energi, klimat, cirkularitet',
      en: 'Sustainability – environment: energy, climate, circularity',
    },
    { code: 'sust_social', sv: 'Hållbarhet – social', en: 'Sustainability – social' },
    { code: 'sust_economic', sv: 'Hållbarhet – ekonomisk', en: 'Sustainability – economic' },
    { code: 'other', sv: 'Annat', en: 'Other' },
  ],
} as const;
