import type { Condition } from '../../forms/grammar/conditions.ts';
import type { PublishedField } from '../../forms/grammar/published.ts';

type Compared = string | number | boolean;

/** What the answer to a question has to be like, so that others are asked. */
export interface Wish {
  readonly answered?: boolean | undefined;
  readonly is?: Compared | undefined;
  readonly not?: readonly Compared[] | undefined;
  readonly includes?: readonly string[] | undefined;
  readonly atLeast?: number | undefined;
  /** Of every row, where the answer is a table. */
  readonly rows?: Wishes | undefined;
}
export type Wishes = Readonly<Record<string, Wish>>;
export type Fields = Readonly<Record<string, PublishedField>>;

/** Every way to make a condition hold. */
function waysOf(condition: Condition): Wishes[] {
  if ('some' in condition) return condition.some.flatMap(waysOf);
  if ('all' in condition) {
    return condition.all.map(waysOf).reduce<Wishes[]>(
      (ways, more) =>
        ways.flatMap((one) =>
          more.flatMap((other) => {
            const both = together(one, other);
            return both === undefined ? [] : [both];
          }),
        ),
      [{}],
    );
  }
  const { field } = condition;
  if ('anyRow' in condition) return waysOf(condition.anyRow).map((rows) => ({ [field]: { rows } }));
  if ('is' in condition) return [{ [field]: { is: condition.is } }];
  if ('isNot' in condition) return [{ [field]: { answered: true, not: [condition.isNot] } }];
  if ('answered' in condition) return [{ [field]: { answered: condition.answered } }];
  if ('includes' in condition) return [{ [field]: { includes: [condition.includes] } }];
  return [{ [field]: { atLeast: condition.atLeast } }];
}

/** What keeps a condition from holding; only for conditions that compare answers with values, or ask whether there are any. */
export function against(condition: Condition): Wishes {
  if ('all' in condition) {
    const last = condition.all.at(-1);
    return last === undefined ? impossible('a part of it') : against(last);
  }
  if ('answered' in condition) return { [condition.field]: { answered: !condition.answered } };
  if ('some' in condition) {
    return condition.some
      .map(against)
      .reduce((one, other) => together(one, other) ?? impossible('no part of it to hold'), {});
  }
  return 'is' in condition
    ? { [condition.field]: { not: [condition.is] } }
    : impossible('a comparison with one value');
}

function impossible(what: string): never {
  throw new Error(`expected ${what}, got a condition that the planting of answers does not know`);
}

/** Both, or undefined when no answers can be so. */
export function together(one: Wishes, other: Wishes): Wishes | undefined {
  const all: Record<string, Wish> = { ...one };
  for (const [field, wish] of Object.entries(other)) {
    const both = bothOf(all[field] ?? {}, wish);
    if (both === undefined) return undefined;
    all[field] = both;
  }
  return all;
}

function bothOf(one: Wish, other: Wish): Wish | undefined {
  const rows = together(one.rows ?? {}, other.rows ?? {});
  const both = {
    answered: one.answered ?? other.answered,
    is: one.is ?? other.is,
    not: [...(one.not ?? []), ...(other.not ?? [])],
    includes: [...(one.includes ?? []), ...(other.includes ?? [])],
    atLeast: Math.max(one.atLeast ?? 0, other.atLeast ?? 0),
    rows: rows ?? {},
  };
  const isAnother = other.is !== undefined && other.is !== both.is;
  const isUnlike = both.is !== undefined && both.not.includes(both.is);
  const isTorn = other.answered !== undefined && other.answered !== both.answered;
  const isGone = both.answered === false && [one, other].some(needsAnswer);
  return rows === undefined || isAnother || isUnlike || isTorn || isGone ? undefined : both;
}

function needsAnswer({ answered, is, includes = [], rows = {} }: Wish): boolean {
  return answered === true || is !== undefined || includes.length > 0 || Object.keys(rows).length > 0;
}

/** Wishes with which the condition holds too, and everything that it looks at is asked, in every way there is. */
export function withCondition(condition: Condition, wishes: Wishes, fields: Fields): Wishes[] {
  return waysOf(condition).flatMap((way) => {
    const needed = Object.entries(way).filter(([, wish]) => wish.answered !== false);
    const found = needed.reduce<Wishes | undefined>(
      (all, [name]) => all && withQuestion(name, all, fields),
      together(wishes, way),
    );
    return found === undefined ? [] : [found];
  });
}

/** Wishes with which the question is asked and answered; undefined when there are none. */
export function withQuestion(name: string, wishes: Wishes, fields: Fields): Wishes | undefined {
  const { shownWhen } = fields[name] ?? {};
  const answered = together(wishes, { [name]: { answered: true } });
  return answered && shownWhen ? withCondition(shownWhen, answered, fields)[0] : answered;
}

type Answers = Readonly<Record<string, unknown>>;

/** Whether a condition holds, written down a second time: the product's own evaluator is what is tested. */
export function isFulfilled(condition: Condition, answers: Answers): boolean {
  if ('some' in condition) return condition.some.some((part) => isFulfilled(part, answers));
  if ('all' in condition) return condition.all.every((part) => isFulfilled(part, answers));
  const answer = answers[condition.field];
  if ('anyRow' in condition)
    return Object.values(Object(answer)).some((row) => isFulfilled(condition.anyRow, Object(row)));
  if ('answered' in condition) return condition.answered === (answer !== undefined);
  if (answer === undefined) return false;
  if ('is' in condition) return answer === condition.is;
  if ('isNot' in condition) return answer !== condition.isNot;
  if ('includes' in condition) return Array.isArray(answer) && answer.includes(condition.includes);
  return typeof answer === 'number' && answer >= condition.atLeast;
}
