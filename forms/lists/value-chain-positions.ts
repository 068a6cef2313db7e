/** What a company is to its customers. */
export const valueChainPositions = {
  id: 'value_chain_positions',
  options: [
    { code: 'own_product', sv: 'Tillverkar egen produkt', en: 'Makes a product of its own' },
    { code: 'subcontractor', sv: 'Legotillverkare', en: 'Contract manufacturer' },
    { code: 'system_supplier', sv: 'Systemleverantör', en: 'System supplier' },
    { code: 'other', sv: 'Annan roll', en: 'Another role' },
  ],
} as const;
