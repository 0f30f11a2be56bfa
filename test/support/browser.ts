import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const executablePath = '/usr/bin/chromium';

/** Whether the browser is installed; Debian calls the package `chromium`. */
export const hasBrowser = existsSync(executablePath);

/** Said where a test needs the browser. */
export const needsBrowser = `skipped where ${executablePath} isn't installed`;

/** Expects something of a page before long; a busy machine may take its time. */
export function soon<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: 20_000 });
}

/** A page in the browser, and what it complained of: failures of scripts, of the policy, anything it tried to load. */
export interface OpenPage {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Files opened in the browser as a person does: from a folder, without a server. */
export interface BrowserBench {
  /** Puts a page into a file and tells its address. */
  readonly keep: (name: string, html: string) => Promise<string>;
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

/** Starts the browser; `close` ends it and removes its files. */
export async function browserBench(): Promise<BrowserBench> {
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-html-'));
  const browser = await launch();
  return {
    keep: async (name, html) => {
      const file = join(folder, `${name}.html`);
      await writeFile(file, html);
      return pathToFileURL(file).href;
    },
    open: (address, options) => openPage(browser, address, options),
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (each) => {
    if (each.type() === 'error' || each.type() === 'warning') complaints.push(each.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && !url.startsWith('file:')) complaints.push(`request: ${url}`);
  });
  await page.goto(address);
  return { page, complaints };
}
