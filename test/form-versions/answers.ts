import fc, { type GeneratorValue } from 'fast-check';
import { codesOf, kinds } from './kinds.ts';
import { fieldsIn, gateFrom, type MadeForm, type Named, type Spec } from './made-form.ts';

export type Values = Readonly<Record<string, unknown>>;

/** Right answers to a version, as a program sends them and as they are kept. */
export function rightAnswers(g: GeneratorValue, made: MadeForm): Values {
  return answersTo(g, fieldsIn(made), isOpen);
}

/** The same with what is computed of them. */
export function withComputed(made: MadeForm, sent: Values): Values {
  const found = fieldsIn(made).filter(([, { kind }]) => kind === 'computed');
  const sum = sent.n_base;
  return { ...sent, ...(sum !== undefined && Object.fromEntries(found.map(([name]) => [name, sum]))) };
}

function isOpen({ gate }: Values): boolean {
  return gate === true;
}

function isRowOpen({ count }: Values): boolean {
  return typeof count === 'number' && count >= gateFrom;
}

function answersTo(g: GeneratorValue, fields: Named, gate: (answers: Values) => boolean): Values {
  const answers: Record<string, unknown> = {};
  for (const [name, spec] of fields) {
    const open = gate(answers);
    if (spec.kind === 'computed' || (spec.isGated && !open)) continue;
    const must = spec.wanted === 'required' || (spec.wanted === 'gated' && open);
    if (must || g(fc.boolean)) answers[name] = answerTo(g, spec);
  }
  return answers;
}

function answerTo(g: GeneratorValue, spec: Spec): unknown {
  const row = () => answersTo(g, spec.cells, isRowOpen);
  switch (spec.kind) {
    case 'rows':
      return Array.from({ length: 1 + g(fc.nat, { max: spec.size }) }, row);
    case 'matrix': {
      const [mandatory = '', ...others] = codesOf(spec);
      return Object.fromEntries([mandatory, ...g(fc.subarray, others)].map((code) => [code, row()]));
    }
    default:
      return kinds[spec.kind].answer(g, spec);
  }
}

/** What has to be answered before the record counts, by path. */
export function missingIn(made: MadeForm, answers: Values): string[] {
  return missing(fieldsIn(made), answers, isOpen);
}

function missing(fields: Named, answers: Values, gate: (answers: Values) => boolean): string[] {
  return fields.flatMap(([name, spec]) => {
    if (spec.isGated && !gate(answers)) return [];
    if (answers[name] === undefined) return spec.wanted === 'neededToCount' ? [name] : [];
    return rowsOf(answers[name], spec).flatMap(([row, cells]) =>
      missing(spec.cells, cells, isRowOpen).map((path) => `${name}.${row}.${path}`),
    );
  });
}

/** The rows of a table's answer, in their order. */
export function rowsOf(answer: unknown, { cells }: Spec): [row: string, cells: Values][] {
  return cells.length === 0 ? [] : Object.entries(Object(answer));
}
