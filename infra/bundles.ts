import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { isList, listForm } from '../forms/derived/list-page.ts';
import { pageData } from '../forms/derived/page-data.ts';
import { partsSource } from '../forms/derived/parts-source.ts';
import { conditionStyle } from '../forms/derived/style.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import { loadAll, loadForm, type PublishedForm } from '../forms/grammar/published.ts';
import type { Lang } from '../forms/grammar/words.ts';
import { publications } from '../forms/published/index.ts';
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

/** The regions of the one partition of AWS that this is deployed to are found by their pattern, not by their list. */
const partition = {
  id: 'aws',
  outputs: {
    dnsSuffix: 'amazonaws.com',
    dualStackDnsSuffix: 'api.aws',
    implicitGlobalRegion: 'us-east-1',
    name: 'aws',
    supportsDualStack: true,
    supportsFIPS: true,
  },
  regionRegex: '^(us|eu|ap|sa|ca|me|af|il|mx)\\-\\w+\\-\\d+$',
  regions: {},
};

/**
 * Parts of the SDK for other places than our Lambdas: Node always has SHA-256, the region is in the environment, and it
 * is one of AWS's ordinary ones; nothing asks for the adaptive retries that a rate limiter is for. They are small, and
 * each is compiled at every start.
 */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/\/checksum\/sha256\/Sha256Js\.js$/, 'export class Sha256Js {}'],
  [
    /\/lib\/aws\/partitions\.js$/,
    `export const partitionsInfo = ${JSON.stringify({ partitions: [partition], version: '1.1' })};`,
  ],
  [/\/DefaultRateLimiter\.js$/, 'export class DefaultRateLimiter {}'],
  [/\/getInstanceMetadataRegion\.js$/, 'export const getInstanceMetadataRegion = async () => undefined;'],
];
const onlyForLambda: Plugin = {
  name: 'only-for-lambda',
  setup({ onLoad }) {
    for (const [filter, contents] of elsewhere) onLoad({ filter }, () => ({ contents }));
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

/**
 * What the pages of each form load besides what all pages do, made of the declaration: `form-assets` gives the
 * addresses of its style sheet and of its script in each language, by form and version.
 */
const formAssets: Plugin = {
  name: 'form-assets',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^form-assets$/ }, ({ path }) => ({ path, namespace: 'form-assets' }));
    onResolve({ filter: /^form-asset:/ }, ({ path }) => ({
      path: path.slice('form-asset:'.length),
      namespace: 'form-asset',
    }));
    onLoad({ filter: /.*/, namespace: 'form-assets' }, async () => ({ contents: await assetList() }));
    onLoad({ filter: /.*/, namespace: 'form-asset' }, async ({ path }) => ({
      contents: await assetContents(path),
      loader: 'file',
    }));
  },
};

async function assetList(): Promise<string> {
  const versions = (await loadAll(publications)).flat();
  const imports = versions.flatMap((form, index) => [
    ...assetImports(form, `${form.id}-${form.version}`, `${index}`),
    ...(isList(form) ? assetImports(listForm(form), `${form.id}-${form.version}-list`, `List${index}`) : []),
  ]);
  const entries = versions.map((form, index) => {
    const list = isList(form) ? `, list: { ${assetsNamed(`List${index}`)} }` : '';
    return `(formAssets['${form.id}'] ??= {})[${form.version}] = { ${assetsNamed(`${index}`)}${list} };`;
  });
  return [...imports, 'export const formAssets = {};', ...entries].join('\n');
}

function assetImports(form: PublishedForm, name: string, suffix: string): string[] {
  return [
    `import sv${suffix} from 'form-asset:${name}-sv.js';`,
    `import en${suffix} from 'form-asset:${name}-en.js';`,
    // A form without conditions has no style of its own to ask for.
    conditionStyle(form) === ''
      ? `const style${suffix} = undefined;`
      : `import style${suffix} from 'form-asset:${name}.css';`,
  ];
}

function assetsNamed(suffix: string): string {
  return `style: style${suffix}, script: { sv: sv${suffix}, en: en${suffix} }`;
}

/** Made once: every page's function has the same. */
const made = new Map<string, Promise<string>>();

function assetContents(path: string): Promise<string> {
  const found = made.get(path) ?? makeAsset(path);
  made.set(path, found);
  return found;
}

async function makeAsset(path: string): Promise<string> {
  const [, id = '', version, list, lang] = /^(.+?)-(\d+)(-list)?(?:\.css|-(sv|en)\.js)$/.exec(path) ?? [];
  const form = await loadForm(publications, id, Number(version));
  if (form === undefined) throw new Error(`expected a published form for ${path}`);
  const asked = list !== undefined && isList(form) ? listForm(form) : form;
  if (lang !== 'sv' && lang !== 'en') return conditionStyle(asked);
  // The rows of a list are judged by the server, each as a submission of its own.
  return asked === form ? pageScript(form, lang) : scriptOf([handlesRows]);
}

/**
 * The script of a form's pages in one language: one source for all forms, with the form's own data, the kinds it has and
 * what it does with them, because all together would take more than a page may weigh.
 */
function pageScript(form: PublishedForm, lang: Lang): Promise<string> {
  const data = pageData(form, lang);
  const { imports, parts } = partsSource([data], './forms/');
  const kinds = new Set(fieldsOf(data).map(([, { kind }]) => kind));
  const computes = kinds.has('computed');
  return scriptOf([
    `import { enhance } from './functions/site/script/page.ts';`,
    imports,
    ...(computes ? [`import { showComputed } from './functions/site/script/computed.ts';`] : []),
    ...(kinds.has('rows') ? [handlesRows] : []),
    `enhance(${JSON.stringify(data)}, ${parts}${computes ? ', showComputed' : ''});`,
  ]);
}

const handlesRows = `import { handleRows } from './functions/site/script/rows.ts';\nhandleRows();`;

async function scriptOf(lines: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: lines.join('\n'), resolveDir: root },
    write: false,
    bundle: true,
    minify: true,
    legalComments: 'none',
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    alias: { preact: `${bundling}preact-elements.ts` },
  });
  return outputFiles.map(({ text }) => text).join('');
}

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
  plugins: [preactOnlyWhereUsed, onlyVersions, onlyForLambda, formAssets],
  // CommonJS packages in an ES module still call require().
  banner: {
    js: "import{createRequire as _require}from'node:module';const require=_require(import.meta.url);",
  },
} as const satisfies BuildOptions;
