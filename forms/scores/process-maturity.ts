import { numbersOf } from './ratio.ts';

type Answers = Readonly<Record<string, unknown>>;

/** What is known of a measurement, and its column's type. */
const outputs = {
  pmm_index: 'double',
  pmm_step: 'int',
  dk_share: 'double',
  low_confidence: 'boolean',
  straightlining: 'boolean',
} as const;
type Result = keyof typeof outputs;

/** The scale that statements are answered on, from 0: its highest step, and the code of not knowing. */
interface Scale {
  readonly highest: number;
  readonly doNotKnow: string;
}

/**
 * What follows from a process-maturity measurement, as declared, by the project's definition of PMM-30:
 *
 * - `pmm_index`, of the mean: the mean in per cent of the highest step. 20 times the mean where that is 5.
 * - `pmm_step`, of all statements: the highest step that at least 80 % of the numeric answers reach. A floor, in the
 *   spirit of ISO/IEC 33020, where a level is reached when those below it are.
 * - `dk_share`, of all statements: the share of those answered that somebody did not know, from 0 to 1.
 * - `low_confidence`: that share is over 0.2.
 * - `straightlining`: all statements have the same answer.
 *
 * The means, of a dimension and of them all, are `mean@1`.
 */
export function processMaturity<const R extends Result, const F extends string>(
  result: R,
  of: readonly F[],
  { highest, doNotKnow }: Scale,
) {
  return { compute: 'process-maturity@1', of, result, highest, doNotKnow, output: outputs[result] } as const;
}

/** Nothing where nothing is answered that it follows from; `straightlining` waits for the last answer. */
export function v1(answers: Answers, { of, result, highest, doNotKnow }: Answers) {
  const numbers = numbersOf(answers, of).filter((number) => number !== undefined);
  if (result === 'pmm_index')
    return numbers[0] === undefined ? undefined : (numbers[0] * 100) / Number(highest);
  if (result === 'pmm_step') return stepOf(numbers, Number(highest));

  const asked = Array.isArray(of) ? of : [];
  const answered = asked.map((name) => answers[String(name)]).filter((answer) => answer !== undefined);
  if (answered.length === 0) return undefined;
  if (result === 'straightlining') {
    return answered.length < asked.length ? undefined : new Set(answered).size === 1;
  }
  const unknown = answered.filter((answer) => answer === doNotKnow).length;
  return result === 'dk_share' ? unknown / answered.length : unknown * 5 > answered.length;
}

function stepOf(numbers: readonly number[], highest: number): number | undefined {
  if (numbers.length === 0) return undefined;
  const steps = Array.from({ length: highest + 1 }, (_, step) => step);
  return steps.findLast(
    (step) => numbers.filter((number) => number >= step).length * 5 >= numbers.length * 4,
  );
}
