import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import * as z from 'zod/mini';
import { startBrowser, type TestBrowser } from '../browser.ts';
import { figure, heading, median, ratio, say, table } from './print.ts';

/** The same form as we show it and as SurveyJS does. */
export interface Pair {
  readonly name: string;
  readonly ours: string;
  readonly survey: string;
}

const rounds = 5;
const quietMs = 2000;
const waitMsMax = 60_000;

const seen = z.object({
  now: z.number(),
  paint: z.optional(z.number()),
  field: z.optional(z.number()),
  ran: z.number(),
  tasks: z.array(z.object({ start: z.number(), took: z.number() })),
});
type Seen = z.infer<typeof seen>;

interface Visit {
  readonly bytes: number;
  readonly paintMs: number;
  readonly fieldMs: number;
  readonly ranMs: number;
  readonly interactiveMs: number;
  readonly blockedMs: number;
}
const measures = ['bytes', 'paintMs', 'fieldMs', 'ranMs', 'interactiveMs', 'blockedMs'] as const;

/** How soon a page can be used on a slow phone and a slow network, ours and one of SurveyJS in turn. */
export async function showTimes(pairs: readonly Pair[]): Promise<void> {
  heading(
    `Pages in Chromium: CPU slowed 4 times, 1.6 Mbit/s, 150 ms (medians of ${rounds} first visits, interleaved)`,
  );
  const browser = await startBrowser();
  const visits = new Map<string, Visit[]>();
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const { ours, survey } of pairs) {
        for (const url of [ours, survey]) {
          visits.set(url, [...(visits.get(url) ?? []), await visit(browser, url)]);
        }
      }
    }
  } finally {
    await browser.stop();
  }
  show(pairs, visits);
}

function show(pairs: readonly Pair[], visits: ReadonlyMap<string, readonly Visit[]>): void {
  const rows = pairs.flatMap(({ name, ours, survey }) => {
    const [one, other] = [ours, survey].map((url) =>
      measures.map((measure) => median((visits.get(url) ?? []).map((each) => each[measure]))),
    );
    const ratios = one?.map((value, index) => ratio(other?.[index] ?? Number.NaN, value)) ?? [];
    return [
      [name, ...(one?.map(figure) ?? [])],
      [`${name}, SurveyJS`, ...(other?.map(figure) ?? [])],
      ['  SurveyJS to ours', ...ratios],
    ];
  });
  table(['', 'bytes sent', 'FCP ms', 'a field ms', 'script ran ms', 'interactive ms', 'blocked ms'], rows);
  say(
    '  a field: the first control is in the page; interactive: the end of the last task above 50 ms, or FCP;',
  );
  say('  blocked: what such tasks took above 50 ms each; bytes with headers');
}

/** A first visit: nothing is kept from another one. */
async function visit(browser: TestBrowser, url: string): Promise<Visit> {
  const page = await browser.open();
  try {
    await page.setJavaScriptEnabled(true);
    await page.setViewport({ width: 360, height: 640, isMobile: true, hasTouch: true });
    await page.evaluateOnNewDocument(watch);
    const session = await page.createCDPSession();
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await session.send('Network.enable');
    await page.emulateNetworkConditions({ download: 200_000, upload: 93_750, latency: 150 });
    await page.emulateCPUThrottling(4);
    await page.goto(url, { timeout: waitMsMax });
    const { paint, field, ran, tasks } = await quiet(page, url);
    const last = tasks.reduce((end, { start, took }) => Math.max(end, start + took), 0);
    return {
      bytes,
      paintMs: paint,
      fieldMs: field,
      ranMs: ran,
      interactiveMs: Math.max(last, paint),
      blockedMs: tasks.reduce((sum, { took }) => sum + took - 50, 0),
    };
  } finally {
    await page.browserContext().close();
  }
}

/** Waits until the form is there and nothing has kept the page busy for a while. */
async function quiet(page: Page, url: string): Promise<Required<Seen>> {
  const deadline = Date.now() + waitMsMax;
  while (Date.now() < deadline) {
    await pause(250);
    const { paint, field, ...rest } = seen.parse(await page.evaluate(look));
    const last = rest.tasks.at(-1);
    const quietSince = Math.max(paint ?? 0, field ?? 0, last ? last.start + last.took : 0);
    if (paint !== undefined && field !== undefined && rest.now - quietSince > quietMs) {
      return { paint, field, ...rest };
    }
  }
  throw new Error(`expected ${url} to show a form and come to rest within ${waitMsMax} ms, it did not`);
}

// What follows runs in the page, so each stands alone. Marks keep what was seen where the page does not look.

function watch(): void {
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      performance.measure('bench task', { start: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  const waiting = new MutationObserver(() => {
    if (document.querySelector('input:not([type=hidden]), select, textarea') === null) return;
    performance.mark('bench field');
    waiting.disconnect();
  });
  waiting.observe(document, { childList: true, subtree: true });
}

function look() {
  const tasks = performance.getEntriesByName('bench task');
  const [navigation] = performance.getEntriesByType('navigation');
  return {
    now: performance.now(),
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    field: performance.getEntriesByName('bench field')[0]?.startTime,
    // A module has run when the document's content is said to be loaded.
    ran: navigation instanceof PerformanceNavigationTiming ? navigation.domContentLoadedEventStart : 0,
    tasks: tasks.map(({ startTime, duration }) => ({ start: startTime, took: duration })),
  };
}
