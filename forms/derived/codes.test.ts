import { expect, test } from 'vitest';
import { loadAll, type PublishedForm } from '../grammar/published.ts';
import { publications } from '../published/index.ts';
import { codeLists, codeRows } from './codes.ts';

const published = await loadAll(publications);
const [participants] = published.find((versions) => versions[0]?.id === 'participants') ?? [];
if (participants === undefined) throw new Error('expected participants to be published, got nothing');

/** A version of a form with one question, answered with these options of a list. */
function asking(
  version: number,
  options: readonly { code: string; sv: string; en: string }[],
): PublishedForm {
  const field = { kind: 'choice', list: 'colours', options, ...wanted };
  return { ...form, version, sections: [{ title: { sv: 'A', en: 'A' }, fields: { colour: field } }] };
}
const form = participants;
const wanted = { wanted: 'optional', zone: 'analytic', label: { sv: 'Färg', en: 'Colour' } } as const;

test('every list of every form is there, those of cells too, each code once', () => {
  const rows = codeRows(published);
  expect(new Set(rows.map(({ list }) => list))).toEqual(
    new Set(codeLists(published).map(({ list }) => list)),
  );
  for (const list of ['municipalities', 'need_areas', 'need_priorities', 'genders']) {
    expect(rows.filter((row) => row.list === list).length, list).toBeGreaterThan(1);
  }
  expect(rows).toContainEqual({
    list: 'municipalities',
    code: '1880',
    position: expect.any(Number),
    sv: 'Örebro',
    en: 'Örebro',
    current: true,
  });
  expect(new Set(rows.map(({ list, code }) => `${list} ${code}`)).size).toBe(rows.length);
});

test('a code that can no longer be chosen keeps its words, and one that is reworded has the newest', () => {
  const red = { code: 'red', sv: 'Röd', en: 'Red' };
  const old = { code: 'blue', sv: 'Blå', en: 'Blue' };
  const reworded = { ...red, sv: 'Rött' };
  expect(codeRows([[asking(1, [red, old]), asking(2, [reworded])]])).toEqual([
    { list: 'colours', ...reworded, position: 1, current: true },
    { list: 'colours', ...old, position: 2, current: false },
  ]);
});
