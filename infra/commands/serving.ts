import { type Product, type ProductOptions, startProduct } from '../local/product.ts';
import { warn } from './terminal.ts';

export interface Serving extends Product {
  /** Aborted as soon as it is told to stop. */
  readonly stopped: AbortSignal;
  /** Stops everything and ends the process. */
  end(exitCode: number): Promise<void>;
}

/** Starts the product and keeps it running until Ctrl+C, or until npm or one of its parts is gone. */
export async function serve(options: Omit<ProductOptions, 'died'>): Promise<Serving> {
  let product: Product | undefined;
  const stopped = new AbortController();

  async function end(exitCode: number): Promise<void> {
    if (stopped.signal.aborted) return;
    stopped.abort();
    await product?.stop();
    process.exit(exitCode);
  }

  product = await startProduct({
    ...options,
    died: (sentence) => {
      warn(sentence);
      void end(1);
    },
  });
  endWithNpm(end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  return { ...product, stopped: stopped.signal, end };
}

/** npm that is killed cannot tell us: we are given to another parent, and end too. */
function endWithNpm(end: (exitCode: number) => Promise<void>): void {
  const { ppid } = process;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== ppid) void end(0);
  }, 500).unref();
}
