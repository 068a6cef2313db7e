import type { Answers } from '../../../forms/grammar/form.ts';
import type { network as form } from '../../../forms/network.ts';
import { chanceOf } from './chance.ts';
import { noonOf } from './moments.ts';
import { idAt, type Submission, submissionOf } from './submission.ts';

const declared: readonly (Answers<typeof form> & { readonly started_on: string })[] = [
  {
    name: 'Nätverk produktionsledare',
    network_type: 'topic_network',
    role_or_question: 'Produktionsledare och gruppledare i tillverkande företag',
    focus_areas: ['production_efficiency'],
    started_on: '2023-04-24',
  },
  {
    name: 'Nätverk underhåll',
    network_type: 'topic_network',
    role_or_question: 'Hur går vi från att laga till att förebygga?',
    focus_areas: ['production_efficiency', 'automation'],
    started_on: '2023-04-26',
  },
  {
    name: 'Nätverk kvalitet och miljö',
    network_type: 'topic_network',
    role_or_question: 'Ansvariga för kvalitet, miljö och arbetsmiljö',
    focus_areas: ['production_efficiency', 'digitalisation'],
    started_on: '2023-05-02',
  },
  {
    name: 'Nätverk digitalisering',
    network_type: 'topic_network',
    role_or_question: 'Hur kommer maskinernas data till användning?',
    focus_areas: ['digitalisation'],
    started_on: '2023-05-03',
  },
  {
    name: 'Kvinna i industrin i Örebro län',
    network_type: 'women_in_industry_network',
    based_on: 'MITC Kvinna i industrin',
    role_or_question: 'Kvinnor som är chefer, mellanchefer eller projektledare i industrin',
    focus_areas: ['cross_cutting'],
    started_on: '2023-05-08',
  },
];

/** The networks whose meetings are activities, in the order that `activities.ts` counts them in. */
export const networks = declared.map((answers) => ({
  answers,
  madeAt: noonOf(answers.started_on),
  id: idAt(noonOf(answers.started_on), chanceOf(`network ${answers.name}`)),
}));

export function networksSubmitted(): Submission[] {
  return networks.map(({ id, answers, madeAt }) => submissionOf('network', id, answers, madeAt));
}
