/** The versions of SNI. Most codes of four and five digits differ between them. */
export const sniVersions = {
  id: 'sni_versions',
  options: [
    { code: 'sni2007', sv: 'SNI 2007', en: 'SNI 2007' },
    { code: 'sni2025', sv: 'SNI 2025', en: 'SNI 2025' },
    { code: 'unknown', sv: 'Vet inte', en: 'Don’t know' },
  ],
} as const;
