import { numbersOf } from './ratio.ts';

/**
 * The class of an OEE, as declared: a code of the list `oee_classes`. For orientation only: 0.85 as “world class” is
 * TPM's rule of thumb for discrete manufacturing.
 */
export function effectivenessClass<const F extends string>(oee: F) {
  return { compute: 'effectiveness-class@1', of: [oee], output: 'string' } as const;
}

const classes = [
  { below: 0.4, code: 'lt40' },
  { below: 0.6, code: '40_60' },
  { below: 0.85, code: '60_85' },
];

export function v1(answers: Readonly<Record<string, unknown>>, { of }: Readonly<Record<string, unknown>>) {
  const [oee] = numbersOf(answers, of);
  if (oee === undefined) return undefined;
  // A product of three shares is 0.85 but for its last binary digits.
  const read = Number(oee.toFixed(9));
  return classes.find(({ below }) => read < below)?.code ?? 'ge85';
}
