import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { type FunctionName, functionNames } from './lambdas.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundling = `${root}infra/bundling/`;

/**
 * Bundles functions, each into `<folder>/<name>/index.mjs` with its chunks beside it, and hashed files into
 * `<folder>/assets/`. Every form is a chunk of its own, so that a function's start does not grow with forms.
 */
export async function bundle(
  folder: string,
  names: readonly FunctionName[] = functionNames,
): Promise<Map<FunctionName, Metafile>> {
  const built = await Promise.all(names.map(async (name) => [name, await bundleOne(folder, name)] as const));
  return new Map(built);
}

async function bundleOne(folder: string, name: FunctionName): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: `functions/${name}.ts` },
    outdir: `${folder}/${name}`,
    outExtension: { '.js': '.mjs' },
    assetNames: '../assets/[name].[hash]',
    publicPath: '/assets',
    loader: { '.css': 'file' },
    bundle: true,
    splitting: true,
    minify: true,
    keepNames: true,
    metafile: true,
    legalComments: 'none',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: {
      'node:http': `${bundling}node-http.ts`,
      http: `${bundling}node-http.ts`,
      '@aws-sdk/credential-provider-node': `${bundling}environment-credentials.ts`,
    },
    // CommonJS packages in an ES module still call require().
    banner: {
      js: "import{createRequire as _require}from'node:module';const require=_require(import.meta.url);",
    },
  });
  return metafile;
}
