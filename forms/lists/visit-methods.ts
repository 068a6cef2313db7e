/**
 * How the needs were found. TBN (Tillväxt Befintligt Näringsliv) is the IUC network's own method; its questions are
 * not public.
 */
export const visitMethods = {
  id: 'visit_methods',
  options: [
    { code: 'tbn', sv: 'TBN, IUC-nätverkets behovsanalys', en: 'TBN, the IUC network’s needs analysis' },
    { code: 'light', sv: 'Förenklad behovsanalys', en: 'Light needs analysis' },
    { code: 'self_service', sv: 'Företaget svarade på egen hand', en: 'The company answered on its own' },
  ],
} as const;
