/** What is on a company's table in each dimension of sustainability. */
export const environmentalTopics = {
  id: 'environmental_topics',
  options: [
    { code: 'energy', sv: 'Energi', en: 'Energy' },
    { code: 'climate', sv: 'Klimatutsläpp', en: 'Climate emissions' },
    { code: 'material_waste', sv: 'Material och avfall', en: 'Materials and waste' },
    { code: 'circular', sv: 'Cirkularitet', en: 'Circularity' },
    { code: 'chemicals', sv: 'Kemikalier', en: 'Chemicals' },
    { code: 'certification', sv: 'ISO 14001 eller liknande', en: 'ISO 14001 or similar' },
  ],
} as const;

export const socialTopics = {
  id: 'social_topics',
  options: [
    { code: 'work_env', sv: 'Arbetsmiljö', en: 'Work environment' },
    { code: 'gender', sv: 'Jämställdhet', en: 'Gender equality' },
    { code: 'inclusion', sv: 'Inkludering', en: 'Inclusion' },
    { code: 'health_safety', sv: 'Hälsa och säkerhet', en: 'Health and safety' },
    { code: 'supply_chain', sv: 'Leverantörskedjan', en: 'The supply chain' },
  ],
} as const;

export const economicTopics = {
  id: 'economic_topics',
  options: [
    { code: 'profitability', sv: 'Lönsamhet', en: 'Profitability' },
    { code: 'investment', sv: 'Investeringsförmåga', en: 'Ability to invest' },
    { code: 'customer_dependency', sv: 'Beroende av få kunder', en: 'Dependence on few customers' },
    { code: 'succession', sv: 'Ägarskifte', en: 'Ownership succession' },
    { code: 'financing', sv: 'Finansiering', en: 'Financing' },
  ],
} as const;
