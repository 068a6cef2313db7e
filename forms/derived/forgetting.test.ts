import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedEverything, rightEverything } from '../../test/everything-form.ts';
import type { PublishedForm } from '../grammar/published.ts';
import { columns } from '../kinds/all.ts';
import { matcherOf, pathsNaming, textsIn, withoutPaths } from './forgetting.ts';

describe('a matcher', () => {
  test.each([
    ['Åsa Ek', 'Möte med ÅSA EK i Örebro'],
    ['ÅSA EK', 'åsa ek'],
    ['Åsa Ek', 'Åsa Ek'.normalize('NFD')],
    ['Åsa Ek'.normalize('NFD'), 'Åsa Ek'],
    ['Åsa Ek', 'Åsa\n  Ek'],
    ['Åsa\u00a0Ek', 'Åsa Ek'],
    [' Åsa Ek ', 'Åsa Eks idé'],
    ['asa.ek@exempel.se', 'Skriv till Asa.Ek@Exempel.SE!'],
    ['019-21 10 00', '019211000'],
    ['019-21 10 00', '+4619211000'],
    ['019211000', '+46 (0)19–21 10 00'],
    ['+46 19 21 10 00', '019-211 000'],
    ['0046 (0)19 21 10 00', 'ring 019/211000 före tio'],
    ['+4619211000', '+4619211000'],
    ['08-12 34 56', '+468123456'],
    ['+45 12 34 56 78', '0045-12345678'],
    ['0045-12345678', '+4512345678'],
    ['A.B+C', 'om a.b+c'],
  ])('of %j finds %j', (word, text) => {
    expect(matcherOf([word])(text)).toBe(true);
  });

  test.each([
    ['Åsa Ek', 'Åsa Bok, Ek'],
    ['Åsa Ek', 'Asa Ek'],
    ['Åsa Ek', ''],
    ['019-21 10 00', '019-21 10 01'],
    ['019-21 10 00', '21 10 00'],
    ['1234567', '12 34 567'],
    ['0046 1234', 'rum 1234'],
    ['A.B', 'axb'],
    ['', 'vad som helst'],
    [' ', 'vad som helst'],
  ])('of %j does not find %j', (word, text) => {
    expect(matcherOf([word])(text)).toBe(false);
  });

  const spelt = fc.string({
    unit: fc.constantFrom('a', 'Å', 'ö', 'k', ' ', '.', '*', '(', '\\', '-'),
    maxLength: 8,
  });

  test('finds a word wherever it stands, and any of several', () => {
    void fc.assert(
      fc.property(spelt, spelt, spelt, (word, before, after) => {
        fc.pre(word.trim() !== '');
        const text = before + word.toUpperCase() + after;
        expect([matcherOf([word])(text), matcherOf(['Qx', word])(text)]).toEqual([true, true]);
        expect(matcherOf([word, 'Qx'])('inget av dem')).toBe(matcherOf([word])('inget av dem'));
      }),
    );
  });
});

test('texts are found however deep they lie, and numbers too large to be exact are no harm', () => {
  const value = { a: 'x', b: [{ c: 'y', d: 7 }, null, true], e: 12_345_678_901_234_567_890n, f: undefined };
  expect(textsIn(value)).toEqual(['x', 'y', '7', '12345678901234567890']);
});

describe('the paths that name a person', () => {
  const names = matcherOf(['Åsa Ek', 'asa.ek']);
  const pathsIn = (answers: object, versions?: readonly PublishedForm[]) =>
    pathsNaming(publishedEverything, { ...answers }, names, columns, versions).toSorted();

  test.each([
    ['nobody', {}, []],
    ['free text alone', { title: 'Om Åsa Ek', why: 'för Åsa Ek' }, ['title', 'why']],
    ['a personal value, with those beside it', { mail: 'asa.ek@exempel.se' }, ['mail', 'note']],
    ['personal free text', { note: 'Åsa\nEk' }, ['mail', 'note']],
    ['an address on the web, in whatever zone', { web: 'https://exempel.se/asa.ek' }, ['web']],
    ['the name of a file', { proof: { ...rightFile(), name: 'Åsa Ek.pdf' } }, ['proof']],
    [
      'one person of several',
      { people: [{ name: 'Bo' }, { name: 'Åsa Ek', role: 'red' }, { role_note: 'ej åsa ek' }] },
      ['people.1.name', 'people.2.role_note'],
    ],
    [
      'a row of a list',
      { table: { energy: { priority: 2, words: 'ÅSA EK vet' }, quality: { priority: 0 } } },
      ['table.energy.words'],
    ],
  ])('are those of %s', (_what, different, paths) => {
    expect(pathsIn({ ...rightEverything, ...different })).toEqual(paths);
  });

  test('are of a sole trader also what is about the company', () => {
    const answers = { ...rightEverything, colour: 'blue', mail: 'asa.ek@exempel.se' };
    expect(pathsIn(answers)).toEqual(['company_number', 'mail', 'note']);
  });

  test('are never of a code that somebody chose, whatever letters are in it', () => {
    const found = pathsNaming(publishedEverything, rightEverything, matcherOf(['ed', 'ss', 'ity']), columns);
    expect(found).toEqual([]);
  });

  test('are of what a later version holds to be personal, in every version, also when it has been retired', () => {
    const [first, ...others] = publishedEverything.sections;
    const { title, ...fields } = first?.fields ?? {};
    if (first === undefined || title === undefined) throw new Error('expected a title in the first section');
    const stricter = { ...first, fields: { ...fields, title: { ...title, zone: 'personal' } } } as const;
    const second = { ...publishedEverything, version: 2, sections: [stricter, ...others] };
    const third = { ...publishedEverything, version: 3, sections: [{ ...first, fields }, ...others] };
    const answers = { ...rightEverything, mail: 'asa.ek@exempel.se' };
    expect([pathsIn(answers), pathsIn(answers, [publishedEverything, second])]).toEqual([
      ['mail', 'note'],
      ['mail', 'note', 'title'],
    ]);
    expect(pathsIn(answers, [publishedEverything, second, third])).toEqual(['mail', 'note', 'title']);
  });

  // By hand: what somebody writes, and which of that is personal, in each group of values that stand together.
  const topPlaces = ['title', 'note', 'mail', 'web', 'why', 'proof'] as const;
  const rowPlaces = ['name', 'role_note'] as const;

  test('are what names them and what is personal beside it, and nothing else', () => {
    const places = fc.record({
      top: fc.subarray([...topPlaces]),
      rows: fc.array(fc.subarray([...rowPlaces]), { minLength: 1, maxLength: 3 }),
      isWord: fc.boolean(),
    });
    void fc.assert(
      fc.property(places, ({ top, rows, isWord }) => {
        const said = (isThere: boolean) => (isThere ? 'x asa.ek y' : 'x någon y');
        const texts = Object.fromEntries(topPlaces.map((place) => [place, said(top.includes(place))]));
        const answers = {
          ...rightEverything,
          ...texts,
          proof: { ...rightFile(), name: said(top.includes('proof')) },
          people: rows.map((row) => ({
            name: said(row.includes('name')),
            role_note: said(row.includes('role_note')),
          })),
          table: { quality: { priority: 2, words: said(isWord) } },
        };
        const isAbout = top.includes('note') || top.includes('mail');
        const expected = new Set([
          ...top,
          ...(isAbout ? ['note', 'mail'] : []),
          ...rows.flatMap((row, index) => row.map((cell) => `people.${index}.${cell}`)),
          ...(isWord ? ['table.quality.words'] : []),
        ]);
        expect(pathsIn(answers)).toEqual([...expected].toSorted());
      }),
    );
  });

  function rightFile() {
    return { name: 'Bevis.pdf', media_type: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64) };
  }
});

