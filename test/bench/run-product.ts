import { rmSync } from 'node:fs';
import { startProduct } from '../../infra/local/product.ts';
import { offer } from './operations.ts';

// The whole product in a process of its own. It gets its bundles and its folder, which goes with it.
const { BENCH_BUNDLES: bundles = '', BENCH_DATA: dataDir = '' } = process.env;
const product = await startProduct({ dataDir, port: 0, bundles });

offer({ where: () => ({ url: product.url, env: product.env }) }, async () => {
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
