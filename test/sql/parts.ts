import type { Part } from './trino.ts';

/** The part and all it is made of, however deep. */
export function within(part: Part): Part[] {
  return [part, ...part.parts.flatMap(within)];
}

/** What a query says in its own name: not what the queries inside it say. */
export function ofItself(part: Part): Part[] {
  return [part, ...part.parts.filter(({ kind }) => kind !== 'QuerySpecification').flatMap(ofItself)];
}

/** The nearest part around this one that is of one of the kinds. */
export function around(part: Part, kinds: readonly string[]): Part | undefined {
  if (part.parent === undefined || kinds.includes(part.parent.kind)) return part.parent;
  return around(part.parent, kinds);
}

export function whole(part: Part): Part {
  return part.parent === undefined ? part : whole(part.parent);
}

export function hasToken(part: Part, word: string): boolean {
  return part.parts.some(({ kind, text }) => kind === 'Token' && text.toLowerCase() === word);
}

const wrappings = [
  'Expression',
  'Predicated',
  'ValueExpressionDefault',
  'NumericLiteral',
  'StringLiteral',
  'ParenthesizedExpression',
];

/** The expression itself, without what the grammar and parentheses put around it. */
export function bare(part: Part): Part {
  if (!wrappings.includes(part.kind)) return part;
  const inner = part.parts.filter(({ kind }) => kind !== 'Token');
  const [only] = inner;
  return only === undefined || inner.length > 1 ? part : bare(only);
}

/** What stands around an expression when parentheses are looked through. */
export function outer(part: Part): Part | undefined {
  const { parent } = part;
  return parent !== undefined && bare(parent) === bare(part) ? outer(parent) : parent;
}

/** The name a function is called by, in small letters; undefined when the expression is no call. */
export function calledName({ kind, parts }: Part): string | undefined {
  if (kind !== 'FunctionCall') return undefined;
  return parts.find((each) => each.kind === 'FunctionName')?.text.toLowerCase();
}

export function argumentsOf(call: Part): Part[] {
  return call.parts.filter(({ kind }) => kind === 'Expression').map(bare);
}

/** The type an expression is cast to, in small letters; undefined when it is no cast. */
export function castType({ kind, parts }: Part): string | undefined {
  return kind === 'Cast' ? parts.at(-2)?.text.toLowerCase() : undefined;
}

export function castOperand(cast: Part): Part | undefined {
  const found = cast.parts.find(({ kind }) => kind === 'Expression');
  return found && bare(found);
}

export function isLiteral({ kind }: Part): boolean {
  return [
    'IntegerLiteral',
    'DecimalLiteral',
    'DoubleLiteral',
    'BasicStringLiteral',
    'BooleanLiteral',
  ].includes(kind);
}

/** Whether it says itself that it is a double. */
export function isDouble(part: Part): boolean {
  const [first = part] = argumentsOf(part);
  return (
    part.kind === 'DoubleLiteral' ||
    castType(part) === 'double' ||
    (calledName(part) === 'nullif' && isDouble(first))
  );
}

/** Whether a divisor can be no zero: a number that is none, or what `nullif(…, 0)` has made null where it was. */
export function isNeverZero(divisor: Part): boolean {
  const operand = castOperand(divisor);
  if (operand !== undefined && castType(divisor) === 'double') return isNeverZero(operand);
  if (calledName(divisor) === 'nullif') return Number(argumentsOf(divisor)[1]?.text) === 0;
  return isLiteral(divisor) && Number(divisor.text) !== 0;
}
