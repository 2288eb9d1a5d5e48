import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Chromium's quiet flags: no look-ups, updates or first-run pages while tests measure and compare. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine, as CHROMIUM_PATH says, else on PATH, else Playwright's own; null if there is none. */
export function chromiumPath(): string | null {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [process.env.CHROMIUM_PATH, ...installed, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error(NO_CHROMIUM);
  // Chromium's sandbox cannot be used by root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...FLAGS, ...sandbox] });
}

export const NO_CHROMIUM = [
  'The page tests need Chromium, and none was found. Do one of these:',
  '  npx playwright-core install chromium',
  '  apt-get install -y chromium          (Debian, as root)',
  '  CHROMIUM_PATH=/path/to/chrome npm test',
].join('\n');
