import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { PublishedField } from '../grammar/published.ts';
import { controls, inputs } from './all.ts';
import { columns, computed, input, show } from './computed.ts';

const words = { sv: 'ord', en: 'word' };
const minutes = { sv: 'minuter', en: 'minutes' };
const colours = { id: 'colours', options: [{ code: 'red', sv: 'Röd', en: 'Red' }] };

function fieldOf(
  output: 'int' | 'double' | 'boolean' | 'string',
  more: Partial<Parameters<typeof computed>[1]> = {},
): PublishedField {
  const of = ['n'];
  const declared = computed({ compute: 'sum@1', of, output }, { label: words, zone: 'analytic', ...more });
  return JSON.parse(JSON.stringify(declared));
}

/** What stands on the page, where the server wrote the value as text. */
function onPage(field: PublishedField, typed: string | undefined): string {
  const slot = {
    id: 'x',
    name: 'x',
    typed,
    lang: 'sv',
    describedBy: undefined,
    invalid: false,
    problems: [],
    kinds: { inputs, controls },
  } as const;
  return renderToString(h('div', null, input(field, slot))).replace(/<[^>]+>/g, '');
}

describe('a computed value is shown', () => {
  test.each([
    ['as it is', fieldOf('double'), 0.125, '0,125', '0.125'],
    ['with its thousands apart', fieldOf('int'), 1200, '1\u00a0200', '1\u00a0200'],
    ['rounded', fieldOf('double', { decimals: 1 }), 40.74074, '40,7', '40.7'],
    ['rounded half up', fieldOf('double', { decimals: 1 }), 2.05, '2,1', '2.1'],
    ['rounded half up, below zero', fieldOf('double', { decimals: 0 }), -2.5, '-2', '-2'],
    ['without what rounding leaves of nothing', fieldOf('double', { decimals: 1 }), -1e-12, '0', '0'],
    [
      'in per cent',
      fieldOf('double', { decimals: 1, percent: true }),
      0.729166,
      '72,9\u00a0%',
      '72.9\u00a0%',
    ],
    ['with its unit', fieldOf('double', { unit: minutes }), 12.5, '12,5\u00a0minuter', '12.5\u00a0minutes'],
    ['yes', fieldOf('boolean'), true, 'Ja', 'Yes'],
    ['no', fieldOf('boolean'), false, 'Nej', 'No'],
    ['as its code says', fieldOf('string', { codes: colours }), 'red', 'Röd', 'Red'],
    ['as a code that the list lost', fieldOf('string', { codes: colours }), 'blue', 'blue', 'blue'],
  ])('%s', (_, field, value, sv, en) => {
    expect([show(field, value, 'sv'), show(field, value, 'en')]).toEqual([sv, en]);
  });

  test('without a unit where the page has no words', () => {
    const field = { ...fieldOf('double'), unit: { sv: '', en: '' } };
    expect(show(field, 12.5, 'sv')).toBe('12,5');
  });
});

describe('on a page it stands as it is shown, the unit beside it', () => {
  test.each([
    ['nothing yet', fieldOf('double'), undefined, '–'],
    ['a number', fieldOf('double', { decimals: 1, unit: minutes }), '12.54', '12,5'],
    ['a share', fieldOf('double', { decimals: 1, percent: true }), '0.875', '87,5\u00a0%'],
    ['yes', fieldOf('boolean'), 'true', 'Ja'],
    ['no', fieldOf('boolean'), 'false', 'Nej'],
    ['a code', fieldOf('string', { codes: colours }), 'red', 'Röd'],
    ['what somebody sent in its place', fieldOf('double'), 'tolv', 'tolv'],
  ])('%s', (_, field, typed, shown) => {
    expect(onPage(field, typed)).toBe(shown);
  });
});

test.each(['int', 'double', 'boolean', 'string'] as const)('its column is what is computed: %s', (output) => {
  expect(columns(fieldOf(output)).map(({ type }) => type)).toEqual([output]);
});
