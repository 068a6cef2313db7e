import type { deliverable as form } from '../../../forms/deliverable.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import { chanceOf } from './chance.ts';
import { after } from './moments.ts';
import { idAt, type Submission, submissionOf } from './submission.ts';

type Deliverable = Omit<Answers<typeof form>, 'project'> & { readonly date: string };

const delivered: readonly Deliverable[] = [
  { kind: 'communication_plan', version: '2023-1', date: '2023-06-15', approver_role: 'steering' },
  { kind: 'privacy_notice', version: '1.0', date: '2023-04-03', approver_role: 'project_owner' },
  {
    kind: 'definition_strengthened_capability',
    version: 'SC-1.0',
    date: '2023-09-28',
    approver_role: 'steering',
  },
  { kind: 'retention_plan', version: '2024-1', date: '2024-01-31', approver_role: 'project_owner' },
  { kind: 'communication_plan', version: '2024-2', date: '2024-10-10', approver_role: 'steering' },
  { kind: 'privacy_notice', version: '2.0', date: '2024-12-16', approver_role: 'project_owner' },
  // Not approved yet.
  { kind: 'handover_package', version: '2026-1', date: '2026-08-28' },
];

export function deliverables(): Submission[] {
  return delivered.map((each) => {
    const chance = chanceOf(`deliverable ${each.kind} ${each.version}`);
    const madeAt = after(each.date, chance, 0, 2);
    const answers = { project: 'starkare-industri', ...each };
    return submissionOf('deliverable', idAt(madeAt, chance), answers, madeAt);
  });
}
