import { numbersOf, quotient } from './ratio.ts';

type Answers = Readonly<Record<string, unknown>>;
type Found = number | undefined;

/** What the size of a company, or of its group, is told by: annual work units, and million kronor. */
interface SizeFields<F extends string> {
  readonly headcount: F;
  readonly turnover: F;
  readonly balance: F;
}

/**
 * The size class of a company, as declared, by Commission Recommendation 2003/361/EC, annex, article 2: `size_class` is
 * a code of micro, small, medium, large; `size_basis` is `full`, or `headcount_only` where neither turnover nor balance
 * sheet total is known. Figures of the group stand instead of the company's own where `inGroup` is answered yes.
 * `kronorPerEuro` is the rate of the year. That a class changes after two years only (article 4.2) is history, and no
 * part of it.
 */
export function sizeClass<const F extends string>(
  result: 'size_class' | 'size_basis',
  company: SizeFields<F>,
  inGroup: F,
  group: SizeFields<F>,
  kronorPerEuro: number,
) {
  return {
    compute: 'size-class@1',
    of: [...inOrder(company), ...inOrder(group), inGroup],
    result,
    kronorPerEuro,
    output: 'string',
  } as const;
}

function inOrder<F extends string>({ headcount, turnover, balance }: SizeFields<F>): readonly [F, F, F] {
  return [headcount, turnover, balance];
}

/** Fewer work units than `staff`, and at most so many million euro of either. */
const classes = [
  { code: 'micro', staff: 10, turnover: 2, balance: 2 },
  { code: 'small', staff: 50, turnover: 10, balance: 10 },
  { code: 'medium', staff: 250, turnover: 50, balance: 43 },
];

/** Nothing where the staff is not known. */
export function v1(answers: Answers, { of, result, kronorPerEuro }: Answers) {
  const numbers = numbersOf(answers, of);
  const isInGroup = Array.isArray(of) && answers[String(of[6])] === true;
  const [headcount, ...amounts] = isInGroup ? numbers.slice(3, 6) : numbers.slice(0, 3);
  if (headcount === undefined) return undefined;
  const [turnover, balance] = amounts.map((amount) => quotient(amount, Number(kronorPerEuro)));
  const isKnown = turnover !== undefined || balance !== undefined;
  if (result === 'size_basis') return isKnown ? 'full' : 'headcount_only';
  const fits = ({ staff, ...most }: (typeof classes)[number]) =>
    headcount < staff && (!isKnown || isAtMost(turnover, most.turnover) || isAtMost(balance, most.balance));
  return classes.find(fits)?.code ?? 'large';
}

function isAtMost(amount: Found, most: number): boolean {
  return amount !== undefined && amount <= most;
}
