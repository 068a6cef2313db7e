/** How the version of a document is written: short, and no free text, so that it can be compared and analysed. */
export const versionCode = {
  pattern: '[A-Za-z0-9][A-Za-z0-9.-]{0,19}',
  format: {
    sv: 'Skriv versionen med högst 20 siffror, bokstäver a–z, punkter och bindestreck, till exempel 2026-1.',
    en: 'Enter the version with at most 20 digits, letters a–z, points and dashes, for example 2026-1.',
  },
} as const;
