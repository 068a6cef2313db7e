import { settings } from '../../functions/lambda/settings.ts';
import { type Product, startProduct } from '../local/product.ts';
import { run, say, warn } from './terminal.ts';

// `npm start`: the whole product on this machine, until it is told to stop.
let product: Product | undefined;
let stopping = false;

async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await product?.stop();
  process.exit(exitCode);
}

/** npm that is killed cannot tell us: we are given to another parent, and end too. */
function endWithNpm(): void {
  const { ppid } = process;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== ppid) void stop(0);
  }, 500).unref();
}

await run(async () => {
  product = await startProduct({
    dataDir: settings.DATA_DIR(),
    port: settings.PORT(),
    tell: say,
    died: (sentence) => {
      warn(sentence);
      void stop(1);
    },
  });
  endWithNpm();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  say(`\nStarkare industri: ${product.url}`);
  say(
    'For development and demonstration: it listens on 127.0.0.1 only, without sign-in. Stop it with Ctrl+C.',
  );
});