describe('answers without paths', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'constructor', 'length');
  const leaf = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.string(), { maxLength: 2 }),
    fc.record({ name: fc.string(), bytes: fc.integer() }, { noNullPrototype: true }),
  );
  const row = fc.dictionary(name, leaf, { maxKeys: 3, noNullPrototype: true });
  const tables = {
    list: fc.array(row, { maxLength: 3 }),
    byName: fc.dictionary(name, row, { maxKeys: 3, noNullPrototype: true }),
  };
  const answers = fc.record({
    plain: fc.dictionary(name, leaf, { maxKeys: 4, noNullPrototype: true }),
    ...tables,
  });

  /** Every answer by its path, in the words of the design: `field`, or `field.row.cell`. */
  function leavesOf({
    plain,
    ...tables
  }: {
    readonly plain: object;
    readonly list: object;
    readonly byName: object;
  }) {
    return new Map<string, unknown>([
      ...Object.entries(plain),
      ...Object.entries(tables).flatMap(([field, rows]) =>
        Object.entries<object>({ ...rows }).flatMap(([row, cells]) =>
          Object.entries(cells).map(([cell, value]): [string, unknown] => [`${field}.${row}.${cell}`, value]),
        ),
      ),
    ]);
  }

  test('are all others, and what was removed is told; the answers themselves stay as they are', () => {
    void fc.assert(
      fc.property(
        answers,
        fc.array(fc.nat()),
        fc.array(fc.string()),
        ({ plain, list, byName }, picks, bogus) => {
          const given = { ...plain, list, byName };
          const before = structuredClone(given);
          const leaves = leavesOf({ plain, list, byName });
          const chosen = new Set(picks.flatMap((pick) => [...leaves.keys()][pick % leaves.size] ?? []));
          const paths = [
            ...chosen,
            ...bogus.filter((path) => !leaves.has(path) && !/^(list|byName)/.test(path)),
          ];

          const { answers: left, removed } = withoutPaths(given, paths);
          const { list: listLeft, byName: byNameLeft, ...plainLeft } = left;
          const found = leavesOf({ plain: plainLeft, list: Object(listLeft), byName: Object(byNameLeft) });
          expect(Object.fromEntries(found)).toEqual(
            Object.fromEntries([...leaves].filter(([path]) => !chosen.has(path))),
          );
          expect(removed).toEqual(Object.fromEntries([...leaves].filter(([path]) => chosen.has(path))));
          // Rows keep their numbers, also one of which nothing is left.
          expect([Object(listLeft).length, Object.keys(Object(byNameLeft))]).toEqual([
            list.length,
            Object.keys(byName),
          ]);
          expect(given).toEqual(before);
        },
      ),
    );
  });

  test('share nothing with the answers they came from', () => {
    const given = { rows: [{ a: 'x', b: 'y' }] };
    const { answers: left } = withoutPaths(given, ['rows.0.a']);
    expect(left).toEqual({ rows: [{ b: 'y' }] });
    expect(Object(left.rows)[0]).not.toBe(given.rows[0]);
  });

  test.each(['', '.', 'rows.0', 'rows.5.a', 'rows.0.c', 'x', 'x.y', 'constructor', 'text.length', 'list.0'])(
    'a path that leads to no answer (%j) removes none',
    (path) => {
      const given = { rows: [{ a: 'x' }], text: 'abc', list: ['one', 'two'] };
      const { answers: left, removed } = withoutPaths(given, [path]);
      expect([left, removed]).toEqual([given, {}]);
    },
  );
});
