import { uuidv7 } from '../local-product.ts';
import { sentAt } from './known.ts';

// Requests about personal data whose days can be told by hand.

/** A request, and what the view says of it. */
interface Told {
  readonly what: string;
  /** When the form was received (UTC), a day in Sweden, and the last day for the answer. */
  readonly at: string;
  readonly received_on: string;
  readonly due_on: string;
  /** What staff say of it: first, and in corrections. */
  readonly said?: readonly object[];
  /** What the view has of the case beside what staff said last; null where there is nothing. */
  readonly kept?: object;
}

const extension = { status: 'extended', extension_reason: 'Begäran är omfattande.' };
const refusal = { refusal_reason: 'Personen kunde inte visa vem hen är.' };
const inMarch = { at: '2026-03-31T09:00:00Z', received_on: '2026-03-31' };
const inJanuary = { at: '2026-01-31T09:00:00Z', received_on: '2026-01-31' };

const told: readonly Told[] = [
  {
    what: 'comes on a day that the next month has',
    at: '2026-03-10T09:00:00Z',
    received_on: '2026-03-10',
    due_on: '2026-04-10',
  },
  { what: 'comes on the 31st is due on the last day of a shorter month', ...inMarch, due_on: '2026-04-30' },
  { what: 'comes at the end of January is due at the end of February', ...inJanuary, due_on: '2026-02-28' },
  {
    what: 'comes at the end of January of a leap year',
    at: '2024-01-30T09:00:00Z',
    received_on: '2024-01-30',
    due_on: '2024-02-29',
  },
  {
    what: 'comes on the last day of February is due on the same day of March',
    at: '2026-02-28T09:00:00Z',
    received_on: '2026-02-28',
    due_on: '2026-03-28',
  },
  {
    what: 'comes in December is due in the next year',
    at: '2025-12-31T09:00:00Z',
    received_on: '2025-12-31',
    due_on: '2026-01-31',
  },
  {
    what: 'comes after midnight in Sweden in winter',
    at: '2024-01-31T23:30:00Z',
    received_on: '2024-02-01',
    due_on: '2024-03-01',
  },
  {
    what: 'comes after midnight in Sweden in summer',
    at: '2024-07-31T22:10:00Z',
    received_on: '2024-08-01',
    due_on: '2024-09-01',
  },
  {
    what: 'comes in a letter first counts from the letter',
    at: '2026-03-10T09:00:00Z',
    received_on: '2026-02-27',
    due_on: '2026-03-27',
    said: [{ status: 'received', received_on: '2026-02-27' }],
    kept: { status: 'received' },
  },
  {
    what: 'comes by the form counts from then, whatever later day is said',
    at: '2026-03-10T09:00:00Z',
    received_on: '2026-03-10',
    due_on: '2026-04-10',
    said: [{ status: 'identity_checked', received_on: '2026-04-02' }],
    kept: { status: 'identity_checked' },
  },
  {
    what: 'is extended is due three months after it came, not two after the end of February',
    ...inJanuary,
    due_on: '2026-04-30',
    said: [{ ...extension, extended_on: '2026-02-10' }],
    kept: { ...extension, extended_on: '2026-02-10' },
  },
  {
    what: 'is extended into the February of a leap year',
    at: '2023-11-30T09:00:00Z',
    received_on: '2023-11-30',
    due_on: '2024-02-29',
    said: [{ ...extension, extended_on: '2023-12-20' }],
    kept: { ...extension, extended_on: '2023-12-20' },
  },
  {
    what: 'is extended on the last day of the first month',
    ...inMarch,
    due_on: '2026-06-30',
    said: [{ ...extension, extended_on: '2026-04-30' }],
    kept: { ...extension, extended_on: '2026-04-30' },
  },
  {
    what: 'is extended a day too late is not extended',
    ...inMarch,
    due_on: '2026-04-30',
    said: [{ ...extension, extended_on: '2026-05-01' }],
    kept: { ...extension, extended_on: '2026-05-01' },
  },
  {
    what: 'is answered on the last day is not late',
    ...inMarch,
    due_on: '2026-04-30',
    said: [{ status: 'received' }, { status: 'answered', answered_on: '2026-04-30' }],
    kept: { status: 'answered', answered_on: '2026-04-30', answered_late: 'false' },
  },
  {
    what: 'is answered a day later is late',
    ...inMarch,
    due_on: '2026-04-30',
    said: [{ status: 'answered', answered_on: '2026-05-01' }],
    kept: { status: 'answered', answered_on: '2026-05-01', answered_late: 'true' },
  },
  {
    what: 'is refused too late is late',
    ...inMarch,
    due_on: '2026-04-30',
    said: [{ status: 'refused', answered_on: '2026-05-04', ...refusal }],
    kept: { status: 'refused', answered_on: '2026-05-04', answered_late: 'true', ...refusal },
  },
  {
    what: 'is answered in the time that it was extended by is not late',
    ...inMarch,
    due_on: '2026-06-30',
    said: [
      { ...extension, extended_on: '2026-04-15' },
      { ...extension, extended_on: '2026-04-15', status: 'answered', answered_on: '2026-06-30' },
    ],
    kept: {
      ...extension,
      ...{ extended_on: '2026-04-15', status: 'answered', answered_on: '2026-06-30', answered_late: 'false' },
    },
  },
  {
    what: 'is answered after the time that it was extended by is late',
    ...inMarch,
    due_on: '2026-06-30',
    said: [{ ...extension, extended_on: '2026-04-15', status: 'answered', answered_on: '2026-07-01' }],
    kept: {
      ...extension,
      ...{ extended_on: '2026-04-15', status: 'answered', answered_on: '2026-07-01', answered_late: 'true' },
    },
  },
];

/** Each request with an id, and what staff send about it. */
export const rightsRequestsTold = told.map(({ at, said = [], ...each }, number) => {
  const id = uuidv7(sentAt + 200 + number);
  const ids = said.map((_, place) => uuidv7(sentAt + 300 + 10 * number + place));
  const sent = said.map((one, place) => ({
    id: ids[place] ?? '',
    answers: { rights_request_id: id, ...one },
    supersedes: ids[place - 1],
  }));
  return { ...each, id, received_at: Date.parse(at), sent, case_id: ids[0] ?? null };
});
