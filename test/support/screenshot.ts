import { join } from 'node:path';
import buildIfOld from './build-setup.ts';
import { openBrowser } from './chromium.ts';
import { startGevinst } from './gevinst.ts';

const FILE = join(import.meta.dirname, '../../docs/screenshot.png');

/** Takes the README's picture: the overview of the demo, in Danish. Run by `npm run screenshot`. */
buildIfOld();
const demo = await startGevinst(['demo']);
const browser = await openBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1340 },
    locale: 'da-DK',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(demo.url, { waitUntil: 'networkidle' });
  await page.locator('.recharts-surface').first().waitFor();
  await page.screenshot({ path: FILE, animations: 'disabled' });
  console.log(`Wrote ${FILE}`);
} finally {
  await browser.close();
  await demo.stop();
}
