import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, type Site, settled } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

/** More than twice the stops of any page: the keys go round once where what has the focus leaves the page. */
const TABS = 150;

/** Presses Tab until the focus is on what a selector names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  for (let presses = 0; presses < TABS; presses++) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector);
    if (there) return;
  }
  throw new Error(`The Tab key never came to ${selector}`);
}

it('the first Tab is to the skip link, which goes to the content', async () => {
  const page = await site.open('/');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => page.locator('.skip').evaluate((link) => link === document.activeElement))
    .toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
});

it('from the overview to a project and its calculation without a mouse', async () => {
  const page = await site.open('/');
  await tabTo(page, '.ranking a');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/projekt\/P1/);
  await settled(page);
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('details[open]').count()).toBe(1);
});

it('a filter is chosen with the keys', async () => {
  const page = await site.open('/');
  const technology = page.getByLabel('Teknologi');
  await technology.focus();
  await page.keyboard.type('RPA');
  await page.keyboard.press('Enter');
  await page.waitForURL(/technology=RPA/);
});

it('whatever has the focus looks different from when it has not', async () => {
  const page = await site.open('/');
  const alike: string[] = [];
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    const focused = (await page.evaluateHandle(() => document.activeElement)).asElement();
    if (!focused) break;
    const marked = await focused.evaluate(look);
    await focused.evaluate((element) => (element as HTMLElement).blur());
    const unmarked = await focused.evaluate(look);
    if (marked === unmarked) alike.push(await focused.evaluate((element) => element.outerHTML));
    await focused.focus();
  }
  expect(alike).toEqual([]);
});

/** How an element, its label after it, and what is around it are marked. */
function look(element: Element): string {
  const near = [element, element.nextElementSibling, element.parentElement].filter((part) => part !== null);
  const marks = near.map((part) => {
    const { outline, borderColor, boxShadow, left } = getComputedStyle(part);
    return [outline, borderColor, boxShadow, left].join(' ');
  });
  return marks.join(' | ');
}

it('the arrow keys read the figure month by month', async () => {
  const page = await site.open('/projekt/P1');
  await page.locator('.chart svg.recharts-surface').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.chart-tooltip').count()).toBe(1);
  const first = await page.locator('.chart-tooltip b').textContent();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.chart-tooltip b').textContent()).not.toBe(first);
});
