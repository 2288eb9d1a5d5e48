import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
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
  page.setDefaultTimeout(TIMEOUT_MS);
  countRequests(page);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address);
  await settled(page);
  return page;
}

/** What each page has asked the server for and has no answer to yet. */
const unanswered = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): void {
  const requests = new Set<Request>();
  unanswered.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
  // Of a document that is left, what was asked for is never answered.
  page.on('domcontentloaded', () => {
    for (const request of requests) if (!request.isNavigationRequest()) requests.delete(request);
  });
}

/** How long a page must stand still to have settled, and how long it may take. */
const STILL_MS = 100;
const TIMEOUT_MS = 20_000;

/**
 * Until the page has its content, nothing is being fetched, and nothing is drawn any more. An address changes before
 * its page is there, and an answer comes before what it says is drawn; so none of them is waited for alone.
 */
export async function settled(page: Page): Promise<void> {
  const requests = unanswered.get(page) ?? new Set();
  const end = Date.now() + TIMEOUT_MS;
  do {
    await page.waitForFunction(isStill, STILL_MS, { polling: 50, timeout: TIMEOUT_MS });
    if (requests.size === 0) return;
  } while (Date.now() < end);
  throw new Error(`No answer to ${[...requests].map((request) => request.url()).join(', ')}`);
}

/** Runs in the page. It is asked by the clock, not by frames, which a browser draws fewer of when the machine is busy. */
function isStill(still: number): boolean {
  const watch = window as Window & { drawnAt?: number };
  if (watch.drawnAt === undefined) {
    const drawn = () => {
      watch.drawnAt = performance.now();
    };
    drawn();
    new MutationObserver(drawn).observe(document, { subtree: true, childList: true, attributes: true });
  }
  return (
    document.querySelector('h1, [role="alert"]') !== null &&
    document.querySelector('.loading, [aria-busy="true"], .mantine-Skeleton-root') === null &&
    performance.now() - (watch.drawnAt ?? 0) > still
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
