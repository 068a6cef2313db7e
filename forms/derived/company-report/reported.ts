/** The forms whose records the company gets a report of, and the field of each that says when it got it. */
const deliveredOnBy = {
  'process-maturity': 'report_delivered_on',
  'production-analysis': 'report_delivered_on',
  'needs-analysis': 'company_feedback_sent_on',
} as const;

export type ReportedForm = keyof typeof deliveredOnBy;

/** The ids of those forms. */
export const reportedForms = Object.keys(deliveredOnBy).filter(hasReport);

/** Whether the company gets a report of what is sent with this form. */
export function hasReport(formId: string): formId is ReportedForm {
  return Object.hasOwn(deliveredOnBy, formId);
}

/** The field of such a form that says when the company got its report. */
export function deliveredOn(formId: ReportedForm): string {
  return deliveredOnBy[formId];
}
