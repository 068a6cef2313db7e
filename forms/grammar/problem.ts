import type { Words } from './words.ts';

/**
 * What can be wrong with one answer. The numbers are part of the API: programs branch on them, so a
 * published one never changes its meaning.
 */
export const problemCodes = {
  missing: '422.1',
  unknownField: '422.2',
  wrongType: '422.3',
  tooLong: '422.4',
  notInList: '422.5',
  outOfRange: '422.6',
  format: '422.7',
  checkDigit: '422.8',
  personnummer: '422.9',
  characters: '422.10',
  notAsked: '422.11',
  together: '422.12',
  computed: '422.13',
  noRecord: '422.14',
} as const;

export type ProblemCode = (typeof problemCodes)[keyof typeof problemCodes];

/** A person's mistake in words that say what to do. It never repeats what was typed. */
export interface Complaint {
  readonly code: ProblemCode;
  readonly message: Words;
}

/** A complaint and where it stands: a field, or a part of it with dots between (`rows.2.hours`). */
export interface Problem extends Complaint {
  readonly path: string;
}

/** The field that a problem's path leads to. */
export function fieldOfPath(path: string): string {
  return path.replace(/\..*$/s, '');
}
