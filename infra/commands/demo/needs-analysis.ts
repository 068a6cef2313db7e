import type { Answers } from '../../../forms/grammar/form.ts';
import { focusAreas } from '../../../forms/lists/focus-areas.ts';
import { supportActors } from '../../../forms/lists/support-actors.ts';
import { valueChainPositions } from '../../../forms/lists/value-chain-positions.ts';
import { workRoles } from '../../../forms/lists/work-roles.ts';
import type { needsAnalysis as form } from '../../../forms/needs-analysis.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { identityOf, industry, size } from './company.ts';
import type { History, Visit } from './histories.ts';
import { after } from './moments.ts';
import { answeredShare, maturity, needs, sustainability } from './needs.ts';
import { personFrom } from './people.ts';
import { type AsWritten, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';
import { agreements, businessNotes, generally, textFrom } from './texts.ts';

type NeedsAnalysis = AsWritten<Answers<typeof form>>;

/** What companies need, told at visits. */
export function needsAnalysesOf(histories: readonly History[]): Submission[] {
  return histories
    .flatMap(({ visit, laterVisit }) => (laterVisit === undefined ? [visit] : [visit, laterVisit]))
    .map(submitted);
}

function submitted(visit: Visit): Submission {
  const chance = chanceOf(`needs-analysis ${visit.id}`);
  return submissionOf('needs-analysis', visit.id, answersOf(visit, chance), sentAfter(visit.madeAt, chance));
}

function answersOf(visit: Visit, chance: Chance): NeedsAnalysis {
  const { company } = visit;
  const share = answeredShare(visit);
  return {
    ...identityOf(company, chance),
    company_name: company.name,
    municipality_code: company.municipality,
    contacts: Array.from({ length: chance.pick([1, 1, 1, 2, 3]) }, () => contact(chance)),
    ...visited(visit, chance),
    ...business(company, share, chance),
    ...industry(company, share, chance),
    ...size(company, share, chance),
    ...maturity(visit, chance),
    ...sustainability(visit, chance),
    ...recruitment(chance),
    ...(isUnfinished(visit) ? {} : { ...needs(visit, chance), ...next(visit, share, chance) }),
  };
}

/** Now and then there was no time for the needs: another visit is to be made for them. */
function isUnfinished({ id, answered }: Visit): boolean {
  return answered === 'most' && chanceOf(`unfinished ${id}`).happens(0.06);
}

function contact(chance: Chance) {
  const { name, gender, email, phone } = personFrom(chance);
  return {
    contact_name: name,
    contact_role: chance.weighted(workRoles.options.map(({ code }, index) => [code, index === 0 ? 12 : 1])),
    ...chance.pick([
      { contact_email: email },
      { contact_email: email, contact_phone: phone },
      { contact_phone: phone },
    ]),
    ...maybe(chance, 0.6, { contact_gender: gender }),
    ...maybe(chance, 0.7, { newsletter_consent: chance.happens(0.4) }),
  };
}

function visited({ date, isFollowUp }: Visit, chance: Chance) {
  const women = chance.weighted([
    [0, 5],
    [1, 4],
    [2, 1],
  ]);
  return {
    visit_date: date,
    visit_mode: chance.weighted([
      ['on_site', 85],
      ['digital', 15],
    ]),
    method: chance.weighted([
      ['tbn', isFollowUp ? 3 : 7],
      ['light', 3],
    ]),
    ...maybe(chance, 0.4, {
      method_version: chance.pick(['2023:1', '2024:2, förkortad', 'Mall från IUC, hösten']),
    }),
    company_participants_women: women,
    company_participants_men: women === 0 ? chance.whole(1, 3) : chance.whole(0, 3),
    company_participants_undisclosed: chance.happens(0.03) ? 1 : 0,
  } as const;
}

function business({ sector, annualWorkUnits }: Company, share: number, chance: Chance) {
  const positions = chance.shuffled(valueChainPositions.options).slice(0, chance.pick([1, 1, 2]));
  return {
    ...maybe(chance, 0.9, {
      business_summary: textFrom(chance, [...sector.summary, ...businessNotes], 1000, generally),
    }),
    ...maybe(chance, 0.9, { products_main: textFrom(chance, sector.products, 300, businessNotes) }),
    ...maybe(chance, 0.8, { position_in_chain: positions.map(({ code }) => code) }),
    ...maybe(chance, 0.8, {
      export_share: chance.weighted([
        ['none', 4],
        ['lt10', 3],
        ['10_50', annualWorkUnits > 20 ? 5 : 1],
        ['gt50', annualWorkUnits > 50 ? 3 : 0.3],
        ['unknown', 1],
      ]),
    }),
    ...maybe(chance, share, {
      development_status: chance.pick(['not_started', 'started', 'started', 'continuous']),
    }),
    ...maybe(chance, share, {
      eu_funding_awareness_before: chance.pick(['yes', 'somewhat', 'somewhat', 'no']),
    }),
    ...maybe(chance, 0.7, {
      support_actors_known: chance
        .shuffled(supportActors.options)
        .slice(0, chance.whole(1, 5))
        .map(({ code }) => code),
    }),
  } as const;
}

function recruitment(chance: Chance) {
  return {
    ...maybe(chance, 0.8, {
      women_share_management: chance.pick(['0', '1_25', '26_50', 'gt50', 'unknown']),
    }),
    ...maybe(chance, 0.7, {
      recruitment_actions: chance.pick([
        ['none'],
        ['job_ads'],
        ['schools', 'role_models'],
        ['schools', 'work_env'],
      ]),
    }),
  } as const;
}

type Next = Pick<
  NeedsAnalysis,
  'engagement_level' | 'proposed_next' | 'agreed_actions' | 'company_feedback_sent_on' | 'use_permission'
>;

function next({ date }: Visit, share: number, chance: Chance): Next {
  const wish = chance.pick([...focusAreas.options]).code;
  const steps = {
    production_efficiency: 'workshop',
    digitalisation: 'network',
    automation: 'intervention',
  } as const;
  const step = wish === 'cross_cutting' ? 'match' : steps[wish];
  return {
    ...maybe(chance, share, { engagement_level: chance.pick([1, 2, 2, 3, 3]) }),
    ...maybe(chance, share, {
      proposed_next: chance.happens(0.06)
        ? (['none'] as const)
        : ([
            step,
            ...chance.pick([[], ['activity'], ['production_analysis'], ['process_maturity', 'activity']]),
          ] as const),
    }),
    ...maybe(chance, 0.75, { agreed_actions: textFrom(chance, agreements, 800, generally) }),
    ...maybe(chance, 0.5, { company_feedback_sent_on: dayAfter(date, chance) }),
    ...maybe(chance, share, {
      use_permission: chance.weighted([
        ['yes_named', 7],
        ['yes_aggregated_only', 2],
        ['no', 1],
      ]),
    }),
  };
}

function dayAfter(date: string, chance: Chance): string {
  return new Date(after(date, chance, 7, 45)).toISOString().slice(0, 10);
}
