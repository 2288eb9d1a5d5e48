import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { danishNumber, openSite, read, type Site, settled } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

const dialog = (page: Page) => page.locator('dialog[open]');

/** Opens how the figure of a label was calculated. */
async function open(page: Page, label: string) {
  await page
    .locator('.figure', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .first()
    .locator('strong .explained')
    .click();
  await dialog(page).locator('.formula-result').first().waitFor();
  await settled(page);
}

describe('every figure opens how it was calculated', () => {
  it.each([
    ['Nettogevinst', '144.000 kr. − 162.000 kr. = −18.000 kr.'],
    ['Afkast \\(ROI\\)', '(144.000 kr. − 162.000 kr.) ÷ 162.000 kr. = −11,1111 %'],
    ['Pris pr. frigjort time', '112.000 kr. ÷ 360 timer = 311,11 kr.'],
  ])('%s: %s', async (label, formula) => {
    const page = await site.open('/');
    await open(page, label);
    const numbers = await dialog(page)
      .locator('.formula .formula-number > span, .formula .sign, .formula-result')
      .all();
    const shown = (await Promise.all(numbers.map(read))).join('');
    expect(shown).toBe(formula);
  });

  it('from the portfolio’s gains to its project, its benefit and the load, and back again', async () => {
    const page = await site.open('/');
    await open(page, 'Gevinst');
    await dialog(page).locator('.explained-section .explained').first().click();
    await dialog(page).getByText('Ansøgninger om helbredstillæg').first().waitFor();
    await dialog(page).locator('.explained-section .explained').first().click();
    const hours = dialog(page).locator('.explained-section', { hasText: '3.600' }).first();
    await hours.waitFor();
    await expect.poll(() => read(hours)).toContain('3.600 × (10 minutter − 4 minutter) ÷ 60');
    const result = await read(dialog(page).locator('.formula-result').first());
    expect(danishNumber(result)).toBe(144_000);
    const load = dialog(page)
      .getByRole('link', { name: /indlæsning/ })
      .first();
    await expect.poll(() => load.getAttribute('href')).toMatch(/\/data\?load=\d+/);
    await dialog(page)
      .getByRole('button', { name: /^Tilbage til/ })
      .click();
    await dialog(page).getByRole('button', { name: 'Luk' }).click();
    await expect.poll(() => dialog(page).count()).toBe(0);
  });

  it('each amount of the table of months is explained up to its month', async () => {
    const page = await site.open('/projekt/P1?view=table');
    await page.locator('.chart tbody tr').nth(1).locator('.explained').first().click();
    await dialog(page).locator('.formula-result').first().waitFor();
    expect(danishNumber(await read(dialog(page).locator('.formula-result').first()))).toBe(104_000);
  });

  it('Escape leaves it, and the focus is on the figure again', async () => {
    const page = await site.open('/projekt/P1');
    await open(page, 'Omkostninger');
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('explained');
  });
});

/**
 * Where a page has figures; what is only said, such as a name or a day, is none, nor are counts of transactions, which stand
 * over their months and loads.
 */
const FIGURES = [
  '.figure:not(.robot-work .figure) dd > strong',
  '.figure .unknown',
  '.hero h1',
  '.ranking .value',
  '.payers td.number:not([data-none])',
  '.plan-years td.number',
  '.plan-risks td.number',
  '.plan-evens li',
  '.goal-sum dd',
  '.goal-table td:nth-child(3) > div',
  '.card-steps td.number',
  '.series td:nth-child(3)',
  '.before-after dd > span:last-child',
  '.compared dl > div:last-child strong',
  '.card-figures dd',
  '.map-card[data-kind="benefit"] small:first-of-type',
].join(', ');

it.each([
  ['/', 20],
  ['/projekt/P1', 9],
  ['/projekt/P2', 8],
  ['/projekt/P1/gevinstkort', 1],
  ['/projekt/P2/maalinger#tilf', 1],
  ['/projekt/P1/plan', 4],
  ['/projekt/P1/opfoelgning', 2],
  ['/projekt/P1/rapport', 12],
  ['/projekt/P2/gevinst/B2', 3],
  ['/maal', 0],
])('every figure of %s opens', async (path, least) => {
  const page = await site.open(path);
  await settled(page);
  await expect
    .poll(() => page.locator(FIGURES).filter({ visible: true }).count())
    .toBeGreaterThanOrEqual(least);
  const closed = await page.evaluate(
    (figures) =>
      [...document.querySelectorAll<HTMLElement>(figures)]
        .filter((e) => e.offsetParent !== null && e.querySelector('.explained') === null)
        .map((e) => e.innerText),
    FIGURES,
  );
  expect(closed).toEqual([]);
});

it('the ends of the curve and its break-even open by mouse and by keyboard, and give what they say', async () => {
  const page = await site.open('/projekt/P1');
  const marks = page.locator('.chart .explained-mark');
  await expect.poll(() => marks.count()).toBe(4);
  for (const [label, value] of [
    ['Gevinst', 144_000],
    ['Nettogevinst', 32_000],
    ['Omkostninger', 112_000],
  ] as const) {
    const mark = page.locator(`.explained-mark[aria-label*="${label}"]`).last();
    await mark.focus();
    await page.keyboard.press('Enter');
    const result = dialog(page).locator('.formula-result').first();
    await result.waitFor();
    expect(danishNumber(await read(result))).toBe(value);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
  }
  await marks.first().locator('circle').click();
  await expect.poll(() => dialog(page).innerText()).toContain('maj 2024');
});

it('a 95 % interval opens its formula, and leads to the two shares’ own', async () => {
  const page = await site.open('/projekt/P2/maalinger#tilf');
  const high = page.locator('.compared .explained', { hasText: '+33,2' });
  await high.waitFor();
  await high.click();
  await expect.poll(() => dialog(page).locator('.formula').innerText()).toContain('√');
  await expect.poll(() => read(dialog(page).locator('.formula-result').first())).toBe('33,2436 procentpoint');
  await dialog(page).locator('.explained-section .explained').first().click();
  await expect.poll(() => read(dialog(page).locator('.formula-result').first())).toBe('83,0113 %');
});

it('an unknown figure opens what is lacking', async () => {
  const page = await site.open('/projekt/P2');
  await page.locator('.figure .unknown .explained').first().click();
  await expect.poll(() => dialog(page).innerText()).toMatch(/Opgøres ikke i (timer|kroner)/);
});

it('what nobody has registered is no zero: who pays and who gains, down to the cost rows', async () => {
  const page = await site.open('/');
  const row = page.locator('.payers tbody tr', { hasText: 'Puljen' });
  await row.waitFor();
  await expect.poll(() => read(row)).toContain('–ingen registreret');
  await row.locator('.explained').first().click();
  await dialog(page).locator('.explained-section .explained').first().click();
  await expect.poll(() => dialog(page).innerText()).toContain('costs.csv');
});

it('the overview is printed with its formulas, and each project’s part of the sums', async () => {
  const page = await site.open('/');
  await page.locator('.appendix').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const appendix = await read(page.locator('.appendix'));
  expect(appendix).toContain('144.000 kr. − 162.000 kr. = −18.000 kr.');
  expect(appendix).toContain('I alt144.000 kr.162.000 kr.360');
});

it('on paper the case sheet’s two pages are followed by how its figures were calculated', async () => {
  const page = await site.open('/projekt/P1');
  await page.locator('.appendix').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const appendix = await read(page.locator('.appendix'));
  expect(appendix).toContain('144.000 kr. − 112.000 kr. = 32.000 kr.');
  expect(appendix).toContain('3.600 × (10 minutter − 4 minutter) ÷ 60');
  await expect
    .poll(() => page.locator('.appendix').evaluate((e) => getComputedStyle(e).breakBefore))
    .toBe('page');
});
