import { settings } from './settings.ts';

/** Now, in milliseconds since 1970 UTC: the only place that asks, so that a demonstration can stand still. */
export function now(): number {
  const moment = settings.CLOCK();
  return moment === undefined ? Date.now() : Date.parse(moment);
}

/** Made when it is first asked: that takes as long as ten submissions. */
let inSweden: Intl.DateTimeFormat | undefined;

/** The day (`yyyy-mm-dd`) that it is in Sweden at a moment (ms UTC). */
export function dayAt(moment: number): string {
  inSweden ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
  return inSweden.format(moment);
}

/** The time of this machine, for what has to pass by itself: leases, and the age of objects. */
export function machineNow(): number {
  return Date.now();
}
