import { passesLuhn } from '../../../forms/grammar/personnummer.ts';
import { type Chance, chanceOf } from './chance.ts';
import { after } from './moments.ts';
import { type Municipality, places } from './places.ts';
import { type Sector, sectors } from './sectors.ts';
import { idAt } from './submission.ts';

export interface Company {
  /** Its place among the companies, from 0. */
  readonly number: number;
  /** The id of its record, and when that was made (ms UTC). */
  readonly root: string;
  readonly registeredAt: number;
  /** What every form names it by: its organisationsnummer or, without one, the key that its record is given. */
  readonly key: string;
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
  const companies = places
    .flatMap((municipality) => Array.from({ length: municipality.companies }, () => municipality))
    .map(companyIn);
  const withoutNumber = companies.filter(({ organisationsnummer }) => organisationsnummer === undefined);
  // Foreign companies first, whose keys may be looked up without a note that somebody read about a person.
  const inOrder = withoutNumber.toSorted((one, other) => other.legalForm.localeCompare(one.legalForm));
  return companies.map((company) => ({
    ...company,
    key: company.organisationsnummer ?? keyOf(inOrder.indexOf(company) + 1),
  }));
}

/** Keys are given in the order in which companies without a number are registered: here one after the other. */
function keyOf(count: number): string {
  return `EF-${String(count).padStart(6, '0')}`;
}

const isSoleTrader = (number: number) => number % 12 === 9;
const isFoodProducer = (number: number) => number % 20 === 3;
const isInGroup = (number: number) => number % 40 === 12;
/** Outside manufacturing, by their registered sector. */
const traders = [16, 26, 66];
/** Two that are called the same, in two municipalities: only their numbers tell them apart. */
const namesakes = [30, 71];
/** All who work in the one group that there is. */
const groupAnnualWorkUnits = 412;

function companyIn(municipality: Municipality, number: number): Omit<Company, 'key'> {
  const chance = chanceOf(`company ${number}`);
  const place = chance.pick(municipality.places);
  const sector = sectorOf(number);
  const legalForm = legalFormOf(municipality, number);
  const annualWorkUnits = isInGroup(number)
    ? chance.whole(30, 90)
    : legalForm === 'ef'
      ? 1
      : sizeFrom(chance);
  const turnover = annualWorkUnits * chance.whole(11, 26);
  const registeredAt = after('2023-04-11', chance, 0, 14);
  return {
    number,
    root: idAt(registeredAt, chance),
    registeredAt,
    name: nameOf(sector, place, legalForm, number),
    municipality: municipality.code,
    place,
    sector,
    ...(legalForm === 'ab' && { organisationsnummer: organisationsnummerOf(number) }),
    legalForm,
    annualWorkUnits,
    turnoverMsek: Math.round(turnover) / 10,
    ...(isInGroup(number) && { group: groupAnnualWorkUnits }),
    keenness: chance.weighted([
      [1, 5],
      [3, 3],
      [9, 2],
    ]),
  };
}

/** Whose name a company has. */
function nameGiver(number: number): number {
  const [first = number] = namesakes;
  return namesakes.includes(number) ? first : number;
}

function sectorOf(number: number): Sector {
  const isTrader = traders.includes(number);
  const fitting = sectors.filter(
    ({ division }) => isFood(division) === isFoodProducer(number) && (division === 'other') === isTrader,
  );
  if (isTrader) return chanceOf(`sector ${number}`).pick(fitting);
  return chanceOf(`sector ${nameGiver(number)}`).weighted(fitting.map((each) => [each, each.weight]));
}

function isFood(division: Sector['division']): boolean {
  return division === '10' || division === '11';
}

function legalFormOf({ code }: Municipality, number: number): Company['legalForm'] {
  if (isSoleTrader(number)) return 'ef';
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

/** Every number gives another beginning and ending, so that no two are called the same but the namesakes. */
function nameOf({ words }: Sector, place: string, legalForm: Company['legalForm'], number: number): string {
  const giver = nameGiver(number);
  const chance = chanceOf(`name ${giver}`);
  const begins = beginnings[giver % beginnings.length];
  const ends = endings[giver % endings.length];
  const name = `${begins}${ends}s ${chance.pick(words)}`;
  if (legalForm === 'ef') return `${name}, enskild firma`;
  if (legalForm === 'utl_filial') return `${name} AS (norskt bolag)`;
  // A few have a name that tells everything.
  if (number % 37 === 5)
    return `${name} samt Lego-, Montage- och Reparationsverkstad med Försäljning av Reservdelar i ${place} Aktiebolag`;
  return chance.happens(0.4) && !namesakes.includes(number) ? `${name} i ${place} AB` : `${name} AB`;
}

/**
 * A limited company's number, at the far end of the series 559: numbers are given out in order, and these are years
 * away. Like every organisationsnummer it has 20 or more where a personnummer has its month (99 here), and a check digit.
 */
function organisationsnummerOf(number: number): string {
  const nine = `5599${String(10_000 + number * 749).padStart(5, '0')}`;
  const check = [...'0123456789'].find((digit) => passesLuhn(nine + digit));
  return `${nine.slice(0, 6)}-${nine.slice(6)}${check}`;
}
