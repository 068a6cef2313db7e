import { expect, test } from 'vitest';
import { isId, isTimely, newId, referenceOf, timeOf } from './ids.ts';

// RFC 9562, appendix A.6: the example UUIDv7 and its time.
const example = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f';
const exampleTime = Date.parse('2022-02-22T19:22:22Z');

test('the RFC’s example is an id, and tells its time', () => {
  expect(isId(example)).toBe(true);
  expect(timeOf(example)).toBe(exampleTime);
});

test.each([
  example.toUpperCase(),
  '017f22e2-79b0-4cc3-98c4-dc0c0c07398f',
  '017f22e2-79b0-7cc3-c8c4-dc0c0c07398f',
  '017f22e279b07cc398c4dc0c0c07398f',
  `${example} `,
  `${example}\n`,
  '',
  '__proto__',
])('"%s" is no id', (text) => {
  expect(isId(text)).toBe(false);
});

test('a fresh id is an id of its moment, and no two are the same', () => {
  const ids = Array.from({ length: 1000 }, () => newId(exampleTime));
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect([isId(id), timeOf(id)]).toEqual([true, exampleTime]);
});

test('the time of an id may lie from 2021 to a day ahead', () => {
  const now = Date.parse('2026-09-10T12:00:00Z');
  const at = (time: string) => isTimely(newId(Date.parse(time)), now);
  expect(at('2020-12-31T23:59:59.999Z')).toBe(false);
  expect(at('2021-01-01T00:00:00Z')).toBe(true);
  expect(at('2026-09-11T12:00:00Z')).toBe(true);
  expect(at('2026-09-11T12:00:00.001Z')).toBe(false);
});

test('a reference follows from the id, and has no letter or digit that reads as another', () => {
  expect(referenceOf(example)).toBe(referenceOf(example));
  const references = Array.from({ length: 2000 }, () => referenceOf(newId(exampleTime)));
  expect(new Set(references).size).toBe(2000);
  for (const reference of references) expect(reference).toMatch(/^[ABCDEFGHJKLMNPRSTUVWXYZ2-9]{8}$/);
});
