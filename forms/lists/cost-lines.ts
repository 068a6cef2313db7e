/** The cost lines of the grant decision's budget. */
export const costLines = {
  id: 'cost_lines',
  options: [
    { code: 'egen_personal', sv: 'Egen personal', en: 'Own staff' },
    { code: 'externa_tjanster', sv: 'Externa tjänster', en: 'External services' },
    { code: 'resor_logi', sv: 'Resor och logi', en: 'Travel and accommodation' },
    { code: 'indirekta', sv: 'Indirekta kostnader', en: 'Indirect costs' },
  ],
} as const;
