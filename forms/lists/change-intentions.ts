/** Whether something will be done differently afterwards. */
export const changeIntentions = {
  id: 'change_intentions',
  options: [
    { code: 'yes_decided', sv: 'Ja, det är beslutat', en: 'Yes, it is decided' },
    { code: 'probably', sv: 'Troligen', en: 'Probably' },
    { code: 'unsure', sv: 'Vet inte', en: 'Don’t know' },
    { code: 'no', sv: 'Nej', en: 'No' },
  ],
} as const;
