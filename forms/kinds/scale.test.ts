import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { check, columns, input, jsonSchema, show } from './scale.ts';

const words = { sv: 'Fråga', en: 'Question' };
const none = [{ code: 'na', sv: 'Ej relevant', en: 'Not relevant' }];
const ends = {
  low: { sv: 'Stämmer inte alls', en: 'Not at all' },
  high: { sv: 'Stämmer helt', en: 'Completely' },
};
const likert = {
  kind: 'scale',
  label: words,
  wanted: 'optional',
  zone: 'analytic',
  from: 1,
  to: 5,
  ends,
  none,
} as const;
const maturity = {
  ...likert,
  none: undefined,
  from: 0,
  labels: { 0: { sv: 'Inte påbörjat', en: 'Not started' }, 3: { sv: 'Etablerat', en: 'Established' } },
};
const slot = {
  id: 'f',
  name: 'f',
  typed: '5',
  lang: 'sv',
  describedBy: undefined,
  invalid: false,
  problems: [],
  kinds: { inputs: {}, controls: {} },
} as const;

test.each([
  ['3', 3],
  [3, 3],
  ['na', 'na'],
])('%s is read as %s', (sent, stored) => {
  expect(check(likert).safeParse(sent)).toEqual({ success: true, data: stored });
});

test.each(['0', 6, '3,5', 2.5, 'NA', '', null])('%s is refused', (sent) => {
  expect(check(likert).safeParse(sent).success).toBe(false);
});

test('there is no negative zero, and no reason where none is declared', () => {
  expect(check(maturity).safeParse(-0)).toEqual({ success: true, data: 0 });
  expect(check(maturity).safeParse('na').success).toBe(false);
  expect(jsonSchema(maturity)).toEqual({ type: 'integer', minimum: 0, maximum: 5 });
});

test.each([
  [likert, 3, '3 av 5', '3 of 5'],
  [likert, 'na', 'Ej relevant', 'Not relevant'],
  [maturity, 3, '3 – Etablerat', '3 – Established'],
  [maturity, 4, '4 av 5', '4 of 5'],
] as const)('%o with %s is shown as %s', (field, answer, sv, en) => {
  expect(show(field, answer, 'sv')).toBe(sv);
  expect(show(field, answer, 'en')).toBe(en);
});

test('a reason why there is no step has a column of its own', () => {
  const cells = (answer: unknown) => columns(likert).map(({ suffix, cell }) => [suffix, cell(answer)]);
  expect(cells(3)).toEqual([
    ['', 3],
    ['_missing_reason', undefined],
  ]);
  expect(cells('na')).toEqual([
    ['', undefined],
    ['_missing_reason', 'na'],
  ]);
  expect(columns(maturity)).toHaveLength(1);
});

test('numbers stand in one row, the ends said with their radios; steps with words stand in a list', () => {
  const row = renderToString(h('main', null, input(likert, slot)));
  expect(row).toContain(
    '<label><input type="radio" name="f" value="5" checked/><span>5</span><span class="unseen-text"> – Stämmer helt</span></label><span class="end" aria-hidden="true">Stämmer helt</span></div><div class="options"><label><input type="radio" name="f" value="na"/>Ej relevant</label>',
  );
  const list = renderToString(h('main', null, input(maturity, { ...slot, typed: '3' })));
  expect(list).toContain('<label><input type="radio" name="f" value="3" checked/>3 – Etablerat</label>');
  expect(list).not.toContain('class="scale"');
});
