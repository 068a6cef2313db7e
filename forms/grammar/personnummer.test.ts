import { expect, test } from 'vitest';
import {
  containsPersonnummer,
  mayBePersonnummer,
  passesLuhn,
  resemblesPersonnummer,
} from './personnummer.ts';

test.each([
  '811228-9874',
  '8112289874',
  '19811228-9874',
  '198112289874',
  '811228+9874',
  '811228 9874',
  '811228 - 9874',
  '811228–9874',
  'Ring Karin (811228-9874) i dag.',
  'nr811228-9874!',
  'samordningsnummer 701063-2391',
  '811228/9874',
  '(811228)9874',
  '811228, 9874',
  '811228*9874',
  '811228_9874',
  '811228:9874',
  '811228--9874',
  '81/12/28-9874',
  '81.12.28-9874',
  '81 12 28 9874',
  '８１１２２８－９８７４',
  '1981-12-28-9874',
  'två nummer: 112233-4455 och 811228-9874',
  '811228 ... 9874',
  '811228\n\n\n9874',
  '81 12 28 98 74',
  '81.12.28.98.74@exempel.se',
  '٨١١٢٢٨-٩٨٧٤',
  '811228\u3164-9874',
])('"%s" holds a personnummer', (text) => {
  expect(containsPersonnummer(text)).toBe(true);
});

test.each([
  '556036-0793',
  '811228-9875',
  '811328-9874',
  '811232-9874',
  '4811228-9874',
  '811228-98741',
  '070-811 22 89',
  '2026-09-10',
  '',
])('"%s" holds none', (text) => {
  expect(containsPersonnummer(text)).toBe(false);
});

test('a mistyped one is not shown again or logged either', () => {
  expect(resemblesPersonnummer('811228-9875')).toBe(true);
  expect(resemblesPersonnummer('556036-0794')).toBe(false);
});

test('what may be one is forgotten; a longer text is not lost to a resemblance', () => {
  const text = 'Möte 20260910 1300 om ställtider, ring 0701234567';
  expect(['811228-9874', `ring ${'x'.repeat(50)} 811228-9874`].map(mayBePersonnummer)).toEqual([true, true]);
  expect(['811228-9875', text].map(mayBePersonnummer)).toEqual([true, false]);
});

test('a text of marks without end takes no time to speak of', () => {
  const started = performance.now();
  expect(mayBePersonnummer(`a${'\u0323\u0301'.repeat(100_000)}`)).toBe(false);
  // To normalize it as it is takes half a minute.
  expect(performance.now() - started).toBeLessThan(2000);
});

test('the check digit is Luhn’s', () => {
  expect(passesLuhn('5560360793')).toBe(true);
  expect(passesLuhn('5560360794')).toBe(false);
});
