import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Find, Found } from './compressed.ts';
import { surveyOf } from './survey.ts';

/** Pages of SurveyJS at the addresses that our pages have: one style sheet and one script for all forms. */
export async function surveySite(forms: readonly PublishedForm[]): Promise<Find> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('survey-page.ts', import.meta.url))],
    outdir: 'assets',
    write: false,
    bundle: true,
    minify: true,
    legalComments: 'none',
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const assets = outputFiles.map(
    ({ path, contents }) => [`/assets/${basename(path)}`, found(path, contents)] as const,
  );
  const pages = forms.map((form) => [`/f/${form.id}`, found('page.html', pageOf(form))] as const);
  const files = new Map<string, Found>([...assets, ...pages]);
  return async (address) => files.get(address.replace(/\?.*$/, ''));
}

const types = { css: 'text/css', js: 'text/javascript', html: 'text/html; charset=utf-8' };

function found(path: string, contents: Uint8Array | string): Found {
  const type = Object.entries(types).find(([ending]) => path.endsWith(`.${ending}`))?.[1];
  return { headers: { 'content-type': type ?? 'application/octet-stream' }, body: Buffer.from(contents) };
}

function pageOf(form: PublishedForm): string {
  const written = JSON.stringify(surveyOf(form)).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${form.title.sv}</title>
<link rel="stylesheet" href="/assets/survey-page.css">
<script type="application/json" id="survey-form">${written}</script>
<script type="module" src="/assets/survey-page.js"></script>
</head><body><main id="survey"></main></body></html>`;
}
