import type { NamedFields, Values } from '../forms/grammar/reading.ts';
import { missingToCount } from '../forms/grammar/reading.ts';
import { starkareIndustri } from '../forms/projects/starkare-industri.ts';

/** A record as it stands: the read answers of its current submission. */
export interface Standing {
  readonly form: string;
  readonly root: string;
  /** The key that a company's record was given, where it has no organisationsnummer. */
  readonly key?: string | undefined;
  readonly answers: Values;
  readonly fields: NamedFields;
}

/** What the rule SC-1 makes of a company: the conditions it falls short of, and the best evidence that there is. */
export interface Judged {
  readonly fails: readonly string[];
  readonly level: string | undefined;
}

const { parameters, period_from, period_to } = starkareIndustri.first;

/** A threshold of the rule, as the project begins with it. */
export function threshold(parameter: (typeof parameters)[number]['parameter']): number {
  const found = parameters.find((each) => each.parameter === parameter);
  if (found === undefined) throw new Error(`expected the threshold ${parameter}, got none`);
  return found.value;
}

/** Judges every company that has been approved or not, written after the rule's own words and nothing else. */
export function judgedByHand(records: readonly Standing[]): ReadonlyMap<string, Judged> {
  const identities = new Map(
    records
      .filter(({ form }) => form === 'company-identity')
      .map(({ answers }) => [String(answers.record), String(answers.company_key)]),
  );
  const keyOf = ({ root, key, answers }: Standing) =>
    String(key ?? answers.company_key ?? answers.organisationsnummer ?? identities.get(root));
  const own = Map.groupBy(records, keyOf);
  const activities = new Map(
    records.filter(({ form }) => form === 'activity').map(({ root, answers }) => [root, answers]),
  );
  const approved = records.filter(({ form }) => form === 'approval').map(keyOf);
  return new Map(approved.map((key) => [key, judge(own.get(key) ?? [], activities)]));
}

type Records = readonly Standing[];
interface Shown {
  readonly level: 'E1' | 'E2' | 'E3';
  readonly on: string;
}

function judge(records: Records, activities: ReadonlyMap<string, Values>): Judged {
  const [master] = answersOf(records, 'company');
  const [approval] = answersOf(records, 'approval');
  const verdict = approval?.verdict;
  const evidence = shownBy(records);
  const [earliest] = evidence.map(({ on }) => on).toSorted();
  const baselines = baselineDays(records).filter((day) => earliest === undefined || day < earliest);
  const doses = doseDays(records, activities);
  const confirmations = confirmationDays(records);
  const days = [baselines, doses, evidence.map(({ on }) => on), confirmations].map(
    (each) => each.toSorted()[0],
  );
  const counted =
    days
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1) ?? '';
  const isTarget =
    master !== undefined && master.municipality_code !== '9999' && master.sni_division !== 'other';
  const isApproved = verdict === 'approved' || verdict === 'approved_override';
  const conditions: readonly (readonly [string, boolean])[] = [
    ['C0', isTarget || verdict === 'approved_override'],
    ['C1', baselines.length > 0],
    ['C2', doses.length > 0],
    ['C3', evidence.length > 0],
    ['C4', confirmations.length > 0 && isApproved],
    ['C5', counted >= period_from && counted <= period_to],
  ];
  return {
    fails: conditions.flatMap(([condition, holds]) => (holds ? [] : [condition])),
    level: evidence
      .map(({ level }) => level)
      .toSorted()
      .at(-1),
  };
}

/** Of these forms' records, those that lack nothing that is needed to count. */
function answersOf(records: Records, ...forms: string[]): Values[] {
  return records
    .filter(
      ({ form, fields, answers }) => forms.includes(form) && missingToCount(fields, answers).length === 0,
    )
    .map(({ answers }) => answers);
}

function dayOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : [];
}

/** C1: a complete needs analysis, or a measurement. */
function baselineDays(records: Records): string[] {
  return [
    ...answersOf(records, 'needs-analysis').flatMap(({ visit_date, top3 }) =>
      top3 === undefined ? [] : dayOf(visit_date),
    ),
    ...answersOf(records, 'process-maturity').flatMap(({ measured_on }) => dayOf(measured_on)),
    ...answersOf(records, 'production-analysis').flatMap(({ period_end }) => dayOf(period_end)),
  ];
}

const meetings = ['workshop', 'topic_network', 'women_in_industry_network'];

/** C2: the support that there has been. */
function doseDays(records: Records, activities: ReadonlyMap<string, Values>): string[] {
  const attended = answersOf(records, 'participants').filter((each) => {
    const type = activities.get(String(each.activity_id))?.activity_type;
    return each.attended === true && meetings.includes(String(type));
  });
  const days = [...new Set(attended.flatMap(({ activity_date }) => dayOf(activity_date)))].sort();
  return [
    ...completed(records).flatMap(({ end_date }) => dayOf(end_date)),
    ...answersOf(records, 'process-maturity', 'production-analysis').flatMap((each) =>
      dayOf(each.report_delivered_on),
    ),
    ...days.slice(threshold('meetings_least') - 1),
    ...answersOf(records, 'match').flatMap(({ status, status_date }) =>
      status === 'started' || status === 'completed' ? dayOf(status_date) : [],
    ),
  ];
}

