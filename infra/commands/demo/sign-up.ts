import type { Answers } from '../../../forms/grammar/form.ts';
import type { signUp as form } from '../../../forms/sign-up.ts';
import type { Activity } from './activities.ts';
import type { Attendance } from './attendance.ts';
import { chanceOf } from './chance.ts';
import type { Company } from './companies.ts';
import { after } from './moments.ts';
import { attendee } from './participants.ts';
import { idAt, type Submission, sentAfter, submissionOf } from './submission.ts';

/** Before that people signed up by mail. */
const first = '2025-01-01';

/** Who has signed up by the link in an invitation, where people are asked for; and for what is still to come. */
export function signUpsOf(attendance: Attendance): Submission[] {
  return [...attendance]
    .filter(
      ([{ status, attendance: kind, date }]) =>
        status === 'planned' || (kind === 'per_person' && date > first),
    )
    .flatMap(([activity, guests]) => guests.map(({ company }) => submitted(activity, company)));
}

function submitted(activity: Activity, company: Company): Submission {
  const chance = chanceOf(`sign-up ${activity.date} ${company.key}`);
  const { name, email } = attendee(activity, company);
  const isKnown = company.organisationsnummer !== undefined && chance.happens(0.6);
  const answers: Answers<typeof form> = {
    activity: activity.id,
    name,
    email,
    company_name: company.name,
    ...(isKnown && { organisationsnummer: company.organisationsnummer }),
  };
  const madeAt = after(activity.date, chance, -30, -3);
  return submissionOf('sign-up', idAt(madeAt, chance), answers, sentAfter(madeAt, chance));
}
