import type { Chance } from './chance.ts';

/**
 * The moment at which the demonstration stands. It lies near the end of the project, so that all ids are in the
 * past whatever this machine's clock says, and on a full hour: what is kept of an anonymous form is dated to the
 * next full hour, and by a clock that goes on its answers would be in no export before that. What is sent while it
 * stands is received at the T of every export, so each looks at everything again and writes only what is new.
 */
export const demoClock = '2026-09-10T12:00:00+02:00';

export const latest = Date.parse(demoClock);
export const dayMs = 24 * 60 * 60 * 1000;

/** Noon (UTC) of a day `yyyy-mm-dd`. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** The day `yyyy-mm-dd` (UTC) of a moment. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** A moment of office hours, some days after a day; never later than the demonstration's now. */
export function after(day: string, chance: Chance, daysMin: number, daysMax: number): number {
  const days = chance.whole(daysMin, daysMax) * dayMs;
  return Math.min(latest, noonOf(day) + days + chance.whole(-5 * 3_600_000, 4 * 3_600_000));
}

/** The day so many days after a day, or before it. */
export function dayAfter(day: string, days: number): string {
  return dayOf(noonOf(day) + days * dayMs);
}

/** The same, or the first after it on which people work: not on a weekend, nor in July. */
export function workdayAfter(day: string, days: number): string {
  const found = dayAfter(day, days);
  const date = new Date(noonOf(found));
  const isOff = date.getUTCMonth() === 6 || date.getUTCDay() % 6 === 0;
  return isOff ? workdayAfter(found, 1) : found;
}
