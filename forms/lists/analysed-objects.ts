/** What a production analysis is of. */
export const analysedObjects = {
  id: 'analysed_objects',
  options: [
    { code: 'machine', sv: 'Maskin', en: 'Machine' },
    { code: 'line', sv: 'Linje', en: 'Line' },
    { code: 'manual_cell', sv: 'Manuell cell', en: 'Manual cell' },
    { code: 'assembly', sv: 'Montering', en: 'Assembly' },
    { code: 'process', sv: 'Process', en: 'Process' },
  ],
} as const;
