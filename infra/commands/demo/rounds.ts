import type { Company } from './companies.ts';
import type { Submission } from './submission.ts';

/**
 * Submissions in rounds, each to be sent when the one before has its answers: everything comes after what it names or
 * corrects. Companies without a number come first and by themselves, since their keys are given in that order.
 */
export function inRounds(submissions: readonly Submission[], companies: readonly Company[]): Submission[][] {
  const withoutNumber = companies
    .filter(({ organisationsnummer }) => organisationsnummer === undefined)
    .toSorted((one, other) => one.key.localeCompare(other.key));
  const roots = new Map(companies.map(({ key, root }) => [key, root]));
  const byId = new Map(submissions.map((each) => [each.id, each]));
  const first = withoutNumber.map(({ root }) => [byId.get(root)].filter((each) => each !== undefined));
  const places = new Map(first.map(([each]) => [each, 0]));

  function placeOf(submission: Submission): number {
    const known = places.get(submission);
    if (known !== undefined) return known;
    const before = namedIn(submission).flatMap((name) => byId.get(roots.get(name) ?? name) ?? []);
    // A company has its own number too.
    const place = 1 + Math.max(0, ...before.filter((each) => each !== submission).map(placeOf));
    places.set(submission, place);
    return place;
  }

  const others = submissions.filter(({ id }) => !withoutNumber.some(({ root }) => root === id));
  const rounds = Map.groupBy(others, placeOf);
  const inOrder = [...rounds].toSorted(([one], [other]) => one - other);
  return [...first, ...inOrder.map(([, round]) => round.toSorted((one, other) => one.sentAt - other.sentAt))];
}

/** Whatever could be the name of another record: every text, and what it corrects. */
function namedIn({ answers, supersedes }: Submission): string[] {
  const texts = Object.values(answers).filter((answer) => typeof answer === 'string');
  return supersedes === undefined ? texts : [supersedes, ...texts];
}
