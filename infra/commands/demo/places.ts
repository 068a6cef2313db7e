import type { municipalities } from '../../../forms/lists/municipalities.ts';

type Code = (typeof municipalities)['options'][number]['code'];

export interface Municipality {
  readonly code: Code;
  readonly name: string;
  /** How many of the demonstration's companies are there: about as manufacturing is spread over the county. */
  readonly companies: number;
  readonly places: readonly string[];
}

/** Where the demonstration's 120 companies are: in all twelve municipalities of Örebro län, and eight next door. */
export const places: readonly Municipality[] = [
  {
    code: '1880',
    name: 'Örebro',
    companies: 34,
    places: ['Örebro', 'Örebro', 'Odensbacken', 'Garphyttan', 'Vintrosa', 'Glanshammar', 'Stora Mellösa'],
  },
  { code: '1883', name: 'Karlskoga', companies: 14, places: ['Karlskoga', 'Granbergsdal'] },
  {
    code: '1885',
    name: 'Lindesberg',
    companies: 12,
    places: ['Lindesberg', 'Frövi', 'Storå', 'Fellingsbro', 'Vedevåg', 'Guldsmedshyttan'],
  },
  { code: '1881', name: 'Kumla', companies: 10, places: ['Kumla', 'Hällabrottet', 'Åbytorp'] },
  {
    code: '1861',
    name: 'Hallsberg',
    companies: 9,
    places: ['Hallsberg', 'Pålsboda', 'Sköllersta', 'Östansjö', 'Vretstorp'],
  },
  { code: '1882', name: 'Askersund', companies: 7, places: ['Askersund', 'Åsbro', 'Zinkgruvan'] },
  { code: '1862', name: 'Degerfors', companies: 5, places: ['Degerfors', 'Åtorp', 'Svartå'] },
  { code: '1884', name: 'Nora', companies: 5, places: ['Nora', 'Gyttorp', 'Striberg'] },
  { code: '1863', name: 'Hällefors', companies: 4, places: ['Hällefors', 'Grythyttan'] },
  { code: '1814', name: 'Lekeberg', companies: 4, places: ['Fjugesta', 'Mullhyttan'] },
  { code: '1860', name: 'Laxå', companies: 4, places: ['Laxå', 'Finnerödja', 'Hasselfors'] },
  { code: '1864', name: 'Ljusnarsberg', companies: 4, places: ['Kopparberg', 'Ställdalen'] },
  { code: '9999', name: 'utanför länet', companies: 8, places: ['Arboga', 'Kristinehamn', 'Katrineholm'] },
];
