import type { Answers } from '../../../forms/grammar/form.ts';
import type { intervention as form } from '../../../forms/intervention.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type History, has } from './histories.ts';
import { after, dayAfter } from './moments.ts';
import { stepsOf } from './needs.ts';
import { personFrom } from './people.ts';
import { idAt, maybe, recordOf, type Submission } from './submission.ts';

type Intervention = Answers<typeof form>;
type Focus = NonNullable<Intervention['focus_area']>;

/** Work in single companies, from the plan to what came of it: each new status is a correction of the record. */
export function interventionsOf(histories: readonly History[]): Submission[] {
  return histories.filter((each) => has(each, 'intervention')).flatMap(submitted);
}

function submitted(history: History): Submission[] {
  const { days } = history;
  const chance = chanceOf(`intervention ${history.company.key}`);
  const plan = planOf(history, chance);
  const aid = aidOf(days, chance);
  const states = statusesTo(history.status, aid.aid_treatment === 'de_minimis').map((status) => {
    const answers = { ...plan, status, ...answersAt(status, history, aid, plan) };
    return { at: after(dayOf(status, days), chance, 0, 2), answers };
  });
  return recordOf('intervention', idAt(states[0]?.at ?? 0, chance), states);
}

function statusesTo(last: History['status'], isDeMinimis: boolean): History['status'][] {
  if (last === 'planned') return ['planned'];
  if (last === 'awaiting_aid_decision' || last === 'cancelled') return ['planned', last];
  const begun = ['planned', ...(isDeMinimis ? ['awaiting_aid_decision' as const] : []), 'ongoing'] as const;
  return last === 'ongoing' ? [...begun] : [...begun, 'completed'];
}

function dayOf(status: History['status'], { planned, started, ended, confirmed }: History['days']): string {
  if (status === 'planned') return dayAfter(planned, -20);
  if (status === 'awaiting_aid_decision') return dayAfter(planned, -9);
  if (status === 'ongoing') return started;
  return status === 'cancelled' ? ended : confirmed;
}

type Plan = Omit<Intervention, 'status'>;
type Kind = Pick<Intervention, 'intervention_type' | 'title' | 'goal_text' | 'need_areas'>;

const kinds: Readonly<Record<Focus, readonly Kind[]>> = {
  production_efficiency: [
    {
      intervention_type: 'mapping',
      title: 'Värdeflöde i svetshallen',
      goal_text: 'Halvera ledtiden för svetsade ramar, från tio dagar till fem.',
      need_areas: ['production_efficiency'],
    },
    {
      intervention_type: 'improvement_event',
      title: 'Ställtider i kantpressen',
      goal_text: 'Från en timme till tjugo minuter, med en standard som alla följer.',
      need_areas: ['production_efficiency', 'leadership_org'],
    },
    {
      intervention_type: 'coaching',
      title: 'Daglig styrning vid tavlan',
      goal_text: 'Ett möte om dagen, tio minuter, och avvikelser som får en ägare.',
      need_areas: ['production_efficiency', 'skills_development'],
    },
    {
      intervention_type: 'training',
      title: 'Underhåll som operatören kan göra',
      goal_text: 'Sex operatörer klarar den första nivån av underhåll i sina egna maskiner.',
      need_areas: ['maintenance', 'skills_development'],
    },
    {
      intervention_type: 'roadmap',
      title: 'Handlingsplan för produktionen',
      goal_text: 'En plan på två år som ledning och fack står bakom.',
      need_areas: ['production_efficiency', 'strategy_business'],
    },
  ],
  digitalisation: [
    {
      intervention_type: 'requirement_spec',
      title: 'Kravspecifikation för planeringssystem',
      goal_text: 'Ett underlag som tre leverantörer kan svara på.',
      need_areas: ['digitalisation'],
    },
    {
      intervention_type: 'pilot',
      title: 'Maskindata från två fleroperationsmaskiner',
      goal_text: 'Stopporsaker i realtid, och ett beslut om resten av parken.',
      need_areas: ['digitalisation', 'ai'],
    },
  ],
  automation: [
    {
      intervention_type: 'investment_basis',
      title: 'Underlag för robotcell vid formsprutan',
      goal_text: 'Kalkyl, säkerhet och layout färdiga för styrelsens beslut.',
      need_areas: ['automation', 'finance_investment'],
    },
    {
      intervention_type: 'simulation',
      title: 'Simulering av packlinjen',
      goal_text: 'Veta om en robot räcker innan den köps.',
      need_areas: ['automation'],
    },
  ],
};

/** The focus of a company's intervention; that by which it counts is automation. */
export function focusOf({ company, counting }: History): Focus {
  if (counting?.evidence === 'process_focus') return 'automation';
  return chanceOf(`focus ${company.key}`).weighted([
    ['production_efficiency', 5],
    ['digitalisation', 3],
    ['automation', 3],
  ]);
}

