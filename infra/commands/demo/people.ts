import { resemblesPersonnummer } from '../../../forms/grammar/personnummer.ts';
import type { Chance } from './chance.ts';

const firstNames = {
  woman: [
    'Åsa',
    'Märta',
    'Ylva',
    'Görel',
    'Tova',
    'Sanna',
    'Amina',
    'Birgit',
    'Elin',
    'Zahra',
    'Malin',
    'Runa',
  ],
  man: [
    'Östen',
    'Björn',
    'Håkan',
    'Måns',
    'Tage',
    'Amir',
    'Göran',
    'Jörgen',
    'Pär',
    'Yusuf',
    'Nils',
    'Torkel',
  ],
  undisclosed: ['Kim', 'Robin', 'Love', 'Mika'],
};

/** Put together of words so that they are hardly anybody's. */
const surnames = [
  'Granlöf',
  'Åkerhyttan',
  'Järnfors',
  'Sjövald',
  'Björkfalk',
  'Högmo',
  'Ängskog',
  'Stålnäs',
  'Lövmark',
  'Tallmyra',
  'Östanmo',
  'Fårhage',
  'Mörkö',
  'Rönnhyttan',
];

/**
 * Numbers that the Swedish Post and Telecom Authority (PTS) keeps for books and films, so that nobody has them:
 * 070-174 06 05 to 99, and 08-465 004 00 to 99.
 */
const phones = [
  ...numbers(5, 99).flatMap((end) => [`070-174 06 ${end}`, `+46 70 174 06 ${end}`]),
  ...numbers(0, 99).map((end) => `08-465 004 ${end}`),
].filter((phone) => !resemblesPersonnummer(phone) && !resemblesPersonnummer(phone.replace('+46 ', '0')));

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(2, '0'));
}

/** Somebody who does not exist. */
export interface Person {
  readonly name: string;
  readonly gender: keyof typeof firstNames;
  readonly email: string;
  readonly phone: string;
}

export function personFrom(chance: Chance, known?: Person['gender']): Person {
  const drawn = chance.weighted([
    ['man', 66],
    ['woman', 31],
    ['undisclosed', 3],
  ]);
  const gender = known ?? drawn;
  const name = `${chance.pick(firstNames[gender])} ${chance.pick(surnames)}`;
  const host = chance.pick(['example.se', 'example.com']);
  return { name, gender, email: `${inAscii(name)}@${host}`, phone: chance.pick(phones) };
}

/** `Åsa Järnfors` as it stands in an address: `asa.jarnfors`. */
function inAscii(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '.').toLowerCase();
}
