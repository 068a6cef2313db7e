/** How far a match has come, from a proposal to what was done, and the two ways in which nothing came of it. */
export const matchStatuses = {
  id: 'match_statuses',
  options: [
    { code: 'proposed', sv: 'Föreslagen', en: 'Proposed' },
    { code: 'contacted', sv: 'Kontakt tagen', en: 'Contact made' },
    { code: 'accepted', sv: 'Accepterad', en: 'Accepted' },
    { code: 'started', sv: 'Påbörjad', en: 'Started' },
    { code: 'completed', sv: 'Genomförd', en: 'Completed' },
    { code: 'declined', sv: 'Avböjd', en: 'Declined' },
    { code: 'no_capacity', sv: 'Aktören kan inte', en: 'The organisation is not able to' },
  ],
} as const;
