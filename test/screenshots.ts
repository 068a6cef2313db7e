import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { startProduct } from '../infra/local/product.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { exampleAnswers } from './example-answers.ts';
import { type Visit, visitForm, visitKinds, visitOthers } from './form-pages.ts';
import { uuidv7 } from './local-product.ts';
import { newNamed, sendNamed, sendRecord } from './named-records.ts';
import { type Walk, walksOf } from './walks.ts';

// A picture of every page and state that a person can meet, for people to look at: `npm run screenshots`.

const folder = fileURLToPath(new URL('../screenshots', import.meta.url));
const widths = [320, 360, 768, 1280];
/** Of what only staff meet, a phone and a desk are enough to look at. */
const staffWidths = [360, 1280];
/** States that are pictured in other colours and on paper too, at 360 px. */
const inOtherColours =
  /^(start|start-no-such-page|evaluation-(empty|errors|filled|check|receipt)|participants-step-2-(errors|row-added)|needs-analysis-(step-1-(row-added|errors)|step-4-filled|step-6-filled|check))$/;

let count = 0;
const dataDir = mkdtempSync(join(tmpdir(), 'screenshots-'));
rmSync(folder, { recursive: true, force: true });
const product = await startProduct({ dataDir, port: 0 });
const browser = await startBrowser();
try {
  await Promise.all([picture('sv'), picture('en')]);
} finally {
  await browser.stop();
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
say(`${count} screenshots in ${folder}`);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function picture(lang: 'sv' | 'en'): Promise<void> {
  mkdirSync(join(folder, lang), { recursive: true });
  const number = lang === 'sv' ? 1 : 3;
  await visitStaffPages(lang);
  await visitAll(browser, { lang, hasScript: true, walks: await walksWith(number) });
  const isOfOthers = ({ other }: Walk) => other !== undefined;
  await visitAll(browser, {
    lang,
    hasScript: false,
    walks: (await walksWith(number + 1)).filter(isOfOthers),
  });
}

/** The pages for staff that are no form: what was registered, who, and what a company is given. */
async function visitStaffPages(lang: 'sv' | 'en'): Promise<void> {
  const records = newNamed();
  await sendNamed(product.url, records);
  const [maturity, production] = [uuidv7(), uuidv7()];
  await sendRecord(product.url, 'process-maturity', maturity, exampleAnswers['process-maturity'](records));
  await sendRecord(
    product.url,
    'production-analysis',
    production,
    exampleAnswers['production-analysis'](records),
  );
  const page = await browser.open();
  const visited: readonly (readonly [string, string])[] = [
    ['records', '/personal/poster/activity'],
    ['companies', '/personal/foretag'],
    ['report-needs-analysis', `/personal/rapport/${records.needs_analysis}`],
    ['report-process-maturity', `/personal/rapport/${maturity}`],
    ['report-production-analysis', `/personal/rapport/${production}`],
  ];
  for (const [name, path] of visited) {
    await page.goto(`${product.url}${lang === 'sv' ? '' : '/en'}${path}`);
    for (const width of staffWidths) await shoot(page, lang, name, width);
  }
  await page.browserContext().close();
}

/** Walks that meet no answers of other walks. */
async function walksWith(number: number): Promise<Walk[]> {
  const named = newNamed();
  await sendNamed(product.url, named);
  return walksOf(named, number);
}

interface Visiting {
  readonly lang: 'sv' | 'en';
  readonly hasScript: boolean;
  readonly walks: readonly Walk[];
}

async function visitAll(from: TestBrowser, { lang, hasScript, walks }: Visiting): Promise<void> {
  const page = await from.open();
  await page.setJavaScriptEnabled(hasScript);
  const visit = (form: string, at = widths): Visit => ({
    page,
    url: product.url,
    lang,
    look: (state) =>
      hasScript
        ? inAllWays(page, lang, { name: nameOf(form, state), at })
        : withoutScript(page, lang, nameOf(form, state)),
  });
  await visitOthers(visit('start'));
  for (const walk of walks) {
    await visitForm(visit(walk.form, walk.other === undefined ? staffWidths : widths), walk);
    say(`${lang}, JavaScript ${hasScript ? 'on' : 'off'}: ${[walk.form, walk.way].join(' ').trim()}`);
  }
  await visitKinds(visit('evaluation'));
  await page.browserContext().close();
}

function nameOf(form: string, state: string): string {
  return [form, ...state.split(' ')].filter((part) => part !== '').join('-');
}

async function inAllWays(
  page: Page,
  lang: string,
  { name, at }: { readonly name: string; readonly at: readonly number[] },
): Promise<void> {
  for (const width of at) await shoot(page, lang, name, width);
  if (!inOtherColours.test(name)) return;
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await shoot(page, lang, name, 360, '-dark');
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.emulateMediaType('print');
  await shoot(page, lang, name, 360, '-print');
  await page.emulateMediaType();
  await inForcedColours(page, () => shoot(page, lang, name, 360, '-forced-colors'));
}

/** As where a person has chosen colours of their own for everything. */
async function inForcedColours(page: Page, look: () => Promise<void>): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: 'active' }],
  });
  await look();
  await session.send('Emulation.setEmulatedMedia', { features: [] });
  await session.detach();
}

async function withoutScript(page: Page, lang: string, name: string): Promise<void> {
  await shoot(page, lang, name, widths[0] ?? 320, '-no-script');
}

async function shoot(page: Page, lang: string, name: string, width: number, way = ''): Promise<void> {
  await page.setViewport({ width, height: 800 });
  await page.screenshot({
    path: `${folder}/${lang}/${name}-${width}${way}.png`,
    fullPage: true,
    // Else what is pressed next is missed: the page is not where the browser thinks that it was scrolled to.
    captureBeyondViewport: false,
  });
  count += 1;
}
