import { holds } from '../grammar/conditions.ts';
import { fieldsOf } from '../grammar/form-parts.ts';
import { type Complaint, type Problem, problemCodes } from '../grammar/problem.ts';
import type { PublishedForm } from '../grammar/published.ts';
import type { Values } from '../grammar/reading.ts';

const ahead: Complaint = {
  code: problemCodes.outOfRange,
  message: {
    sv: 'Dagen har inte varit än. Kontrollera datumet.',
    en: 'That day has not been yet. Check the date.',
  },
};

/** The days of what has happened that lie after the day (`yyyy-mm-dd`) on which it is told. */
export function notYet(form: PublishedForm, answers: Values, today: string): Problem[] {
  return fieldsOf(form).flatMap(([path, { happened }]) => {
    const day = answers[path];
    if (happened === undefined || typeof day !== 'string' || day <= today) return [];
    return happened === true || holds(happened, answers) ? [{ path, ...ahead }] : [];
  });
}
