import { fieldsOf } from '../grammar/form-parts.ts';
import { type KindPart, ofKind } from '../grammar/kind.ts';
import type { PublishedForm } from '../grammar/published.ts';
import type { Values } from '../grammar/reading.ts';
import type { TypedFields } from '../grammar/typed.ts';

/** Answers as a page of the form would have sent them: what is computed of them is left out. */
export function typedAnswers(form: PublishedForm, answers: Values, writers: KindPart<'write'>): TypedFields {
  const given = fieldsOf(form).filter(
    ([name, { kind }]) => kind !== 'computed' && answers[name] !== undefined,
  );
  return Object.fromEntries(
    given.map(([name, field]) => [name, ofKind(writers, field.kind)(answers[name], field, writers)]),
  );
}
