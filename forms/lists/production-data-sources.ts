/** Where the figures of a production analysis come from. An estimate proves no improvement. */
export const productionDataSources = {
  id: 'production_data_sources',
  options: [
    { code: 'mes', sv: 'Produktionssystem', en: 'Production system' },
    { code: 'manual_log', sv: 'Manuell logg', en: 'Manual log' },
    { code: 'observation', sv: 'Observation', en: 'Observation' },
    { code: 'estimate', sv: 'Uppskattning', en: 'Estimate' },
  ],
} as const;
