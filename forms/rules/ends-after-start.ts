import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/**
 * What starts and ends on the same day, at times by the clock (`HH:MM`), ends later than it starts. Without a last day
 * it ends on the first. Which of two days comes first is for `notAfter` to say.
 */
export function endsAfterStart<const Name extends string>(
  fields: {
    readonly firstDay: Name;
    readonly startTime: Name;
    readonly lastDay: Name;
    readonly endTime: Name;
  },
  at: NoInfer<Name>,
  message: Words,
): Rule<Name> {
  const { firstDay, startTime, lastDay, endTime } = fields;
  return { rule: 'ends-after-start@1', fields: [firstDay, startTime, lastDay, endTime], at, message };
}

export function v1({ fields }: PublishedRule, answers: Readonly<Record<string, unknown>>): boolean {
  const [firstDay, start, lastDay = firstDay, end] = fields.map((field) => answers[field]);
  return lastDay !== firstDay || typeof start !== 'string' || typeof end !== 'string' || start < end;
}
