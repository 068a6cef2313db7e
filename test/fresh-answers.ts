import { organisationsnummerOf } from './registered-companies.ts';

/**
 * What no record says yet, by the id of a form that takes the same only once: with another number, something else. Which
 * record a `company-identity` or a `rights-case` is about is not among it, because that has to be there.
 */
export const freshAnswers: Readonly<Record<string, (number: number) => Readonly<Record<string, unknown>>>> = {
  participants: (number) => ({ organisationsnummer: organisationsnummerOf(number) }),
  deliverable: (number) => ({ version: `2023-${number}` }),
  'economic-outcome': (number) => {
    const day = dayAfter('2025-01-01', number);
    return { period_from: day, period_to: day };
  },
  approval: (number) => ({ rule_version: `SC-1.${number}` }),
  'project-settings': (number) => ({ valid_from: dayAfter('2027-01-01', number) }),
};

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
