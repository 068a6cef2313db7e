import type { Zone } from '../../forms/grammar/field.ts';
import { type History, specIn } from './history.ts';
import { type ZoneName, zoneFor } from './zone-choices.ts';

const order = ['analytic', 'confidential', 'personal'] as const;

export function strictest(...zones: readonly ZoneName[]): ZoneName {
  return order[Math.max(...zones.map((zone) => order.indexOf(zone)))] ?? 'personal';
}

/** Whether one zone lets a value go where the other does not. */
export function isLooser(one: Zone, other: Zone): boolean {
  return [true, false].some((isPerson) => {
    const [mine, its] = [zoneFor(one, isPerson), zoneFor(other, isPerson)];
    return mine !== its && strictest(mine, its) === its;
  });
}

/** Whether a field, or one in its rows, was ever in a looser zone than when it was last published. */
export function wasLooser({ madeAs }: History, name: string): boolean {
  const specs = madeAs.flatMap((made) => specIn(made, name) ?? []);
  const now = specs.at(-1);
  return specs.some((then) => {
    const cells = new Map(then.cells);
    return (
      now !== undefined &&
      (isLooser(then.zone, now.zone) ||
        now.cells.some(([cell, { zone }]) => isLooser(cells.get(cell)?.zone ?? zone, zone)))
    );
  });
}
