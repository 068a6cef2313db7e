import { chanceOf } from './chance.ts';
import { dayAfter, dayMs, dayOf, latest } from './moments.ts';
import { correctionOf, type Submission } from './submission.ts';

/** What somebody finds out later, of forms whose records do not change by themselves; undefined where nothing is. */
const found: Readonly<Record<string, (answers: Submission['answers']) => object | undefined>> = {
  participants: ({ attendance, n_men }) =>
    attendance === 'per_company_counts' ? { n_men: Number(n_men) + 1 } : undefined,
  'needs-analysis': ({ visit_date, company_feedback_sent_on }) =>
    company_feedback_sent_on === undefined
      ? { company_feedback_sent_on: dayAfter(String(visit_date), 14) }
      : undefined,
};
const oneIn = 80;

/** A few that were corrected a week or so after they were sent. */
export function correctionsOf(submissions: readonly Submission[]): Submission[] {
  return submissions.flatMap((each) => {
    const chance = chanceOf(`corrected ${each.id}`);
    const change = chance.happens(1 / oneIn) ? found[each.form]?.(each.answers) : undefined;
    if (change === undefined || dayOf(each.sentAt + 20 * dayMs) > dayOf(latest)) return [];
    return [correctionOf(each, { ...each.answers, ...change }, each.sentAt + chance.whole(4, 16) * dayMs)];
  });
}
