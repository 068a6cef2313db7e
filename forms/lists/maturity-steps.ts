/**
 * The maturity staircase, 0 to 5. The steps are the capability levels of ISO/IEC 33020, from incomplete to innovating;
 * what they mean in each focus area is the project's own wording, inspired by the bands of SIRI (Smart Industry
 * Readiness Index).
 */
export const generalSteps = {
  0: { sv: 'Inte påbörjat', en: 'Not started' },
  1: { sv: 'Enstaka försök', en: 'A few attempts' },
  2: { sv: 'Planerat i vissa delar', en: 'Planned in parts' },
  3: { sv: 'Etablerat i hela verksamheten', en: 'Established everywhere' },
  4: { sv: 'Mätt och styrt på data', en: 'Measured and managed by data' },
  5: { sv: 'Utvecklas ständigt', en: 'Continuously improving' },
} as const;

export const productionEfficiencySteps = {
  0: { sv: 'Inga gemensamma arbetssätt', en: 'No shared ways of working' },
  1: {
    sv: 'Enstaka förbättringar, personberoende',
    en: 'Occasional improvements that depend on individuals',
  },
  2: {
    sv: '5S eller standard i någon del, mäts ibland',
    en: '5S or a standard in some part, sometimes measured',
  },
  3: {
    sv: 'Standard i hela produktionen, daglig styrning',
    en: 'A standard in all production, managed daily',
  },
  4: {
    sv: 'OEE eller ledtid styr beslut, flaskhalsen är känd',
    en: 'OEE or lead time guides decisions, the bottleneck is known',
  },
  5: {
    sv: 'Systematisk förbättring med alla, målen nås',
    en: 'Systematic improvement by everybody, targets are reached',
  },
} as const;

export const digitalisationSteps = {
  0: { sv: 'Papper och muntligt', en: 'On paper and by word of mouth' },
  1: { sv: 'Fristående program eller Excel', en: 'Separate programs or Excel' },
  2: { sv: 'ERP används, rapportering i efterhand', en: 'ERP in use, reporting afterwards' },
  3: {
    sv: 'System sammankopplade, digitala underlag på golvet',
    en: 'Systems are connected, digital instructions on the shop floor',
  },
  4: {
    sv: 'Maskindata samlas automatiskt och används',
    en: 'Machine data is collected automatically and used',
  },
  5: { sv: 'Prediktivt stöd eller AI-stöd i beslut', en: 'Predictive or AI support in decisions' },
} as const;

export const automationSteps = {
  0: { sv: 'Helt manuellt', en: 'Entirely manual' },
  1: {
    sv: 'Enstaka handhållna eller halvautomatiska hjälpmedel',
    en: 'A few hand-held or semi-automatic aids',
  },
  2: { sv: 'Enstaka automatiserad maskin eller robotcell', en: 'A single automated machine or robot cell' },
  3: {
    sv: 'Automation i flera flöden, egen kompetens',
    en: 'Automation in several flows, with skills in-house',
  },
  4: {
    sv: 'Sammankopplade celler, obemannad drift vissa skift',
    en: 'Connected cells, some shifts unmanned',
  },
  5: {
    sv: 'Självjusterande, snabbt omställbar automation',
    en: 'Automation that adjusts itself and is quick to change over',
  },
} as const;

/** For what was not assessed: never the same as step 0. */
export const notAssessed = [{ code: 'not_assessed', sv: 'Inte bedömt', en: 'Not assessed' }] as const;
