import type { Answers } from '../../../forms/grammar/form.ts';
import type { productionAnalysis as form } from '../../../forms/production-analysis.ts';
import { chanceOf } from './chance.ts';
import { type History, has } from './histories.ts';
import { after, dayAfter, workdayAfter } from './moments.ts';
import { idAt, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';

type Analysis = Answers<typeof form>;

/** How well a machine, line or cell is used: once, or before and after. */
export function productionAnalysesOf(histories: readonly History[]): Submission[] {
  return histories.flatMap((history) => [
    ...(has(history, 'production_analysis') ? [submitted(history, history.days.measured, before)] : []),
    ...(has(history, 'production_analysis_again')
      ? [
          submitted(
            history,
            history.days.measuredAgain,
            history.counting?.fails === 'oee_rise' ? hardlyBetter : better,
          ),
        ]
      : []),
  ]);
}

/** How a period went: parts of the planned time, of the running time and of what was produced. */
interface Period {
  readonly breakdown: number;
  readonly changeover: number;
  readonly waiting: number;
  readonly otherStops: number;
  /** Ideal time of the running time. */
  readonly performance: number;
  readonly good: number;
  readonly leadTimeDays: number;
  readonly onTime: number;
}

const before: Period = {
  breakdown: 0.05,
  changeover: 0.09,
  waiting: 0.04,
  otherStops: 0.02,
  performance: 0.8,
  good: 0.96,
  leadTimeDays: 20,
  onTime: 0.84,
};

/** OEE is about ten percentage points higher. */
const better: Period = {
  breakdown: 0.04,
  changeover: 0.05,
  waiting: 0.03,
  otherStops: 0.02,
  performance: 0.86,
  good: 0.97,
  leadTimeDays: 14,
  onTime: 0.93,
};

/** OEE is about three percentage points higher, and nothing is better by a tenth. */
const hardlyBetter: Period = {
  breakdown: 0.046,
  changeover: 0.084,
  waiting: 0.038,
  otherStops: 0.019,
  performance: 0.825,
  good: 0.962,
  leadTimeDays: 19,
  onTime: 0.86,
};

const objects = [
  { object_name: 'Kantpress 2', object_kind: 'machine' },
  { object_name: 'Svetscell 1', object_kind: 'machine' },
  { object_name: 'Packlinjen', object_kind: 'line' },
  { object_name: 'Monteringen, bana A', object_kind: 'assembly' },
  { object_name: 'Fleroperationsmaskin FM4', object_kind: 'machine' },
  { object_name: 'Målningen', object_kind: 'process' },
] as const;

function submitted(history: History, period_end: string, period: Period): Submission {
  const { company, visit } = history;
  const chance = chanceOf(`production-analysis ${company.key} ${period_end}`);
  // The same object, with the same ideal time, both times.
  const object = chanceOf(`object ${company.key}`);
  const shifts = chance.whole(5, 12);
  const answers: Analysis = {
    company_key: company.key,
    ...object.pick(objects),
    period_start: dayAfter(period_end, -shifts - 2),
    period_end,
    is_bottleneck: object.pick(['yes', 'yes', 'unknown']),
    n_shifts: shifts,
    data_source: chance.pick(['mes', 'manual_log', 'observation']),
    needs_ref: visit.id,
    ...timeAndQuantity(period, shifts, object.pick([0.5, 0.8, 1.2, 2.5])),
    ...flow(period, shifts),
    ...maybe(chance, 0.5, { energy_kwh: shifts * chance.whole(180, 420) }),
    ...maybe(chance, 0.5, { ws_value_adding: 171, ws_supporting: 84, ws_non_value: 45 }),
    ...maybe(chance, 0.6, {
      potential_text: 'En timme om dagen, om omställningarna görs efter en standard.',
    }),
    recommendations: chance.shuffled(recommendations).slice(0, chance.whole(1, 3)),
    report_delivered_on: workdayAfter(period_end, chance.whole(7, 14)),
  };
  const madeAt = after(period_end, chance, 14, 18);
  return submissionOf('production-analysis', idAt(madeAt, chance), answers, sentAfter(madeAt, chance));
}

const shiftMinutes = 450;

/** Times with one decimal, as they are asked for. */
function minutes(time: number): number {
  return Math.round(time * 10) / 10;
}

function timeAndQuantity(period: Period, shifts: number, ideal: number): Partial<Analysis> {
  const planned = shifts * shiftMinutes;
  const { breakdown, changeover, waiting, otherStops, performance, good } = period;
  const running = planned * (1 - breakdown - changeover - waiting - otherStops);
  const pq = Math.round((running * performance) / ideal);
  const gq = Math.round(pq * good);
  const scrap_q = Math.round((pq - gq) * 0.7);
  return {
    pbt_min: planned,
    loss_breakdown_min: minutes(planned * breakdown),
    loss_changeover_min: minutes(planned * changeover),
    loss_waiting_min: minutes(planned * waiting),
    loss_other_stop_min: minutes(planned * otherStops),
    loss_minor_stops_min: minutes(running * 0.04),
    pri_min_per_unit: ideal,
    pq,
    gq,
    scrap_q,
    rework_q: pq - gq - scrap_q,
  };
}

function flow({ leadTimeDays, onTime }: Period, shifts: number): Partial<Analysis> {
  const total_orders = shifts * 25;
  return {
    n_changeovers: shifts * 2,
    lead_time_days: leadTimeDays,
    touch_time_min: 340,
    total_orders,
    on_time_orders: Math.round(total_orders * onTime),
  };
}

const recommendations = [
  {
    text: 'Förbered verktyg och material medan maskinen går, och skriv ner ordningen.',
    area: 'production_efficiency',
    effect: 'high',
    effort: 'low',
  },
  {
    text: 'Mät stopporsakerna i fyra veckor innan något köps.',
    area: 'digitalisation',
    effect: 'medium',
    effort: 'low',
  },
  {
    text: 'Planera förebyggande underhåll på torsdagar, när beläggningen är lägst.',
    area: 'maintenance',
    effect: 'medium',
    effort: 'medium',
  },
  {
    text: 'Räkna på automatisk plockning ur formen.',
    area: 'automation',
    effect: 'high',
    effort: 'high',
  },
] as const;
