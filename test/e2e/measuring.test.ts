import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, read, type Site, settled } from './site.ts';

const ADDRESS = '/projekt/P2/maalinger';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const saved = async (page: Page) => {
  await button(page, 'Gem').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await settled(page);
};

describe('measurements in the browser', () => {
  it('60 % of 25 and 70 % of 32 are shown as too few to tell', async () => {
    const page = await site.open(ADDRESS);
    await expect.poll(() => read(page.locator('.compared strong').nth(2))).toBe('+10 procentpoint');
    await expect.poll(() => read(page.locator('.verdict'))).toContain('For få svar');
    await expect.poll(() => read(page.locator('.compared'))).toContain('før i februar, efter i maj');
  });

  it('what is wrong is said beside its field, and what was typed stays', async () => {
    const page = await site.open(ADDRESS);
    await button(page, 'Tilføj måling').click();
    await page.getByLabel('Antal, der er sådan').fill('60');
    await page.getByLabel('Ud af i alt').fill('50');
    await button(page, 'Gem').click();
    await page.getByText('Kan ikke være flere end dem, der er i alt.').first().waitFor();
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value))
      .toBe('60');
  });

  it('a share is entered, changed and removed, and the page shows it each time', async () => {
    const page = await site.open(ADDRESS);
    const rows = page.locator('.series tbody tr');
    await button(page, 'Tilføj måling').click();
    await page.getByLabel('Første dag').fill('2024-08-01');
    await page.getByLabel('Antal, der er sådan').fill('380');
    await page.getByLabel('Ud af i alt').fill('500');
    await saved(page);
    await expect.poll(() => rows.count()).toBe(3);
    await expect.poll(() => read(rows.last())).toContain('76 %380 af 500');
    await button(page, /Redigér: Efter, fra 1. aug/).click();
    await page.getByLabel('Antal, der er sådan').fill('425');
    await saved(page);
    await expect.poll(() => read(rows.last())).toContain('85 %');
    await expect
      .poll(() => read(page.locator('.target-trend')))
      .toContain('Målet på 80 % er nået, men efter fristen');
    await button(page, /Fjern: Efter, fra 1. aug/).click();
    await button(page, 'Fjern målingen').click();
    await expect.poll(() => rows.count()).toBe(2);
  });

  it('a time study of five readings is their mean, range and number', async () => {
    const page = await site.open('/projekt/P1/maalinger');
    await button(page, 'Tilføj måling').click();
    await page.getByLabel('Første dag').fill('2024-07-01');
    await page.locator('.mantine-SegmentedControl-label', { hasText: 'Tidsstudie' }).click();
    for (const [i, text] of ['4:00', '5:00', '4:30', '6:00', '5:30'].entries()) {
      await page.getByLabel(`Aflæsning ${i + 1}`).fill(text);
    }
    await expect
      .poll(() => read(page.locator('.worked-out')))
      .toBe('= 5 minutter i gennemsnit, mellem 4 og 6, n = 5');
    await saved(page);
    await expect
      .poll(() => read(page.locator('.series tbody tr').last()))
      .toContain('Tidsstudie: 4:00, 5:00');
  });

  it('is accessible, with the form open and without', async () => {
    const page = await site.open(ADDRESS);
    const violations = async () => (await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id);
    await expect.poll(() => violations()).toEqual([]);
    await button(page, 'Tilføj måling').click();
    await expect.poll(() => violations()).toEqual([]);
    expect(site.complaints).toEqual([]);
  });
});
