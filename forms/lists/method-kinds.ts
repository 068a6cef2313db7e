/** What is handed on to the members of IUC Industrihubb after the project. */
export const methodKinds = {
  id: 'method_kinds',
  options: [
    { code: 'method', sv: 'Metod', en: 'Method' },
    { code: 'offer', sv: 'Erbjudande', en: 'Offer' },
    { code: 'tool', sv: 'Verktyg', en: 'Tool' },
    { code: 'template', sv: 'Mall', en: 'Template' },
  ],
} as const;
