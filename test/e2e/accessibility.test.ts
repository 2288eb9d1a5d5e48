import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, type Site, settled } from './site.ts';

/** The example with a map, risks, and a load that refuses two rows, so that each page has something to show. */
const FULL = {
  ...EXAMPLE,
  links: `
    from;to
    P1;Robotten læser ansøgningen
    Robotten læser ansøgningen;B1
    B1;Mere tid til borgerne`,
  risks: `
    project;risk;probability;consequence_kr
    P1;Fagsystemet skiftes;25;200000`,
  costs: `${EXAMPLE.costs}\n    P9;2024-01;;once;10;licences;actual;\n    P1;2024-13;;once;ti;licences;actual;`,
};

const PAGES = Object.entries({
  overview: '/',
  'overview as a table': '/?view=table&all=true',
  'a project': '/projekt/P1',
  'a project with unknown figures': '/projekt/P2',
  'a benefit map': '/projekt/P1/gevinstkort',
  'a benefit map without arrows': '/projekt/P2/gevinstkort',
  measurements: '/projekt/P2/maalinger',
  'a plan': '/projekt/P1/plan',
  'follow-ups': '/projekt/P2/opfoelgning',
  'a realisation report': '/projekt/P1/rapport',
  'a benefit': '/projekt/P2/gevinst/B2',
  'a new benefit': '/projekt/P1/ny-gevinst',
  'a new project': '/nyt-projekt',
  owners: '/mine-gevinster',
  'an owner’s benefits': '/mine-gevinster?owner=Bo%20Dahl',
  goals: '/maal',
  'the loads': '/data',
  'no such page': '/findes-ikke',
  'no such project': '/projekt/findes-ikke',
});

let site: Site;
beforeAll(async () => {
  site = await openSite(FULL);
});
afterAll(() => site.close());

/** Opens all that can be opened on a page. */
async function unfold(page: Page): Promise<void> {
  for (const button of await page.locator('.load button').all()) {
    await button.click();
    await settled(page);
  }
  for (const summary of await page.locator('details summary').all()) await summary.click();
}

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it.each(PAGES)('%s: axe finds nothing at 1440 and at 390', async (_, path) => {
    const page = await site.open(path, { scheme });
    await unfold(page);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(
        (v) => `${width} ${v.id}: ${v.nodes.map((node) => node.html).join(' | ')}`,
      );
      expect(found).toEqual([]);
    }
  });
});

describe('every page', () => {
  it.each(PAGES)('%s: has one main heading, a title, and no width beyond the window', async (_, path) => {
    const page = await site.open(path);
    await expect.poll(() => page.locator('h1').count()).toBe(1);
    await expect.poll(() => page.title()).toMatch(/^.+ · Gevinst$/);
    await unfold(page);
    for (const width of [390, 768, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect({ width, overflow }).toEqual({ width, overflow: 0 });
    }
  });

  it('keeps to the security policy, and no script fails', () => {
    // A project that is not there is asked for, and not found: the browser remarks on it.
    const notOurs = site.complaints.filter((text) => !text.includes('404 (Not Found)'));
    expect(notOurs).toEqual([]);
  });
});
