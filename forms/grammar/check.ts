import * as z from 'zod/mini';
import { type Complaint, problemCodes } from './problem.ts';

/** Holds, or stops with the complaint: the first thing wrong with an answer is the one worth saying. */
export function demand<T>(test: (value: T) => boolean, complaint: Complaint) {
  return z.refine<T>(test, { abort: true, params: { complaint } });
}

export const wrongType: Complaint = {
  code: problemCodes.wrongType,
  message: {
    sv: 'Svaret har fel form. Skicka text som text och tal som tal.',
    en: 'The answer has the wrong form. Send text as text and numbers as numbers.',
  },
};

export type Issues = z.core.ParsePayload['issues'];

/** Adds a complaint about a part of what is being read. */
export function complain(issues: Issues, path: readonly string[], complaint: Complaint): void {
  issues.push({ code: 'custom', path: [...path], params: { complaint }, input: undefined, continue: true });
}

/** The complaint a zod issue carries; an issue of zod's own means that the type was wrong. */
export function complaintOf(issue: object | undefined): Complaint {
  const carried = carrier.safeParse(issue);
  return carried.success ? carried.data.params.complaint : wrongType;
}

const carrier = z.object({
  params: z.object({
    complaint: z.object({
      code: z.enum(Object.values(problemCodes)),
      message: z.object({ sv: z.string(), en: z.string() }),
    }),
  }),
});

/** More marks on one letter than any language has: to normalize a run of them takes time by its square. */
const marksWithoutEnd = /\p{M}{31}/u;
/** More than any answer has. */
const normalizedMax = 20_000;

/** Whether a text can be put in one Unicode form, and so compared and kept. */
export function isNormalizable(text: string): boolean {
  return text.length <= normalizedMax && !marksWithoutEnd.test(text);
}

/** Typed text without the blanks around it and in one Unicode form; anything else passes unchanged. */
export function trimmed() {
  return z.transform((input: unknown) => {
    if (typeof input !== 'string') return input;
    return isNormalizable(input) ? input.normalize('NFC').trim() : input;
  });
}
