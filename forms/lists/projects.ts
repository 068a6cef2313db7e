/** The projects there are, and the ordinary operations of IUC Industrihubb beside them. */
export const projects = {
  id: 'projects',
  options: [
    { code: 'starkare-industri', sv: 'Starkare industri i Örebro län', en: 'Starkare industri i Örebro län' },
    {
      code: 'ordinarie',
      sv: 'Ordinarie verksamhet (IUC Industrihubb)',
      en: 'Ordinary operations (IUC Industrihubb)',
    },
  ],
} as const;
