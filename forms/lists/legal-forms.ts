/** Legal forms of an organisation, as few as statistics and state aid need. */
export const legalForms = {
  id: 'legal_forms',
  options: [
    { code: 'ab', sv: 'Aktiebolag', en: 'Limited company' },
    { code: 'hb_kb', sv: 'Handelsbolag eller kommanditbolag', en: 'General or limited partnership' },
    { code: 'ef', sv: 'Enskild firma', en: 'Sole trader' },
    { code: 'ek_for', sv: 'Ekonomisk förening', en: 'Economic association' },
    { code: 'ideell', sv: 'Ideell förening', en: 'Non-profit association' },
    { code: 'stiftelse', sv: 'Stiftelse', en: 'Foundation' },
    { code: 'utl_filial', sv: 'Utländskt företag eller filial', en: 'Foreign company or branch' },
    { code: 'offentlig', sv: 'Offentlig sektor', en: 'Public sector' },
    { code: 'annan', sv: 'Annan', en: 'Other' },
  ],
} as const;
