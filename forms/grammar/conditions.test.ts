import { expect, test } from 'vitest';
import {
  all,
  answered,
  anyRow,
  atLeast,
  type Condition,
  fieldsIn,
  holds,
  includes,
  is,
  isNot,
  missing,
  some,
} from './conditions.ts';

const answers = {
  colour: 'red',
  count: 0,
  several: ['a', 'b'],
  rows: [{ n: 1 }, { n: 2 }],
  named: { first: { n: 2 } },
};

test.each<[Condition, boolean]>([
  [is('colour', 'red'), true],
  [is('colour', 'blue'), false],
  [is('count', 0), true],
  [is('other', 'red'), false],
  [isNot('colour', 'blue'), true],
  [isNot('colour', 'red'), false],
  [isNot('other', 'red'), false],
  [includes('several', 'a'), true],
  [includes('several', 'c'), false],
  [includes('colour', 'red'), false],
  [atLeast('count', 0), true],
  [atLeast('count', 1), false],
  [atLeast('colour', 0), false],
  [anyRow('rows', is('n', 2)), true],
  [anyRow('named', is('n', 2)), true],
  [anyRow('rows', is('n', 3)), false],
  [anyRow('colour', is('n', 2)), false],
  [answered('count'), true],
  [answered('other'), false],
  [missing('other'), true],
  [missing('colour'), false],
  [all(is('colour', 'red'), missing('other')), true],
  [all(is('colour', 'red'), answered('other')), false],
  [some(answered('other'), is('count', 0)), true],
  [some(answered('other'), is('count', 1)), false],
])('%j: %s', (condition, expected) => {
  expect(holds(condition, answers)).toBe(expected);
});

test('names the fields it looks at', () => {
  expect(fieldsIn(some(is('a', 1), all(missing('b'), answered('c'))))).toEqual(['a', 'b', 'c']);
});
