import type { Answers } from '../../../forms/grammar/form.ts';
import type { projectSettings as form } from '../../../forms/project-settings.ts';
import { chanceOf } from './chance.ts';
import { after } from './moments.ts';
import { idAt, type Submission, submissionOf } from './submission.ts';

type Change = Answers<typeof form> & { readonly valid_from: string };

/** What became otherwise with the project while it ran. What it began with is in `forms/projects/`. */
const changes: readonly Change[] = [
  {
    project: 'starkare-industri',
    valid_from: '2023-10-01',
    indicators: [
      { indicator: 'ind_03', target: 100 },
      { indicator: 'ind_08', target: 50 },
    ],
  },
  { project: 'starkare-industri', valid_from: '2025-01-01', privacy_notice_version: '2.0' },
];

export function projectChanges(): Submission[] {
  return changes.map((answers) => {
    const chance = chanceOf(`project-settings ${answers.valid_from}`);
    const madeAt = after(answers.valid_from, chance, -20, -5);
    return submissionOf('project-settings', idAt(madeAt, chance), answers, madeAt);
  });
}
