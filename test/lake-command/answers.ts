/** When everything was sent. */
export const month = Date.parse('2025-03-15T12:00:00Z');
/** Texts that a spreadsheet or a program would take for something else. */
export const hostile = [
  "=cmd|' /C calc'!A0",
  '+46 är början på ett nummer',
  '-1',
  '@x',
  'sagt "så", med; semikolon',
  'Å ä ö 🧑‍🔧',
  '00123',
  '1880',
  '1,5',
  '2026-09-10',
  'true',
  'constructor',
  '__proto__',
  '_x0041_',
  "'redan en apostrof",
  '<b>&amp;</b>',
];
/** As only an item that came past the API could have it. */
export const stranger = [
  '\t=1+1',
  '\r=1+1',
  'a\u0001b\u0000c',
  'rad ett\r\nrad två\n',
  '＝1+1',
  'x'.repeat(300),
];
/** What is personal wherever it stands. */
export const secret = 'Hemlig anteckning om Kajsa';

/** A needs analysis as it is first sent. */
export const visit = {
  organisationsnummer: '556036-0793',
  company_name: 'Saab AB',
  municipality_code: '1880',
  contacts: [{ contact_name: secret, contact_role: 'owner_ceo', contact_email: 'anna@exempel.se' }],
  visit_date: '2025-03-10',
  visit_mode: 'on_site',
  method: 'tbn',
  company_participants_women: 1,
  company_participants_men: 2,
  company_participants_undisclosed: 0,
  business_summary: 'Rad ett\nRad två; "citat"',
  turnover_msek: 12.5,
  areas: Object.fromEntries(
    [
      'skills_development',
      'production_efficiency',
      'automation',
      'digitalisation',
      'sust_environment',
      'sust_social',
      'sust_economic',
    ].map((area) => [area, { priority: area === 'automation' ? '2' : '0' }]),
  ),
  top3: ['automation'],
  proposed_next: 'workshop',
  use_permission: 'yes_named',
};
