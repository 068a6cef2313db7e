import { vi } from 'vitest';

// One clock for everything in this process: it stands still unless it is moved, and every call to a store moves it.

/** When submissions begin: early, so that there are few months to look through, and late in the day. */
export const firstMoment = Date.parse('2021-02-20T22:50:00Z');

/** Sets the clock, for functions and stores alike. */
export function setClock(time: number): void {
  vi.setSystemTime(time);
}

/** Moves the clock on, or back to where another server's stands. */
export function passMs(ms: number): void {
  // Before it is set for the first time it goes by itself.
  if (vi.getMockedSystemTime() !== null) vi.setSystemTime(Date.now() + ms);
}
