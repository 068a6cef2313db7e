import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Publications } from '../../forms/grammar/published.ts';
import { openForms } from './open-forms.ts';

const words = { sv: 'Ord', en: 'Words' };
/** Three versions of a form; of the first nobody wrote down when it was published. */
const published = [undefined, '2026-01-02', '2026-09-10'];
const publications: Publications = {
  tally: {
    current: published.length,
    load: Object.fromEntries(
      published.map((day, index) => [
        index + 1,
        async () => ({
          default: {
            ...{ id: 'tally', version: index + 1, published: day },
            ...{ title: words, intro: words, send: 'public', sections: [], rules: [] },
            shards: [{ from: '2021-01', count: 1 }],
          },
        }),
      ]),
    ),
    parts: async () => ({ parts: { checks: {}, scores: {}, rules: {} } }),
  },
};

beforeEach(() => {
  vi.stubEnv('SENDERS', 'public');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  [1, '2026-01-01T00:00:00Z', 1],
  // 400 days after the second was published is the sixth of February.
  [1, '2027-02-06T23:59:59.999Z', 1],
  [1, '2027-02-07T00:00:00Z', 'no version'],
  [2, '2027-02-07T00:00:00Z', 2],
  [2, '2027-10-15T23:59:59.999Z', 2],
  [2, '2027-10-16T00:00:00Z', 'no version'],
  [3, '2099-01-01T00:00:00Z', 3],
  [4, '2026-09-10T12:00:00Z', 'no version'],
  [0, '2026-09-10T12:00:00Z', 'no version'],
])('version %s of what was made at %s is judged as %s', async (version, madeAt, expected) => {
  const found = await openForms(publications)('tally', { version, madeAt: Date.parse(madeAt) });
  expect(typeof found === 'string' ? found : found.form.version).toBe(expected);
});

test('whoever names no version gets the current one', async () => {
  expect(await openForms(publications)('tally')).toMatchObject({ form: { version: 3 } });
});
