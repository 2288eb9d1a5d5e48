import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, type Site, settled } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

/** Presses Tab until the focus is on what a selector names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector);
    if (there) return;
  }
  throw new Error(`The Tab key never came to ${selector}`);
}

it('the first Tab is to the skip link, which goes to the content', async () => {
  const page = await site.open('/');
  await page.keyboard.press('Tab');
  expect(await page.locator('.skip').evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

it('from the overview to a project and its calculation without a mouse', async () => {
  const page = await site.open('/');
  await tabTo(page, '.ranking a');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/projekt\/P1/);
  await settled(page);
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  expect(await page.locator('details[open]').count()).toBe(1);
});

it('a filter is chosen with the keys', async () => {
  const page = await site.open('/');
  const technology = page.getByLabel('Teknologi');
  await technology.focus();
  await page.keyboard.type('RPA');
  await page.keyboard.press('Enter');
  await page.waitForURL(/technology=RPA/);
});

it('whatever has the focus shows it', async () => {
  const page = await site.open('/');
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return 'nothing';
      const marks = [focused, focused.nextElementSibling, focused.parentElement].filter((e) => e !== null);
      const marked = marks.some((element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
      });
      return marked ? 'marked' : focused.outerHTML;
    });
    if (seen === 'nothing') break;
    expect(seen).toBe('marked');
  }
});

it('the arrow keys read the figure month by month', async () => {
  const page = await site.open('/projekt/P1');
  await page.locator('.chart svg.recharts-surface').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.chart-tooltip').count()).toBe(1);
  const first = await page.locator('.chart-tooltip b').textContent();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.chart-tooltip b').textContent()).not.toBe(first);
});
