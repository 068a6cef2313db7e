/** Whether a company lets its story be told; a yes is only that it may be asked, with the text before it. */
export const publicationPermissions = {
  id: 'publication_permissions',
  options: [
    { code: 'yes_contact_me', sv: 'Ja, kontakta oss först', en: 'Yes, contact us first' },
    { code: 'no', sv: 'Nej', en: 'No' },
  ],
} as const;
