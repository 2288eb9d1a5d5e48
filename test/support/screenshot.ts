import { join } from 'node:path';
import buildIfOld from './build-setup.ts';
import { openBrowser } from './chromium.ts';
import { startGevinst } from './gevinst.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const PICTURES = [
  { file: 'screenshot.png', path: '/', height: 1340, until: '.recharts-surface' },
  {
    file: 'benefit-map.png',
    path: '/projekt/vejle-skaermbesoeg/gevinstkort',
    height: 1120,
    until: '.map-canvas .map-card',
  },
];

/** Takes the README's pictures of the demo, in Danish. Run by `npm run screenshot`. */
buildIfOld();
const demo = await startGevinst(['demo']);
const browser = await openBrowser();
try {
  for (const { file, path, height, until } of PICTURES) {
    const page = await browser.newPage({
      viewport: { width: 1440, height },
      locale: 'da-DK',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await page.goto(demo.url + path, { waitUntil: 'networkidle' });
    await page.locator(until).first().waitFor();
    await page.screenshot({ path: join(DOCS, file), animations: 'disabled' });
    console.log(`Wrote ${join(DOCS, file)}`);
  }
} finally {
  await browser.close();
  await demo.stop();
}
