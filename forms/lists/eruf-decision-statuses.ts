/** What has become of the application to ERUF. Until a project says so, nothing takes for granted that it was approved. */
export const erufDecisionStatuses = {
  id: 'eruf_decision_statuses',
  options: [
    { code: 'awaited', sv: 'Väntar på beslut', en: 'Awaiting a decision' },
    { code: 'approved', sv: 'Beviljad', en: 'Approved' },
    { code: 'rejected', sv: 'Avslagen', en: 'Rejected' },
  ],
} as const;
