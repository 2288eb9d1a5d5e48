import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, type Site, settled } from './site.ts';

/** The example with a load that refuses two rows, so that the page of loads has something to explain. */
const WITH_REFUSALS = {
  ...EXAMPLE,
  costs: `${EXAMPLE.costs}\n    P9;2024-01;;once;10;licences;actual;\n    P1;2024-13;;once;ti;licences;actual;`,
};

const PAGES = {
  overview: '/',
  'overview as a table': '/?view=table&all=true',
  'a project': '/projekt/P1',
  'a project with unknown figures': '/projekt/P2',
  'the loads': '/data',
  'no such page': '/findes-ikke',
  'no such project': '/projekt/findes-ikke',
};

let site: Site;
beforeAll(async () => {
  site = await openSite(WITH_REFUSALS);
});
afterAll(() => site.close());

describe.each(['light', 'dark'] as const)('axe finds nothing in %s', (scheme) => {
  it.each(
    Object.entries(PAGES).flatMap(([name, path]) => [1440, 390].map((width) => ({ name, path, width }))),
  )('$name at $width', async ({ path, width }) => {
    const page = await site.open(path, { width, scheme });
    for (const button of await page.locator('.load button').all()) {
      await button.click();
      await settled(page);
    }
    for (const summary of await page.locator('details summary').all()) await summary.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join(' | ')}`);
    expect(found).toEqual([]);
    await page.context().close();
  });
});

describe('nothing is wider than the window', () => {
  it.each(
    Object.entries(PAGES).flatMap(([name, path]) =>
      [390, 768, 1440, 1920].map((width) => ({ name, path, width })),
    ),
  )('$name at $width', async ({ path, width }) => {
    const page = await site.open(path, { width });
    for (const summary of await page.locator('details summary').all()) await summary.click();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBe(0);
    await page.context().close();
  });
});

describe('every page', () => {
  it.each(Object.entries(PAGES))('%s: has one main heading and a title of its own', async (_, path) => {
    const page = await site.open(path);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).toMatch(/^.+ · Gevinst$/);
    await page.context().close();
  });

  it('keeps to the security policy, and no script fails', () => {
    const notOurs = site.complaints.filter((text) => !text.includes('404 (Not Found)'));
    expect(notOurs).toEqual([]);
  });
});
