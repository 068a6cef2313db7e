import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entriesOf,
  type Typed,
  textOf,
  textsOf,
  typedFrom,
  withoutRow,
  withoutTexts,
  withRow,
} from './typed.ts';

test.each<[string, [string, string][], object]>([
  ['one text', [['a', 'x']], { a: 'x' }],
  [
    'boxes of one name',
    [
      ['a', 'x'],
      ['a', 'y'],
      ['a', 'z'],
    ],
    { a: ['x', 'y', 'z'] },
  ],
  [
    'parts',
    [
      ['a.b', 'x'],
      ['a.c', 'y'],
    ],
    { a: { b: 'x', c: 'y' } },
  ],
  [
    'rows',
    [
      ['r.0.n', 'x'],
      ['r.1.n', 'y'],
      ['r.0.m', 'z'],
    ],
    { r: { 0: { n: 'x', m: 'z' }, 1: { n: 'y' } } },
  ],
  [
    'boxes in a row',
    [
      ['r.0.n', 'x'],
      ['r.0.n', 'y'],
    ],
    { r: { 0: { n: ['x', 'y'] } } },
  ],
  [
    'a text that also has parts',
    [
      ['a', 'x'],
      ['a.b', 'y'],
    ],
    { a: { b: 'y' } },
  ],
  [
    'parts that are also a text',
    [
      ['a.b', 'y'],
      ['a', 'x'],
    ],
    { a: { b: 'y' } },
  ],
  ['what is too deep to be a field', [['a.b.c.d.e', 'x']], { 'a.b.c.d.e': 'x' }],
  ['nothing', [], {}],
])('a page’s names and texts are put together: %s', (_, entries, together) => {
  expect(typedFrom(entries)).toEqual(together);
});

test('__proto__ is a name like any other, and changes nothing else', () => {
  const typed = typedFrom([
    ['__proto__.polluted', 'x'],
    ['constructor', 'y'],
  ]);
  expect(Object.keys(typed)).toEqual(['__proto__', 'constructor']);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('what is taken apart is put together again', () => {
  const name = fc.constantFrom('a', 'b', 'c', '0', '1');
  const text = fc.string();
  const { typed } = fc.letrec<{ typed: Typed }>((tie) => ({
    typed: fc.oneof(
      { maxDepth: 2 },
      text,
      fc.array(text, { minLength: 2, maxLength: 3 }),
      fc.dictionary(name, tie('typed'), { minKeys: 1, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(typed, (given) => {
      const entries = entriesOf('field', given);
      expect(typedFrom(entries)).toEqual({ field: given });
    }),
  );
});

describe('a kind reads what it needs', () => {
  test('one text, or none', () => {
    expect([textOf('x'), textOf(['x', 'y']), textOf({ a: 'x' }), textOf(undefined)]).toEqual([
      'x',
      '',
      '',
      '',
    ]);
  });

  test('several texts', () => {
    expect([textsOf('x'), textsOf(['x', 'y']), textsOf({ a: 'x' }), textsOf(undefined)]).toEqual([
      ['x'],
      ['x', 'y'],
      [],
      [],
    ]);
  });

  test('every text of a field that is found, wherever it is', () => {
    const fields = { a: 'x1', b: { 0: { c: 'x2', d: 'y' }, 1: { c: 'x4' } }, e: 'x3', f: ['x5', 'z'] };
    expect(withoutTexts(fields, ['a', 'b.0', 'f'], (text) => text.startsWith('x'))).toEqual({
      a: '',
      b: { 0: { c: '', d: 'y' }, 1: { c: 'x4' } },
      e: 'x3',
      f: ['z'],
    });
  });
});

describe('rows', () => {
  test('are added empty, under a number that no row has had on the page', () => {
    expect(withRow({}, 'people')).toEqual({ people: { 0: {}, 1: {} } });
    expect(withRow({ people: { 0: { name: 'a' }, 4: { name: 'b' } } }, 'people')).toEqual({
      people: { 0: { name: 'a' }, 4: { name: 'b' }, 5: {} },
    });
  });

  test('are removed by their number; what is no row changes nothing', () => {
    const typed = { people: { 0: { name: 'a' }, 4: { name: 'b' } }, other: 'x' };
    expect(withoutRow(typed, 'people.0')).toEqual({ people: { 4: { name: 'b' } }, other: 'x' });
    expect(withRow(typed, 'other')).toEqual(typed);
    for (const path of ['other.0', 'nothing.1', '__proto__.1', ''])
      expect(withoutRow(typed, path)).toEqual(typed);
  });
});
