import axe from 'axe-core';
import type { HTTPResponse, Page } from 'puppeteer-core';
import * as z from 'zod/mini';

/** What was found when looking at one state of a page; a list is of what is wrong. */
export interface Look {
  readonly state: string;
  readonly policy: string;
  readonly languages: readonly string[];
  /** Everything that is read aloud, but for what is marked as another language. */
  readonly text: string;
  readonly inline: readonly string[];
  readonly violations: readonly string[];
  readonly smallTargets: readonly string[];
  readonly sideways: readonly string[];
}

/** Looks at the page as it stands: its words, its colours in light and dark, and how it fits in 320 px. */
export async function lookAt(page: Page, state: string, response: HTTPResponse): Promise<Look> {
  const headers = response.headers();
  const text = await page.evaluate(readAloud);
  const inline = await page.evaluate(inlineParts);
  const violations = [...(await axeIn(page, 'light')), ...(await axeIn(page, 'dark'))];
  const before = page.viewport();
  await page.setViewport({ width: 320, height: 640 });
  const smallTargets = await page.evaluate(targetsBelow24);
  const sideways = await page.evaluate(sidewaysOf, 'as it is');
  await page.evaluate(spaceText);
  sideways.push(...(await page.evaluate(sidewaysOf, 'with text spacing')));
  await page.evaluate(spaceTextNoMore);
  await page.setViewport(before);
  return {
    state,
    policy: headers['content-security-policy'] ?? '',
    languages: [headers['content-language'] ?? '', await page.$eval('html', ({ lang }) => lang)],
    text,
    inline,
    violations,
    smallTargets,
    sideways,
  };
}

const rulesIn = {
  light: {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    // Off unless it is asked for.
    rules: { 'target-size': { enabled: true } },
  },
  // In the dark nothing is different but the colours.
  dark: { runOnly: ['color-contrast', 'link-in-text-block'] },
};

/** What axe finds on the page as it stands. */
export async function axeIn(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  // The pages have no script of their own; axe is one, and waits with timers that only run where scripts may.
  await page.setJavaScriptEnabled(true);
  await page.evaluate(axe.source);
  const found = await page.evaluate(`axe.run(${JSON.stringify(rulesIn[scheme])}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`);
  await page.setJavaScriptEnabled(false);
  return z
    .array(z.string())
    .parse(found)
    .map((violation) => `${scheme}: ${violation}`);
}

// What follows runs in the page, so each stands alone.

function readAloud(): string {
  const copy = document.documentElement.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const other of copy.querySelectorAll('body [lang]')) other.remove();
  const unseen = [...copy.querySelectorAll('[aria-label], [title], [alt], [placeholder]')].flatMap(
    (element) =>
      ['aria-label', 'title', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
  );
  return [copy.textContent, ...unseen].join('\n');
}

function inlineParts(): string[] {
  const parts = [...document.querySelectorAll('style, script:not([src]), [style]')];
  const handlers = [...document.querySelectorAll('*')].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith('on')),
  );
  return [...parts, ...handlers].map((element) => element.outerHTML);
}

function targetsBelow24(): string[] {
  return [...document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), select, textarea')]
    .filter((element) => element.tabIndex >= 0 && element.getClientRects().length > 0)
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24;
    })
    .map((element) => element.outerHTML);
}

function sidewaysOf(how: string): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${how}: ${scrollWidth} px in ${clientWidth}`] : [];
}

function spaceTextNoMore(): void {
  for (const element of document.querySelectorAll('[style]')) element.removeAttribute('style');
}

function spaceText(): void {
  for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
    element.style.setProperty('line-height', '1.5', 'important');
    element.style.setProperty('letter-spacing', '0.12em', 'important');
    element.style.setProperty('word-spacing', '0.16em', 'important');
    if (element.matches('p')) element.style.setProperty('margin-bottom', '2em', 'important');
  }
}