function planOf(history: History, chance: Chance): Plan {
  const { company, visit, days } = history;
  const focus_area = focusOf(history);
  const delivered_by = chance.weighted([
    ['developer', 6],
    ['domain_expert', 2],
    ['both', 3],
  ]);
  return {
    company_key: company.key,
    needs_ref: visit.id,
    focus_area,
    purpose: chance.pick(['support', 'support', 'facilitate', 'accelerate']),
    ...chance.pick(kinds[focus_area]),
    delivered_by,
    planned_start: days.planned,
    ...(delivered_by !== 'developer' && chance.pick(suppliers)),
  };
}

const suppliers = [
  { supplier_name: 'Närkes Flödesteknik AB', supplier_organisationsnummer: '559900-0030' },
  { supplier_name: 'Hjälmarens Automation AB', supplier_organisationsnummer: '559900-0006' },
  { supplier_name: 'Rådgivare Fårhage', supplier_organisationsnummer_missing_reason: 'sole_trader' },
] as const;

type Aid = ReturnType<typeof aidOf>;

/** De minimis aid is decided on before anything begins. */
function aidOf({ planned, started }: History['days'], chance: Chance) {
  const aid_treatment = chance.weighted([
    ['not_aid', 5],
    ['de_minimis', 4],
    ['gber_28', 1],
  ]);
  const amount = { gross_grant_equivalent_sek: chance.whole(18, 120) * 1000 };
  if (aid_treatment === 'not_aid') return { aid_treatment };
  if (aid_treatment === 'gber_28') return { aid_treatment, ...amount };
  return {
    aid_treatment,
    ...amount,
    dm_certificate_date: dayAfter(planned, -10),
    dm_prior_total_eur: chance.pick([0, 0, 12_500.5, 48_000]),
    dm_decision_ref: `Ä ${planned.slice(0, 4)}-${chance.whole(1000, 8999)}`,
    dm_decision_date: dayAfter(started, -chance.whole(0, 4)),
  };
}

/** What its status makes known. */
function answersAt(status: History['status'], history: History, aid: Aid, plan: Plan): Partial<Intervention> {
  const { days, visit } = history;
  if (status === 'planned' || status === 'cancelled') return {};
  if (status === 'awaiting_aid_decision') {
    // Nothing has been decided yet.
    return { aid_treatment: 'de_minimis', dm_certificate_date: dayAfter(days.planned, -10) };
  }
  const maturity_before = Math.min(4, stepsOf(visit, staircaseOf[focusOf(history)]));
  const begun = { ...aid, actual_start: days.started, maturity_before };
  return status === 'ongoing' ? begun : { ...begun, ...doneIn(history, plan, maturity_before) };
}

const staircaseOf: Readonly<Record<Focus, string>> = {
  production_efficiency: 'pe',
  digitalisation: 'dig',
  automation: 'aut',
};

function doneIn(history: History, { delivered_by }: Plan, before: number): Partial<Intervention> {
  const { days } = history;
  const chance = chanceOf(`intervention done ${history.company.key}`);
  return {
    end_date: days.ended,
    ...(delivered_by !== 'domain_expert' && { hours_developer: chance.whole(8, 60) / 2 }),
    ...(delivered_by !== 'developer' && {
      hours_expert: chance.whole(20, 120) / 2,
      external_cost_sek: chance.whole(12, 95) * 1000,
    }),
    ...maybe(chance, 0.7, { company_hours: chance.whole(10, 140) / 2 }),
    participants_women: chance.whole(0, 3),
    participants_men: chance.whole(1, 5),
    participants_undisclosed: 0,
    ...resultOf(history, before, chance),
    ...maybe(chance, 0.6, { report_delivered_on: days.confirmed }),
    ...confirmation(history, chance),
  };
}

const steps = [
  ['new_working_method'],
  ['action_plan', 'new_working_method'],
  ['investment_decision', 'skills_raised'],
  ['new_technology', 'skills_raised'],
  ['action_plan', 'funding_applied'],
  ['new_working_method', 'collaboration'],
  ['investment_made', 'measure_improved'],
] as const satisfies readonly Intervention['development_step'][];

/** Who does not count has taken no step; and nothing shows the one that almost does. */
function resultOf({ counting }: History, before: number, chance: Chance): Partial<Intervention> {
  if (counting === undefined) return { maturity_after: before, development_step: ['none'] };
  const development_step = chance.pick(steps);
  if (counting.fails === 'evidence_note') return { maturity_after: before, development_step };
  return {
    maturity_after: before + chance.pick([0, 1, 1]),
    development_step,
    step_evidence_note: chance.pick(notes),
  };
}

const notes = [
  'Mätning av ledtid före och efter, handlingsplan med datum. I projektets mapp Insatser.',
  'Foton av tavlan vecka för vecka, och den nya standarden för omställning.',
  'Styrelsens protokoll med investeringsbeslutet, delat med projektet.',
  'Kursintyg för sex operatörer, och den nya instruktionen.',
  'Kravspecifikationen, och svaren från två leverantörer.',
];

function confirmation({ counting, days }: History, chance: Chance): Partial<Intervention> {
  if (counting?.fails === 'confirmation') return { company_confirms: false };
  return {
    company_confirms: true,
    confirm_role: chance.pick(['owner_ceo', 'production_manager']),
    ...maybe(chance, 0.3, { confirm_name: personFrom(chance).name }),
    confirm_date: days.confirmed,
  };
}
