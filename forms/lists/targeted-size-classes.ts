/** The size classes of companies that something is meant for (Commission Recommendation 2003/361/EC, by staff). */
export const targetedSizeClasses = {
  id: 'targeted_size_classes',
  options: [
    { code: 'micro', sv: 'Mikroföretag (0–9 anställda)', en: 'Micro (0–9 employees)' },
    { code: 'small', sv: 'Små företag (10–49 anställda)', en: 'Small (10–49 employees)' },
    { code: 'medium', sv: 'Medelstora företag (50–249 anställda)', en: 'Medium (50–249 employees)' },
    { code: 'large', sv: 'Stora företag (250 anställda eller fler)', en: 'Large (250 employees or more)' },
  ],
} as const;
