import type { Answers } from '../../../forms/grammar/form.ts';
import { pmm30 } from '../../../forms/instruments/pmm-30.ts';
import type { processMaturity as form } from '../../../forms/process-maturity.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type History, has } from './histories.ts';
import { after, workdayAfter } from './moments.ts';
import { idAt, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';

type Measurement = Answers<typeof form>;

/** How mature companies' ways of working are: once, or before and after. */
export function processMaturitiesOf(histories: readonly History[]): Submission[] {
  return histories.flatMap((history) => [
    ...(has(history, 'process_maturity')
      ? [submitted(history, history.days.measured, answersBefore(history))]
      : []),
    ...(has(history, 'process_maturity_again')
      ? [submitted(history, history.days.measuredAgain, answersLater(history))]
      : []),
  ]);
}

type Steps = Readonly<Record<string, number | 'na' | 'dk'>>;

function submitted(history: History, measured_on: string, statements: Steps): Submission {
  const { company, counting, visit } = history;
  const chance = chanceOf(`process-maturity ${company.key} ${measured_on}`);
  const answers: Measurement = {
    company_key: company.key,
    measured_on,
    scope_text: chanceOf(`scope ${company.key}`).pick([
      'Hela verksamheten',
      'Hela verksamheten',
      'Monteringen',
    ]),
    respondent_kind: chance.pick(['consensus', 'consensus', 'developer', 'self']),
    needs_ref: visit.id,
    n_respondents_women: chance.whole(0, 2),
    n_respondents_men: chance.whole(1, 4),
    n_respondents_undisclosed: 0,
    ...statements,
    ...maybe(chance, 0.3, { comment_d02: '5S sköts vid linjen, men inte på lagret.' }),
    ...maybe(chance, 0.2, { comment_d07: 'Ritningarna skrivs fortfarande ut.' }),
    ...(counting?.fails !== 'report' && {
      report_delivered_on: workdayAfter(measured_on, chance.whole(7, 14)),
    }),
  };
  const madeAt = after(measured_on, chance, 14, 18);
  return submissionOf('process-maturity', idAt(madeAt, chance), answers, sentAfter(madeAt, chance));
}

const statements = pmm30.dimensions.flatMap((dimension) =>
  dimension.statements.map(({ code }) => ({ code, dimension: dimension.code })),
);

function answersBefore({ company, counting }: History): Steps {
  const chance = chanceOf(`statements ${company.key}`);
  const ground = company.annualWorkUnits > 80 ? 2 : 1;
  const grounds = new Map(pmm30.dimensions.map(({ code }) => [code, ground + chance.pick([0, 0, 1])]));
  // Where it is close, every statement has a step.
  const mayLack = counting === undefined || counting.evidence === 'capability';
  return Object.fromEntries(
    statements.map(({ code, dimension }) => {
      const step = (grounds.get(dimension) ?? 0) + chance.pick([-1, 0, 0, 1]);
      const known = Math.max(0, Math.min(4, step));
      return [code, mayLack && chance.happens(0.07) ? chance.pick(['na', 'dk']) : known];
    }),
  );
}

/** The same a good half year later: so many statements are a step further as the history says. */
function answersLater(history: History): Steps {
  const before = answersBefore(history);
  const risen = risenOf(history, chanceOf(`risen ${history.company.key}`));
  return Object.fromEntries(
    Object.entries(before).map(([code, step]) => [
      code,
      typeof step === 'number' && risen.has(code) ? step + 1 : step,
    ]),
  );
}

function risenOf({ counting }: History, chance: Chance): ReadonlySet<string> {
  const codesOf = (fits: (dimension: string, code: string) => boolean) =>
    statements.flatMap(({ code, dimension }) => (fits(dimension, code) ? [code] : []));
  if (counting?.evidence === 'process_focus') {
    // All of automation, and five others: 8 of 30.
    const others = chance.shuffled(codesOf((dimension) => dimension !== 'd08' && dimension !== 'd07'));
    return new Set([...codesOf((dimension) => dimension === 'd08'), ...others.slice(0, 5)]);
  }
  if (counting?.fails === 'process_maturity_rise') {
    // 14 of 30, and in no focus area all.
    const most = chance.shuffled(codesOf((_, code) => !['d02q1', 'd07q3', 'd08q3'].includes(code)));
    return new Set(most.slice(0, 14));
  }
  return new Set(chance.shuffled(codesOf(() => true)).slice(0, chance.whole(18, 27)));
}
