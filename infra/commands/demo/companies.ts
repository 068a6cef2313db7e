import { passesLuhn } from '../../../forms/grammar/personnummer.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Municipality, places } from './places.ts';
import { type Sector, sectors } from './sectors.ts';

export interface Company {
  readonly name: string;
  readonly municipality: Municipality['code'];
  readonly place: string;
  readonly sector: Sector;
  /** A sole trader's would be a personnummer, and a foreign company has none. */
  readonly organisationsnummer?: string;
  readonly legalForm: 'ab' | 'ef' | 'utl_filial';
  readonly annualWorkUnits: number;
  readonly turnoverMsek: number;
  /** The annual work units of the group that it is in. */
  readonly group?: number;
  /** How often it takes part, beside others. */
  readonly keenness: number;
}

/** The companies of the demonstration: nobody's names, nobody's numbers. */
export function allCompanies(): Company[] {
  return places.flatMap((municipality) =>
    Array.from({ length: municipality.companies }, (_, index) => companyIn(municipality, index)),
  );
}

function companyIn(municipality: Municipality, index: number): Company {
  const chance = chanceOf(`company ${municipality.name} ${index}`);
  const sector = chance.weighted(sectors.map((each) => [each, each.weight]));
  const place = chance.pick(municipality.places);
  const number = numberBefore(municipality) + index;
  const legalForm = legalFormOf(municipality, number);
  const annualWorkUnits = legalForm === 'ef' ? 1 : sizeFrom(chance);
  const turnover = annualWorkUnits * chance.whole(11, 26);
  return {
    name: nameOf(sector, place, legalForm, number, chance),
    municipality: municipality.code,
    place,
    sector,
    ...(legalForm === 'ab' && { organisationsnummer: organisationsnummerOf(number) }),
    legalForm,
    annualWorkUnits,
    turnoverMsek: Math.round(turnover) / 10,
    ...(annualWorkUnits > 40 && chance.happens(0.5) && { group: annualWorkUnits * chance.whole(2, 60) }),
    keenness: chance.weighted([
      [1, 5],
      [3, 3],
      [9, 2],
    ]),
  };
}

function numberBefore(municipality: Municipality): number {
  const before = places.slice(0, places.indexOf(municipality));
  return before.reduce((sum, each) => sum + each.companies, 0);
}

function legalFormOf({ code }: Municipality, number: number): Company['legalForm'] {
  if (number % 14 === 9) return 'ef';
  return code === '9999' && number % 2 === 0 ? 'utl_filial' : 'ab';
}

/** Most are small; halves and quarters are people who work part-time. */
function sizeFrom(chance: Chance): number {
  const whole = chance.weighted([
    [chance.whole(2, 9), 42],
    [chance.whole(10, 49), 42],
    [chance.whole(50, 240), 14],
    [chance.whole(260, 700), 2],
  ]);
  return whole + chance.pick([0, 0, 0.5, 0.25, 0.75]);
}

const beginnings = [
  'Björk',
  'Järn',
  'Tall',
  'Älv',
  'Sjö',
  'Hög',
  'Lång',
  'Sten',
  'Häll',
  'Löv',
  'Råd',
  'Väster',
  'Öster',
];
const endings = ['hyttan', 'åsen', 'näset', 'fallet', 'ängen', 'vreten', 'mossen', 'hagen', 'liden', 'gölen'];

/** Every number gives another beginning and ending, so that no two companies are called the same. */
function nameOf(
  { words }: Sector,
  place: string,
  legalForm: Company['legalForm'],
  number: number,
  chance: Chance,
): string {
  const begins = beginnings[number % beginnings.length];
  const ends = endings[number % endings.length];
  const name = `${begins}${ends}s ${chance.pick(words)}`;
  if (legalForm === 'ef') return `${name}, enskild firma`;
  if (legalForm === 'utl_filial') return `${name} AS (norskt bolag)`;
  // A few have a name that tells everything.
  if (number % 37 === 5)
    return `${name} samt Lego-, Montage- och Reparationsverkstad med Försäljning av Reservdelar i ${place} Aktiebolag`;
  return chance.happens(0.4) ? `${name} i ${place} AB` : `${name} AB`;
}

/**
 * A limited company's number, at the far end of the series 559: numbers are given out in order, and these are years
 * away. Like every organisationsnummer it has 20 or more where a personnummer has its month (99 here), and a check digit.
 */
function organisationsnummerOf(number: number): string {
  const nine = `5599${String(10_000 + number * 787).padStart(5, '0')}`;
  const check = [...'0123456789'].find((digit) => passesLuhn(nine + digit));
  return `${nine.slice(0, 6)}-${nine.slice(6)}${check}`;
}
