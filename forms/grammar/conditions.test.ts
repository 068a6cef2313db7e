import { expect, test } from 'vitest';
import { all, answered, type Condition, fieldsIn, holds, is, missing, some } from './conditions.ts';

const answers = { colour: 'red', count: 0 };

test.each<[Condition, boolean]>([
  [is('colour', 'red'), true],
  [is('colour', 'blue'), false],
  [is('count', 0), true],
  [is('other', 'red'), false],
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