function completed(records: Records): Values[] {
  return answersOf(records, 'intervention').filter(({ status }) => status === 'completed');
}

/** C3. */
function shownBy(records: Records): Shown[] {
  return [...measured(records), ...analysed(records), ...documented(records), ...reported(records)];
}

function pairsOf(all: readonly Values[], day: string): (readonly [Values, Values])[] {
  const inOrder = all.toSorted((one, other) => String(one[day]).localeCompare(String(other[day])));
  return inOrder.flatMap((earlier, index) =>
    inOrder.slice(index + 1).map((later) => [earlier, later] as const),
  );
}

export function rise([earlier, later]: readonly [Values, Values], name: string): number {
  return Number(later[name]) - Number(earlier[name]);
}

function measured(records: Records): Shown[] {
  const focuses = completed(records).map(({ focus_area }) => `focus_${abbreviated.get(focus_area)}`);
  return pairsOf(answersOf(records, 'process-maturity'), 'measured_on').flatMap((pair) => {
    const isSame = pair[0].scope_text === pair[1].scope_text;
    const hasRisen =
      rise(pair, 'pmm_mean') >= threshold('process_maturity_rise_least') ||
      focuses.some((focus) => rise(pair, focus) >= threshold('process_focus_rise_least'));
    return isSame && hasRisen ? dayOf(pair[1].measured_on).map((on) => ({ level: 'E3' as const, on })) : [];
  });
}

const abbreviated = new Map<unknown, string>([
  ['production_efficiency', 'pe'],
  ['digitalisation', 'dig'],
  ['automation', 'aut'],
]);

/** OEE, or any of the measures that could be a goal: the table names those that must not improve either. */
function analysed(records: Records): Shown[] {
  return pairsOf(answersOf(records, 'production-analysis'), 'period_end').flatMap((pair) => {
    const [earlier, later] = pair;
    const isComparable =
      earlier.object_name === later.object_name &&
      pair.every(({ n_shifts }) => Number(n_shifts) >= threshold('shifts_least')) &&
      later.data_source !== 'estimate';
    const least = threshold('measure_improvement_least') / 100;
    const relative = (name: string) => rise(pair, name) / Number(earlier[name]);
    const isBetter =
      100 * rise(pair, 'oee') >= threshold('oee_rise_least') ||
      relative('on_time_share') >= least ||
      ['lead_time_days', 'changeover_avg_min', 'scrap_ratio'].some((name) => relative(name) <= -least);
    return isComparable && isBetter
      ? dayOf(later.period_end).map((on) => ({ level: 'E3' as const, on }))
      : [];
  });
}

function documented(records: Records): Shown[] {
  const steps = completed(records).filter(
    ({ development_step, step_evidence_note }) =>
      isStep(development_step) && step_evidence_note !== undefined,
  );
  const matches = answersOf(records, 'match').filter(
    ({ status, result_code }) => status === 'completed' && result_code !== 'none_yet',
  );
  return [
    ...steps.flatMap(({ end_date }) => dayOf(end_date)),
    ...matches.flatMap(({ status_date }) => dayOf(status_date)),
  ].map((on) => ({ level: 'E2', on }));
}

function isStep(steps: unknown): boolean {
  return Array.isArray(steps) && steps.some((step) => step !== 'none');
}

function reported(records: Records): Shown[] {
  const [first] = answersOf(records, 'needs-analysis').toSorted((one, other) =>
    String(one.visit_date).localeCompare(String(other.visit_date)),
  );
  return answersOf(records, 'follow-up')
    .filter((each) => {
      const isCapable =
        Number(each.cap_delta) >= threshold('capability_rise_least') &&
        Number(each.attribution) >= threshold('attribution_least');
      const isHigher = ['pe', 'dig', 'aut'].some(
        (focus) =>
          Number(each[`maturity_now_${focus}`]) - Number(first?.[`maturity_${focus}`]) >=
          threshold('maturity_rise_least'),
      );
      return (isCapable || isHigher) && isStep(each.steps_taken);
    })
    .flatMap(({ answered_on }) => dayOf(answered_on))
    .map((on) => ({ level: 'E1', on }));
}

/** C4, the company's part. */
function confirmationDays(records: Records): string[] {
  return [
    ...completed(records).flatMap(({ company_confirms, confirm_date }) =>
      company_confirms === true ? dayOf(confirm_date) : [],
    ),
    ...answersOf(records, 'follow-up').flatMap(({ answered_on }) => dayOf(answered_on)),
  ];
}
