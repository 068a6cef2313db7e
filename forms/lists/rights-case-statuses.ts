/** How far the answer to a request about personal data has come. A refusal is an answer too (GDPR article 12.4). */
export const rightsCaseStatuses = {
  id: 'rights_case_statuses',
  options: [
    { code: 'received', sv: 'Mottaget', en: 'Received' },
    { code: 'identity_checked', sv: 'Personens identitet är kontrollerad', en: 'Identity checked' },
    { code: 'extended', sv: 'Tiden för svar är förlängd', en: 'Time to answer extended' },
    { code: 'answered', sv: 'Besvarat', en: 'Answered' },
    { code: 'refused', sv: 'Avslaget', en: 'Refused' },
  ],
} as const;
