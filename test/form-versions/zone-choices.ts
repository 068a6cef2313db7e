import type { Zone } from '../../forms/grammar/field.ts';

export type ZoneName = 'analytic' | 'confidential' | 'personal';

/** Every sort of zone that fields have. */
const zones: readonly Zone[] = [
  'analytic',
  'confidential',
  'personal',
  { company: 'analytic', soleTrader: 'confidential' },
  { company: 'analytic', soleTrader: 'personal' },
  { company: 'confidential', soleTrader: 'personal' },
];

const written = ['text', 'long-text', 'file'];

/** The zones that a field of a kind may have: free text is never analytic. */
export function zonesOf(kind: string): readonly Zone[] {
  const isAnalytic = (zone: Zone) =>
    zoneFor(zone, true) === 'analytic' || zoneFor(zone, false) === 'analytic';
  return written.includes(kind) ? zones.filter((zone) => !isAnalytic(zone)) : zones;
}

/** The zone of rows about a person, or of the others. */
export function zoneFor(zone: Zone, isPerson: boolean): ZoneName {
  if (typeof zone === 'string') return zone;
  return isPerson ? zone.soleTrader : zone.company;
}

const order = ['analytic', 'confidential', 'personal'] as const;

export function strictest(...zones: readonly ZoneName[]): ZoneName {
  return order[Math.max(...zones.map((zone) => order.indexOf(zone)))] ?? 'personal';
}
