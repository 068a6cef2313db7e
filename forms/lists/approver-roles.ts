/** Who can approve what a project has made. */
export const approverRoles = {
  id: 'approver_roles',
  options: [
    { code: 'project_manager', sv: 'Projektledaren', en: 'The project manager' },
    { code: 'steering', sv: 'Styrgruppen', en: 'The steering group' },
    { code: 'project_owner', sv: 'Projektägaren', en: 'The project owner' },
    { code: 'funder', sv: 'En finansiär', en: 'A funder' },
  ],
} as const;
