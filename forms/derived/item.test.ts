import { expect, test } from 'vitest';
import { publishedEverything } from '../../test/everything-form.ts';
import { itemOf } from './item.ts';

const envelope = { channel: 'web', submitterRole: 'public', lang: 'sv' } as const;

test.each([
  ['2026-09-10T13:00:00.001Z', '2026-09-10T14:00:00.000Z'],
  ['2026-09-10T13:59:59.999Z', '2026-09-10T14:00:00.000Z'],
  ['2026-09-10T14:00:00.000Z', '2026-09-10T14:00:00.000Z'],
  ['2026-12-31T23:30:00.000Z', '2027-01-01T00:00:00.000Z'],
])('what an anonymous form received at %s is kept as of %s, without language', (received, kept) => {
  const form = { ...publishedEverything, anonymous: true } as const;
  const item = itemOf(form, 'id', {}, { ...envelope, receivedAt: Date.parse(received) });
  expect([item.received_at, item.changed_at]).toEqual([Date.parse(kept), Date.parse(kept)]);
  expect(item).not.toHaveProperty('lang');
});

test('any other form keeps the moment, the language and the day that decides its period', () => {
  const item = itemOf(publishedEverything, 'id', { day: '2026-09-10' }, { ...envelope, receivedAt: 1 });
  expect(item).toMatchObject({ received_at: 1, changed_at: 1, lang: 'sv', activity_date: '2026-09-10' });
});
