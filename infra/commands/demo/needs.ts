import { needAreas } from '../../../forms/lists/need-areas.ts';
import {
  economicTopics,
  environmentalTopics,
  socialTopics,
} from '../../../forms/lists/sustainability-topics.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Visit } from './histories.ts';
import { maybe } from './submission.ts';
import { challenges, generally, sustainabilityNotes, textFrom } from './texts.ts';

// What a company needs to develop, and how far it has come: the middle part of a needs analysis.

/** How far a company has come, 0 to 5: the larger the further, and a little further at a follow-up. */
export function stepsOf({ company, isFollowUp }: Visit, dimension: string): number {
  const chance = chanceOf(`step ${company.key} ${dimension}`);
  const ground = company.annualWorkUnits > 80 ? 2 : company.annualWorkUnits > 15 ? 1 : 0;
  const before = Math.min(4, ground + chance.pick([0, 0, 1, 2]));
  const later = before + chance.pick([0, 1, 1]);
  return isFollowUp ? later : before;
}

/** In how many of all cases a question is answered that is needed to count. */
export function answeredShare({ answered }: Visit): number {
  return answered === 'most' ? 0.98 : 1;
}

export function maturity(visit: Visit, chance: Chance) {
  const share = answeredShare(visit);
  const step = (dimension: string) =>
    visit.answered === 'most' && chance.happens(0.04) ? ('not_assessed' as const) : stepsOf(visit, dimension);
  const assessed = {
    ...maybe(chance, share, { maturity_pe: step('pe') }),
    ...maybe(chance, share, { maturity_dig: step('dig') }),
    ...maybe(chance, share, { maturity_aut: step('aut') }),
  };
  const isAssessed = Object.values(assessed).some((each) => typeof each === 'number');
  return {
    ...assessed,
    ...(isAssessed &&
      maybe(chance, share, { maturity_basis: chance.pick(['developer', 'company', 'joint']) })),
  };
}

export function sustainability(visit: Visit, chance: Chance) {
  const { environment, social, economic } = sustainabilityNotes;
  const share = answeredShare(visit);
  const some = <const T>(options: readonly { readonly code: T }[]) =>
    chance
      .shuffled(options)
      .slice(0, chance.whole(1, 3))
      .map(({ code }) => code);
  return {
    ...maybe(chance, share, { sust_env_state: stepsOf(visit, 'env') }),
    ...maybe(chance, 0.7, { sust_env_topics: some(environmentalTopics.options) }),
    ...maybe(chance, 0.4, { sust_env_note: textFrom(chance, environment, 600, generally) }),
    ...maybe(chance, share, { sust_soc_state: stepsOf(visit, 'soc') }),
    ...maybe(chance, 0.7, { sust_soc_topics: some(socialTopics.options) }),
    ...maybe(chance, 0.4, { sust_soc_note: textFrom(chance, social, 600, generally) }),
    ...maybe(chance, share, { sust_eco_state: stepsOf(visit, 'eco') }),
    ...maybe(chance, 0.7, { sust_eco_topics: some(economicTopics.options) }),
    ...maybe(chance, 0.4, { sust_eco_note: textFrom(chance, economic, 600, generally) }),
  };
}

type Area = (typeof needAreas)['options'][number]['code'];

/** The areas that everybody is asked about, with how often the need is large, in tenths. */
const asked: readonly (readonly [area: Area, large: number])[] = [
  ['skills_development', 6],
  ['production_efficiency', 6],
  ['automation', 5],
  ['digitalisation', 5],
  ['sust_environment', 3],
  ['sust_social', 2],
  ['sust_economic', 3],
];

export function needs(visit: Visit, chance: Chance) {
  const codes = asked.map(([area]) => area);
  const others = chance.shuffled(needAreas.options.filter(({ code }) => !codes.includes(code)));
  const rows = [
    ...asked.map(([area, large]) => rowOf(area, large, visit, chance)),
    ...others.slice(0, chance.pick([0, 1, 2, 4])).map(({ code }) => rowOf(code, 7, visit, chance)),
  ];
  const needed = rows
    .filter(([, { priority }]) => priority !== '0')
    .toSorted(([, one], [, other]) => (one.priority < other.priority ? 1 : -1));
  return {
    areas: Object.fromEntries(rows),
    ...(needed.length > 0 && { top3: needed.slice(0, 3).map(([area]) => area) }),
  };
}

function rowOf(area: Area, large: number, visit: Visit, chance: Chance) {
  const priority = chance.weighted([
    ['0', 10 - large],
    ['1', 5],
    ['2', large],
    ['3', large / 2],
  ]);
  const isLarge = priority === '2' || priority === '3';
  const share = answeredShare(visit);
  const row = {
    priority,
    // The others are asked about in a step of their own.
    ...(area === 'skills_development' &&
      visit.answered !== 'not all' && { current_state: stepsOf(visit, area) }),
    ...(isLarge &&
      maybe(chance, share, { challenge_text: textFrom(chance, challenges[area], 600, generally) })),
    ...(priority !== '0' && maybe(chance, share, { wants_support: chance.happens(0.7) })),
  };
  return [area, row] as const;
}
