import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { launch, type Page } from 'puppeteer-core';

const chromiumPackage = fileURLToPath(new URL('../node_modules/@sparticuz/chromium/', import.meta.url));
const cache = fileURLToPath(new URL('../.cache/', import.meta.url));

export interface TestBrowser {
  /** A page without cookies or cache of any other, where JavaScript is off as it may be for anybody. */
  open(): Promise<Page>;
  stop(): Promise<void>;
}

/**
 * Starts a headless Chromium that came with `npm ci` and needs nothing else of the machine than its C library:
 * other libraries and the fonts are its own, so that pages measure the same everywhere.
 */
export async function startBrowser(): Promise<TestBrowser> {
  const folder = await unpacked();
  const profile = mkdtempSync(join(tmpdir(), 'starkare-browser-'));
  const fonts = join(profile, 'fonts.conf');
  writeFileSync(fonts, fontsOf(folder, profile));
  const browser = await launch({
    executablePath: join(folder, 'chromium'),
    headless: 'shell',
    // Through a pipe, because Chromium ends when its other side does, even when that is killed.
    pipe: true,
    userDataDir: profile,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: {
      ...process.env,
      HOME: profile,
      FONTCONFIG_FILE: fonts,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    },
  });
  return {
    open: async () => {
      const page = await (await browser.createBrowserContext()).newPage();
      await page.setJavaScriptEnabled(false);
      return page;
    },
    stop: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The folder where this version of the browser is unpacked, once for all test files and runs. */
async function unpacked(): Promise<string> {
  const { version }: { version: string } = JSON.parse(readFileSync(`${chromiumPackage}package.json`, 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(join(cache, 'unpacking-'));
  await unpack(aside);
  try {
    // Another test file may be unpacking too: whoever is first has it, and nobody sees half of it.
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The package unpacks into the folder for temporary files, where an older version may be lying. */
async function unpack(folder: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  // Each asks for that folder before it first waits, so nothing else runs while it is another one.
  const unpacking = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((archive) =>
    inflate(`${chromiumPackage}bin/${archive}`),
  );
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await Promise.all(unpacking);
}

function fontsOf(folder: string, profile: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${profile}/fonts</cachedir>
</fontconfig>
`;
}
