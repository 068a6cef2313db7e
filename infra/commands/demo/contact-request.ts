import type { contactRequest as form } from '../../../forms/contact-request.ts';
import type { Answers } from '../../../forms/grammar/form.ts';
import type { Activity } from './activities.ts';
import { chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { after } from './moments.ts';
import { personFrom } from './people.ts';
import { idAt, maybe, type Submission, sentAfter, submissionOf } from './submission.ts';
import { contactMessages, generally, textFrom } from './texts.ts';

/** Now and then somebody who has evaluated an activity wants to be called. */
export function contactRequestsOf(
  activities: readonly Activity[],
  companies: readonly Company[],
): Submission[] {
  const held = activities.filter(({ status }) => status === 'held');
  return held.flatMap(({ date }) => {
    const count = chanceOf(`contact-request ${date}`).pick([0, 0, 1, 1, 2]);
    return Array.from({ length: count }, (_, index) => submitted(date, index, companies));
  });
}

function submitted(date: string, index: number, companies: readonly Company[]): Submission {
  const chance = chanceOf(`contact-request ${date} ${index}`);
  const { name, email, phone } = personFrom(chance);
  const answers: Answers<typeof form> = {
    name,
    ...chance.pick([{ email }, { phone }, { email, phone }]),
    ...maybe(chance, 0.7, { company_name: chance.pick(companies).name }),
    ...maybe(chance, 0.8, { message: textFrom(chance, contactMessages, 500, generally) }),
  };
  const madeAt = after(date, chance, 0, 3);
  const id = idAt(madeAt, chance, { anonymous: true });
  return submissionOf('contact-request', id, answers, sentAfter(madeAt, chance));
}
