/** A product or process that is new, or clearly better, to the company that introduced it. */
export const innovations = {
  id: 'innovations',
  options: [
    { code: 'product', sv: 'Ja, en produkt', en: 'Yes, a product' },
    { code: 'process', sv: 'Ja, en process', en: 'Yes, a process' },
    { code: 'both', sv: 'Ja, både en produkt och en process', en: 'Yes, both a product and a process' },
    { code: 'none', sv: 'Nej', en: 'No' },
  ],
} as const;
