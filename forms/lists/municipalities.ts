/**
 * The municipalities of Örebro län by their names, with SCB's codes (county 18). Codes are text: those of other
 * counties begin with a zero.
 */
export const municipalities = {
  id: 'municipalities',
  options: [
    { code: '1882', sv: 'Askersund', en: 'Askersund' },
    { code: '1862', sv: 'Degerfors', en: 'Degerfors' },
    { code: '1861', sv: 'Hallsberg', en: 'Hallsberg' },
    { code: '1863', sv: 'Hällefors', en: 'Hällefors' },
    { code: '1883', sv: 'Karlskoga', en: 'Karlskoga' },
    { code: '1881', sv: 'Kumla', en: 'Kumla' },
    { code: '1860', sv: 'Laxå', en: 'Laxå' },
    { code: '1814', sv: 'Lekeberg', en: 'Lekeberg' },
    { code: '1885', sv: 'Lindesberg', en: 'Lindesberg' },
    { code: '1864', sv: 'Ljusnarsberg', en: 'Ljusnarsberg' },
    { code: '1884', sv: 'Nora', en: 'Nora' },
    { code: '1880', sv: 'Örebro', en: 'Örebro' },
    { code: '9999', sv: 'Utanför Örebro län', en: 'Outside Örebro län' },
  ],
} as const;
