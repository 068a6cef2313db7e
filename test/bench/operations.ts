import * as z from 'zod/mini';

const question = z.object({ id: z.int(), operation: z.string(), input: z.optional(z.unknown()) });

/** What a process can do for the one that started it, by name. */
export type Operations = Readonly<Record<string, (input: unknown) => unknown>>;

/** Does what the process that started this one asks, until that one lets go or ends. */
export function offer(operations: Operations, stop: () => Promise<void> = async () => {}): void {
  const all: Operations = { usage, ...operations };
  process.on('message', async (message) => {
    const { id, operation, input } = question.parse(message);
    const work = all[operation];
    try {
      if (work === undefined) throw new Error(`expected an operation of this process, got "${operation}"`);
      process.send?.({ id, result: (await work(input)) ?? null });
    } catch (error) {
      process.send?.({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  const end = () => void stop().finally(() => process.exit(0));
  process.on('disconnect', end);
  // It may have let go while we were starting.
  if (!process.connected) end();
}

function usage() {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 };
}

/** CPU of this process, all its threads, since `since`, in milliseconds. */
export function cpuMsSince(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
