/** Whether people may be seen in pictures from an activity (GDPR). */
export const photoPolicies = {
  id: 'photo_policies',
  options: [
    { code: 'none', sv: 'Inga foton', en: 'No photos' },
    {
      code: 'crowd_only',
      sv: 'Bara översiktsbilder där ingen pekas ut',
      en: 'Only views where nobody is singled out',
    },
    {
      code: 'consent_collected',
      sv: 'Foton med samtycke från dem som syns',
      en: 'Photos with consent from those seen',
    },
  ],
} as const;
