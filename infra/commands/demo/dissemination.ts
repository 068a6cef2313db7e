import type { dissemination as form } from '../../../forms/dissemination.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import { disseminationChannels } from '../../../forms/lists/dissemination-channels.ts';
import { type Chance, chanceOf } from './chance.ts';
import { mayBeTold } from './follow-up.ts';
import type { History } from './histories.ts';
import { after, dayAfter, latest, noonOf, workdayAfter } from './moments.ts';
import { idAt, maybe, type Submission, submissionOf } from './submission.ts';

type Spread = Answers<typeof form> & { readonly date: string };

/** Once a month something is told; and the stories of companies that have approved them in writing. */
export function disseminationsOf(histories: readonly History[]): Submission[] {
  const months = Array.from({ length: 40 }, (_, index) => submitted(monthly(index)));
  const stories = histories.filter(mayBeTold).flatMap((history) => {
    const answers = story(history);
    return noonOf(answers.date) < latest ? [submitted(answers)] : [];
  });
  return [...months, ...stories];
}

function submitted(answers: Spread): Submission {
  const chance = chanceOf(`dissemination ${answers.date} ${answers.company_key}`);
  const madeAt = after(answers.date, chance, 0, 3);
  return submissionOf('dissemination', idAt(madeAt, chance), answers, madeAt);
}

const titles = {
  info: [
    'Nu öppnar anmälan till höstens nätverk',
    'Så får du hjälp av en industriutvecklare',
    'Vi söker företag som vill mäta sin processmognad',
  ],
  aggregate: [
    'Vad industrin i länet behöver: halvårets behovsanalyser',
    'Mognadstrappan i siffror',
    'Så tycker deltagarna',
  ],
};

function monthly(index: number): Spread {
  const chance = chanceOf(`dissemination month ${index}`);
  const kind = index % 3 === 2 ? 'aggregate' : 'info';
  const channel = disseminationChannels.options[index % disseminationChannels.options.length]?.code ?? 'web';
  return {
    date: workdayAfter('2023-05-15', index * 30),
    title: chance.pick(titles[kind]),
    channel,
    kind,
    target: chance.pick([['companies'], ['companies', 'municipal_business_offices'], ['region'], ['public']]),
    ...maybe(chance, 0.6, { reach: chance.whole(40, 4000) }),
    ...inclusion(chance),
  };
}

function story({ company, days }: History): Spread {
  const chance = chanceOf(`story ${company.key}`);
  const approved = dayAfter(days.answered, chance.whole(10, 20));
  return {
    date: workdayAfter(approved, chance.whole(3, 12)),
    title: 'Ett steg i taget: så gjorde de',
    channel: chance.pick(['linkedin', 'web', 'press', 'newsletter']),
    kind: 'company_case',
    target: ['companies', 'public'],
    reach: chance.whole(300, 5000),
    company_key: company.key,
    publication_approval_role: 'owner_ceo',
    publication_approval_date: approved,
    publication_approval_text_version: `${approved.slice(0, 4)}-${chance.whole(1, 3)}`,
    ...inclusion(chance),
  };
}

function inclusion(chance: Chance) {
  return {
    eu_emblem_used: chance.happens(0.97),
    ...maybe(chance, 0.7, {
      inclusion_checklist_background: chance.happens(0.8),
      inclusion_checklist_gender: chance.happens(0.9),
      inclusion_checklist_age: chance.happens(0.8),
      inclusion_checklist_geography: chance.happens(0.7),
    }),
  };
}
