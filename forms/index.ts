import { approval } from './approval.ts';
import { company } from './company.ts';
import { companyIdentity } from './company-identity.ts';
import { contact } from './contact.ts';
import { contactRequest } from './contact-request.ts';
import { evaluation } from './evaluation.ts';
import type { Form } from './grammar/form.ts';
import { needsAnalysis } from './needs-analysis.ts';
import { network } from './network.ts';
import { participants } from './participants.ts';
import { signUp } from './sign-up.ts';

/** Every form there is. A new form is its file and a line here. */
export const forms: readonly Form[] = [
  participants,
  needsAnalysis,
  evaluation,
  contactRequest,
  company,
  companyIdentity,
  contact,
  network,
  approval,
  signUp,
];
