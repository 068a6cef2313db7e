import { expect, test } from 'vitest';
import type { Completeness } from './completeness.ts';
import { statementDocument } from './statement.ts';

const facts: Completeness = {
  run: 7,
  asOf: Date.parse('2026-09-10T10:00:00Z'),
  madeAt: Date.parse('2026-12-01T10:00:00Z'),
  zones: ['open', 'analytic'],
  forms: new Map([['participants', { received: 5, current: 1, superseded: 1, erased: 1, quarantined: 2 }]]),
  stale: { participants: Date.parse('2026-09-09T01:15:00Z') },
  tables: [
    { database: 'analytic', name: 'participants', rows: 1, inRun: 1 },
    { database: 'analytic', name: 'companies', rows: 3 },
  ],
};

test('says in both languages as of when it is, by a Swedish clock and in UTC, in summer and in winter', () => {
  const text = statementDocument(facts, []);
  expect(text).toContain('2026-09-10 12:00:00 svensk tid (2026-09-10T10:00:00.000Z): körning 7.');
  expect(text).toContain('2026-09-10 12:00:00 Swedish time (2026-09-10T10:00:00.000Z): run 7.');
  expect(text).toContain('Hämtat 2026-12-01 11:00:00 (2026-12-01T10:00:00.000Z)');
});

test('says what was received, what is in it, and what is not', () => {
  const text = statementDocument(facts, [{ sv: 'Så här.', en: 'Like this.' }]);
  expect(text).toContain('| participants | 5 | 1 | 1 | 1 | 2 |');
  expect(text).toContain('| analytic.participants | 1 | 1 |');
  expect(text).toContain('| analytic.companies | 3 | vy |');
  expect(text).toContain('Zoner som är med: open, analytic. Zoner som inte är med: confidential.');
  expect(text).toContain('Zones that are in it: open, analytic. Zones that are not: confidential.');
  expect(text).toContain('Så här.');
  expect(text).toContain('Like this.');
});

test('names a form that shows an earlier state, and since when', () => {
  expect(statementDocument(facts, [])).toContain(
    'participants kunde inte stämmas av och visar ett tidigare läge sedan 2026-09-09 03:15:00 svensk tid.',
  );
  expect(statementDocument({ ...facts, stale: {} }, [])).not.toMatch(/stämmas av|reconciled/);
});

test('says that nothing has been received when nothing has', () => {
  const text = statementDocument({ ...facts, forms: new Map(), stale: {} }, []);
  expect(text).toContain('Inget har tagits emot ännu.');
  expect(text).toContain('Nothing has been received yet.');
});
