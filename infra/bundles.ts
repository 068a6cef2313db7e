import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
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
    loader: { '.css': 'file' },
    bundle: true,
    splitting: true,
    minify: true,
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
    plugins: [preactOnlyWhereUsed, onlyVersions],
    // CommonJS packages in an ES module still call require().
    banner: {
      js: "import{createRequire as _require}from'node:module';const require=_require(import.meta.url);",
    },
  });
  return metafile;
}

/**
 * A kind's file has its input beside its check, so every function that validates imports preact and uses
 * nothing of it. Loading preact has no effect of its own, which its package does not say.
 */
const preactOnlyWhereUsed: Plugin = {
  name: 'preact-only-where-used',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^preact$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === 'resolving') return undefined;
      const found = await resolve(path, {
        kind: from.kind,
        resolveDir: from.resolveDir,
        pluginData: 'resolving',
      });
      return { ...found, sideEffects: false };
    });
  },
};

/** The SDK imports the whole package.json of each client to tell its version. */
const onlyVersions: Plugin = {
  name: 'only-versions',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules\/@aws-sdk\/[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
