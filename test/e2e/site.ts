import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/chromium.ts';
import { gevinst, startGevinst, tempFolder, writeBundle } from '../support/gevinst.ts';

export interface View {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
}

/** A warehouse on disk, served by the built command line, and a browser to look at it with. */
export interface Site {
  url: string;
  database: string;
  /** What the browser complained of: scripts that failed, requests that the security policy stopped. */
  complaints: string[];
  /** Opens an address as a new visitor, in place of the one before, and waits until the page has its content. */
  open(path: string, view?: View): Promise<Page>;
  close(): Promise<void>;
}

/** Loads the tables through `gevinst load`; without tables the warehouse is empty. */
export async function openSite(tables: Record<string, string> | null): Promise<Site> {
  const folder = tempFolder();
  const database = `${folder.path}/site.db`;
  if (tables) await loadTables(tables, `${folder.path}/bundle`, database);
  const server = await startGevinst(['serve', '--db', database]);
  const browser = await openBrowser();
  const complaints: string[] = [];
  let visitor: BrowserContext | null = null;
  return {
    url: server.url,
    database,
    complaints,
    open: async (path, view) => {
      await visitor?.close();
      visitor = await newVisitor(browser, view);
      return openPage(visitor, server.url + path, complaints);
    },
    close: async () => {
      await browser.close();
      await server.stop();
      folder.remove();
    },
  };
}

async function loadTables(tables: Record<string, string>, bundle: string, database: string): Promise<void> {
  const { code, stdout, stderr } = await gevinst('load', writeBundle(bundle, tables), '--db', database);
  if (code === 1 || code === null) throw new Error(`gevinst load ended with ${code}: ${stdout}${stderr}`);
}

function newVisitor(browser: Browser, view: View = {}): Promise<BrowserContext> {
  const { width = 1440, height = 900, scheme = 'light' } = view;
  return browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'da-DK',
    acceptDownloads: true,
  });
}

async function openPage(context: BrowserContext, address: string, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address);
  await settled(page);
  return page;
}

/** Until nothing is being fetched or drawn any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1, [role="alert"]') &&
      !document.querySelector('.loading, [aria-busy="true"], .mantine-Skeleton-root'),
    null,
    // Not by frames, which a browser draws fewer of when the machine is busy.
    { polling: 50 },
  );
}

/** What a part of the page says, its no-break spaces as plain ones. */
export async function read(part: Locator): Promise<string> {
  return ((await part.textContent()) ?? '').replaceAll('\u00a0', ' ');
}

/** The text of the figure that has a label, as it stands on the page: `2.000 kr.` */
export async function figure(page: Page, label: string): Promise<string> {
  const term = page.locator('dt', { hasText: new RegExp(`^${label}$`) }).first();
  return read(term.locator('xpath=../dd'));
}

/** A number as Danes write it, with the true minus sign: `−18.000 kr.` → −18000 */
export function danishNumber(text: string): number {
  const [digits = ''] = /[−-]?[\d.]+(,\d+)?/.exec(text) ?? [];
  return Number(digits.replaceAll('.', '').replace(',', '.').replace('−', '-'));
}
