import { expect, test } from 'vitest';
import { containsPersonnummer, passesLuhn, resemblesPersonnummer } from './personnummer.ts';

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

test('the check digit is Luhn’s', () => {
  expect(passesLuhn('5560360793')).toBe(true);
  expect(passesLuhn('5560360794')).toBe(false);
});
