import { describe, expect, test } from 'vitest';
import { queryOf, rankOf, spellingOf } from './company-query.ts';

const companies: Readonly<Record<string, ReturnType<typeof spellingOf>>> = {
  orebro: spellingOf(['556036-0793'], 'Örebro Svets & Smide AB'),
  angstrom: spellingOf(['556016-0680', 'EF-000012'], 'Ångström Mekaniska'),
  cafe: spellingOf(['EF-000001'], 'Café Ürsula'),
  three: spellingOf(['559000-0005'], '3M Svenska'),
  hm: spellingOf(['559000-0013'], 'H&M Verkstad'),
  nameless: spellingOf(['EF-0000121'], ''),
};

/** Who is found, the best first. */
function found(typed: string): string[] {
  const query = queryOf(typed);
  if (typeof query === 'string') return [query];
  return Object.entries(companies)
    .map(([name, spelling]) => ({ name, rank: rankOf(query, spelling) ?? Number.NaN }))
    .filter(({ rank }) => !Number.isNaN(rank))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ name }) => name);
}

describe('by its name a company is found', () => {
  test.each([
    ['Örebro', ['orebro']],
    ['orebro', ['orebro']],
    ['ÖREBRO svets', ['orebro']],
    ['smide ör', ['orebro']],
    ['sv', ['orebro', 'three']],
    ['ngström', []],
    ['angstrom', ['angstrom']],
    ['A\u030angstro\u0308m', ['angstrom']],
    ['cafe ursula', ['cafe']],
    ['ＣＡＦÉ', ['cafe']],
    ['h&m', ['hm']],
    ['h & m verk', ['hm']],
    ['svets orebro ab', ['orebro']],
    ['svets orebro hb', []],
    ['3m', ['three']],
  ])('when %j is typed: %j', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });
});

describe('by its key a company is found', () => {
  test.each([
    ['556036-0793', ['orebro']],
    ['5560360793', ['orebro']],
    ['556036 0793', ['orebro']],
    ['556036–0793', ['orebro']],
    ['55 60 36', ['orebro']],
    ['5560', ['orebro', 'angstrom']],
    ['60360793', []],
    ['EF-0000', ['angstrom', 'cafe', 'nameless']],
    ['ef-000012', ['angstrom', 'nameless']],
    ['EF 000012', ['angstrom', 'nameless']],
    ['ef000001', ['cafe']],
    ['EF-', ['angstrom', 'cafe', 'nameless']],
    ['EF', []],
    ['000012', []],
  ])('when %j is typed: %j', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });
});

test.each([
  ['', '422.search'],
  [' x ', '422.search'],
  ['x'.repeat(101), '422.search'],
  ['640823-3234', '422.search-personnummer'],
  ['19640823-3234', '422.search-personnummer'],
  ['6408233235', '422.search-personnummer'],
  [`${'x '.repeat(60)}640823-3234`, '422.search-personnummer'],
])('%j is refused with %s', (typed, code) => {
  expect(queryOf(typed)).toBe(code);
});

test.each(['Bo', 'x'.repeat(100), '556036-0793', 'EF-000001', '16 556036-0793'])(
  '%j is looked for',
  (typed) => {
    expect(queryOf(typed)).toBeTypeOf('object');
  },
);

test('what has neither letter nor digit finds nothing', () => {
  expect(found('&&')).toEqual([]);
  expect(found('(())')).toEqual([]);
  expect(found('--')).toEqual([]);
});

test('the better something fits, the earlier it comes', () => {
  const query = queryOf('55');
  if (typeof query === 'string') throw new Error(`expected a query, got ${query}`);
  const fits: readonly (readonly [keys: string[], name: string, rank: number | undefined])[] = [
    [['55'], 'Annat', 0],
    [['556036-0793'], 'Annat', 1],
    [['EF-000001'], '55', 2],
    [['EF-000001'], '55:an', 3],
    [['EF-000001'], 'Bar 55', 4],
    [['EF-000001'], 'Bar 155', undefined],
  ];
  expect(fits.map(([keys, name]) => rankOf(query, spellingOf(keys, name)))).toEqual(
    fits.map(([, , rank]) => rank),
  );
});
