import type { approval as form } from '../../../forms/approval.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import { chanceOf } from './chance.ts';
import { type History, has } from './histories.ts';
import { after, dayAfter, latest, noonOf } from './moments.ts';
import { overridden } from './strengthened.ts';
import { idAt, recordOf, type Submission } from './submission.ts';

type Approval = Answers<typeof form>;

/** How many that have not come so far were judged all the same. */
const notApproved = 3;

/** The project manager's verdict on all that count or almost do, on some that do not, and one that was taken back. */
export function approvalsOf(histories: readonly History[]): Submission[] {
  const [counted, others] = [
    histories.filter(({ counting }) => counting !== undefined),
    histories.filter(({ counting }) => counting === undefined).slice(0, notApproved),
  ];
  return [...counted.flatMap(judged), ...others.flatMap((history) => refused(history))];
}

/** The day on which the company had confirmed what it has come to, and everything else was there. */
function confirmedOn(history: History): string {
  const { days } = history;
  if (has(history, 'follow_up')) return days.answered;
  return has(history, 'process_maturity_again') ? dayAfter(days.measuredAgain, 21) : days.confirmed;
}

function judged(history: History): Submission[] {
  const { company, counting } = history;
  const chance = chanceOf(`approval ${company.key}`);
  const decided_on = notAhead(dayAfter(confirmedOn(history), chance.whole(7, 30)));
  const isOverride = overridden.includes(company.number);
  const first: Approval = {
    company_key: company.key,
    project: 'starkare-industri',
    rule_version: 'SC-1.0',
    verdict: isOverride ? 'approved_override' : 'approved',
    decided_on,
    ...(isOverride && {
      reason: 'Registrerat som partihandel, men över hälften av omsättningen är egen tillverkning.',
    }),
  };
  const states = [{ at: after(decided_on, chance, 0, 1), answers: first }];
  if (counting?.fails === 'approval') {
    const later = notAhead(dayAfter(decided_on, 120));
    states.push({ at: after(later, chance, 0, 0), answers: { ...first, ...takenBack, decided_on: later } });
  }
  return recordOf('approval', idAt(states[0]?.at ?? 0, chance), states);
}

const takenBack = {
  verdict: 'not_approved',
  reason: 'Godkändes av den som själv hade arbetat med företaget. Ingen annan har kunnat bekräfta steget.',
} as const;

function refused({ company, visit }: History): Submission[] {
  const chance = chanceOf(`approval ${company.key}`);
  const decided_on = notAhead(dayAfter(visit.date, 400));
  const at = after(decided_on, chance, 0, 1);
  const answers: Approval = {
    company_key: company.key,
    project: 'starkare-industri',
    rule_version: 'SC-1.0',
    verdict: 'not_approved',
    decided_on,
    reason: 'Stödet är inte avslutat, och inget visar ännu att något har förändrats.',
  };
  return recordOf('approval', idAt(at, chance), [{ at, answers }]);
}

function notAhead(day: string): string {
  return noonOf(day) < latest ? day : new Date(latest).toISOString().slice(0, 10);
}
