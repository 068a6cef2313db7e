/** What pages say of the project: a file of its own, so that a page does not load its budget. */
export const starkareIndustriWords = {
  name_sv: 'Starkare industri i Örebro län',
  name_en: 'Stronger industry in Örebro County',
  // What the Union prescribes where ERUF pays; that it does is decided in another decision.
  emblem_sv: 'Medfinansieras av Europeiska unionen',
  emblem_en: 'Co-funded by the European Union',
} as const;
