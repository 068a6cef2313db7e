import type { Answers } from '../../../forms/grammar/form.ts';
import type { rightsCase as form } from '../../../forms/rights-case.ts';
import { chanceOf } from './chance.ts';
import { after, dayOf } from './moments.ts';
import { idAt, recordOf, type Submission } from './submission.ts';

type Case = Omit<Answers<typeof form>, 'rights_request_id' | 'received_on'>;

const extended = {
  extended_on: '2024-11-29',
  extension_reason: 'Namnet står i anteckningar från tre års nätverksträffar, som måste gås igenom för hand.',
};
const standing = {
  extended_on: '2026-08-27',
  extension_reason: 'Begäran rör alla formulär sedan 2023, och flera begäranden kom samtidigt.',
};

/** What becomes of each request, by the day on which it came: from status to status, with the day of each. */
const cases: Readonly<Record<string, readonly (readonly [on: string, Case])[]>> = {
  '2024-02-19': [
    ['2024-02-20', { status: 'received' }],
    ['2024-03-07', { status: 'answered', answered_on: '2024-03-07' }],
  ],
  '2024-05-27': [
    ['2024-06-03', { status: 'identity_checked', note: 'Motringd på firmans nummer.' }],
    ['2024-06-20', { status: 'answered', answered_on: '2024-06-20' }],
  ],
  '2024-11-04': [
    ['2024-11-29', { status: 'extended', ...extended }],
    ['2025-01-22', { status: 'answered', ...extended, answered_on: '2025-01-22' }],
  ],
  '2025-03-31': [['2025-05-06', { status: 'answered', answered_on: '2025-05-06' }]],
  '2025-09-15': [['2025-09-29', { status: 'answered', answered_on: '2025-09-29' }]],
  '2026-04-13': [
    ['2026-04-14', { status: 'received' }],
    [
      '2026-05-08',
      {
        status: 'refused',
        answered_on: '2026-05-08',
        refusal_reason:
          'Rätten att flytta uppgifter gäller det som behandlas med stöd av samtycke eller avtal, och så är det inte här. Personen fick en kopia i stället.',
      },
    ],
  ],
  '2026-07-31': [['2026-08-27', { status: 'extended', ...standing }]],
  '2026-08-24': [['2026-08-28', { status: 'identity_checked' }]],
  '2026-09-07': [['2026-09-08', { status: 'received' }]],
};

/**
 * The case of each request. One was answered too late, and one in an extended time. The demonstration's clock stands, so
 * each says itself when its request came.
 */
export function rightsCasesOf(requests: readonly Submission[]): Submission[] {
  return requests.flatMap(({ id, sentAt }) => {
    const received_on = dayOf(sentAt);
    const chance = chanceOf(`rights-case ${received_on}`);
    const states = (cases[received_on] ?? []).map(([on, found]) => {
      const answers: Answers<typeof form> = { rights_request_id: id, received_on, ...found };
      return { at: after(on, chance, 0, 0), answers };
    });
    return recordOf('rights-case', idAt(states[0]?.at ?? 0, chance), states);
  });
}
