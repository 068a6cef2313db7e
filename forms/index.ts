import { activity } from './activity.ts';
import { approval } from './approval.ts';
import { company } from './company.ts';
import { companyIdentity } from './company-identity.ts';
import { contact } from './contact.ts';
import { contactRequest } from './contact-request.ts';
import { deliverable } from './deliverable.ts';
import { dissemination } from './dissemination.ts';
import { economicOutcome } from './economic-outcome.ts';
import { evaluation } from './evaluation.ts';
import { followUp } from './follow-up.ts';
import type { Form } from './grammar/form.ts';
import { intervention } from './intervention.ts';
import { match } from './match.ts';
import { method } from './method.ts';
import { needsAnalysis } from './needs-analysis.ts';
import { needsRequest } from './needs-request.ts';
import { network } from './network.ts';
import { offer } from './offer.ts';
import { outreach } from './outreach.ts';
import { participants } from './participants.ts';
import { processMaturity } from './process-maturity.ts';
import { productionAnalysis } from './production-analysis.ts';
import { projectSettings } from './project-settings.ts';
import { rightsCase } from './rights-case.ts';
import { rightsRequest } from './rights-request.ts';
import { signUp } from './sign-up.ts';

/** Every form there is. A new form is its file and a line here. */
export const forms: readonly Form[] = [
  // What companies and participants send.
  evaluation,
  followUp,
  signUp,
  contactRequest,
  needsRequest,
  rightsRequest,
  // Companies, and what is done with each.
  company,
  companyIdentity,
  contact,
  outreach,
  needsAnalysis,
  match,
  intervention,
  processMaturity,
  productionAnalysis,
  // What companies do together.
  activity,
  participants,
  network,
  // What the project has, and owes.
  offer,
  method,
  dissemination,
  deliverable,
  economicOutcome,
  approval,
  rightsCase,
  projectSettings,
];
