import { startProduct } from '../infra/local/product.ts';
import { bundles } from './bundled.ts';

// The whole product as a process of its own, for tests that watch what a process prints, or end it: it runs
// on the folder that its only argument names, and prints its address when it is ready.
const [dataDir = ''] = process.argv.slice(2);
const product = await startProduct({ dataDir, port: 0, bundles });
process.stdout.write(`${product.url}\n`);

process.once('SIGTERM', async () => {
  await product.stop();
  process.exit(0);
});
