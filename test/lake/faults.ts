import type { Call, Judge, Moment, Verdict } from './proxy.ts';

/** What goes wrong at one call. */
export interface Fault {
  readonly at: number;
  readonly moment: Moment;
  /**
   * `dead`: the process is killed, and nothing comes from it any more. `worker`: only the step is, and the state
   * machine tries it again. `error`, `drop`: this one call fails, which the clients try again.
   */
  readonly as: 'dead' | 'worker' | 'error' | 'drop';
}

/** Decides that calls go wrong as the fault says. */
export function faulty({ at, moment, as }: Fault): Judge {
  let isDown = false;
  return {
    judge: ({ number }): Verdict => {
      if (number === at) {
        isDown = as === 'dead' || as === 'worker';
        return { moment, as: isDown ? 'dead' : as === 'drop' ? 'drop' : 'error' };
      }
      return isDown ? { moment: 'before', as: 'dead' } : 'pass';
    },
    stepFailed: () => {
      if (as === 'worker') isDown = false;
    },
  };
}

/** Lets everything sleep from one call on, before its effect, for as long as something else is done. */
export function meanwhile(at: number, work: () => Promise<void>): Judge {
  let awake: Promise<void> | undefined;
  return {
    judge: async ({ number }: Call) => {
      if (number < at) return 'pass' as const;
      awake ??= work();
      await awake;
      return 'pass' as const;
    },
  };
}
