import { settings } from '../../functions/lambda/settings.ts';
import { startProduct } from '../local/product.ts';
import { run, say } from './terminal.ts';

// `npm start`: the whole product on this machine, until it is told to stop.
await run(async () => {
  const product = await startProduct({ dataDir: settings.DATA_DIR(), port: settings.PORT(), tell: say });
  say(`\nStarkare industri: ${product.url}`);
  say(
    'For development and demonstration: it listens on 127.0.0.1 only, without sign-in. Stop it with Ctrl+C.',
  );

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    await product.stop();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
});
