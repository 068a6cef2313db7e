import type { Ended, Server } from './server.ts';

/**
 * Runs an export on each of two servers, call by call: `turns`, over and over, says whose call is next. `before` is
 * told how many calls there were.
 */
export async function inTurns(
  servers: readonly [Server, Server],
  turns: readonly boolean[],
  before: (count: number) => void,
): Promise<readonly [Ended, Ended]> {
  const waiting: [(() => void)[], (() => void)[]] = [[], []];
  const over = [false, false];
  let count = 0;
  let isBusy = false;

  /** Lets the next call go when it is there; whoever has ended gives its turn to the other. */
  function next(): void {
    if (isBusy) return;
    const wanted = turns[count % turns.length] === true ? 1 : 0;
    const who = over[wanted] === true ? 1 - wanted : wanted;
    const go = waiting[who === 0 ? 0 : 1].shift();
    if (go === undefined) return;
    isBusy = true;
    before(count);
    count += 1;
    go();
  }

  const run = (who: 0 | 1): Promise<Ended> =>
    servers[who]
      .run(
        {},
        {
          judge: async () => {
            await new Promise<void>((resolve) => {
              waiting[who].push(resolve);
              next();
            });
            return 'pass' as const;
          },
          seen: () => {
            isBusy = false;
            next();
          },
        },
      )
      .finally(() => {
        over[who] = true;
        next();
      });
  return Promise.all([run(0), run(1)]);
}
