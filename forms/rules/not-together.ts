import type { PublishedRule, Rule } from '../grammar/rules.ts';
import type { Words } from '../grammar/words.ts';

/** One of several answers that do not go together: a field, and the values (codes) that are meant. */
export interface Part<Name extends string> {
  readonly field: Name;
  readonly values: readonly string[];
}

/**
 * At least one of the parts is answered otherwise, or not at all. Of several chosen options, one of the values is
 * enough to count as answered so.
 */
export function notTogether<const Name extends string>(
  parts: readonly Part<Name>[],
  at: NoInfer<Name>,
  message: Words,
): Rule<Name> {
  return {
    rule: 'not-together@1',
    fields: parts.map(({ field }) => field),
    values: parts.map(({ values }) => values),
    at,
    message,
  };
}

export function v1({ fields, values }: PublishedRule, answers: Readonly<Record<string, unknown>>): boolean {
  return fields.some((field, index) => {
    const meant: unknown = Array.isArray(values) ? values[index] : undefined;
    const chosen = [answers[field]].flat();
    return !Array.isArray(meant) || !meant.some((code) => chosen.includes(code));
  });
}
