import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { type FunctionName, functionNames } from './lambdas.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundling = `${root}infra/bundling/`;

/**
 * Bundles functions as they are deployed: each whole, in `<folder>/<name>/index.mjs` with its chunks beside
 * it, and hashed files in `<folder>/assets/`.
 */
export async function bundle(
  folder: string,
  names: readonly FunctionName[] = functionNames,
): Promise<Map<FunctionName, Metafile>> {
  const built = names.map(async (name) => {
    const options = { ...common, outdir: `${folder}/${name}`, assetNames: '../assets/[name].[hash]' };
    const { metafile } = await build({ ...options, entryPoints: { index: `functions/${name}.ts` } });
    return [name, metafile] as const;
  });
  return new Map(await Promise.all(built));
}

/**
 * Bundles every function in one go, with the same places for entries and hashed files but chunks shared by
 * all: several times faster, and what one machine needs.
 */
export async function bundleTogether(folder: string): Promise<void> {
  const entryPoints = Object.fromEntries(
    functionNames.map((name) => [`${name}/index`, `functions/${name}.ts`]),
  );
  await build({ ...common, outdir: folder, assetNames: 'assets/[name].[hash]', entryPoints });
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

/** Every form is a chunk of its own, loaded on first use: a function's start does not grow with forms. */
const common = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  loader: { '.css': 'file', '.svg': 'file' },
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
    '@aws-sdk/endpoint-cache': `${bundling}endpoint-cache.ts`,
  },
  plugins: [preactOnlyWhereUsed, onlyVersions],
  // CommonJS packages in an ES module still call require().
  banner: {
    js: "import{createRequire as _require}from'node:module';const require=_require(import.meta.url);",
  },
} as const satisfies BuildOptions;
