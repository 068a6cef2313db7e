/**
 * What a project manager decides about a company that a rule has found. A company whose details place it outside the
 * target group can be approved all the same, with a reason.
 */
export const approvalVerdicts = {
  id: 'approval_verdicts',
  options: [
    { code: 'approved', sv: 'Godkänt', en: 'Approved' },
    {
      code: 'approved_override',
      sv: 'Godkänt, trots att företaget inte tillhör målgruppen enligt sina uppgifter',
      en: 'Approved, although the company is not in the target group by its details',
    },
    { code: 'not_approved', sv: 'Inte godkänt', en: 'Not approved' },
  ],
} as const;
