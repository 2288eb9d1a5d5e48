import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, read, type Site, settled } from './site.ts';

let site: Site;
beforeAll(async () => {
  const risks = 'project;risk;probability;consequence_kr\nP1;Systemet skiftes;20;50000';
  site = await openSite({ ...EXAMPLE, risks });
});
afterAll(() => site.close());

const button = (page: Page, name: string) => page.getByRole('button', { name });
const dialog = (page: Page) => page.locator('dialog');

async function saved(page: Page): Promise<void> {
  await dialog(page).waitFor({ state: 'detached' });
  await settled(page);
}

describe('planned and realised', () => {
  it('a business case is approved from what is known, frozen, and held against the months that are measured', async () => {
    const page = await site.open('/projekt/P1/plan');
    await expect.poll(() => read(page.locator('.plan-none'))).toContain('endnu ingen godkendt business case');
    await button(page, 'Godkend business case').click();
    const field = (name: string) => dialog(page).getByLabel(name).first();
    await expect.poll(() => field('0-scenarie').inputValue()).toBe('144.000');
    await expect.poll(() => field('1-scenarie').inputValue()).toBe('112.000');
    await expect.poll(() => field('Risiko').inputValue()).toBe('10.000');
    await field('0-scenarie').fill('1,5,5');
    await button(page, 'Godkend og lås').click();
    await expect.poll(() => read(dialog(page))).toContain('Skriv et tal, fx 1.234,5.');
    await expect
      .poll(() => field('0-scenarie').evaluate((input) => input === document.activeElement))
      .toBe(true);
    await field('0-scenarie').fill('222.000');
    await field('Godkendt af').fill('Styregruppen');
    await field('Godkendt den').fill('2024-01-15');
    await button(page, 'Godkend og lås').click();
    await saved(page);
    // Planned 222,000 − 112,000 − 10,000 = 100,000; half of it by June, when 32,000 had come of it.
    await expect
      .poll(() => read(page.locator('.plan-headline')))
      .toContain('18 t.kr. (36,0 %) mindre end planlagt');
    await expect.poll(() => read(page.locator('.plan-years tbody tr').first())).toContain('mod 50.000 kr.');
  });

  it('a deviation is explained in its place, and stands there when the page is opened again', async () => {
    const page = await site.open('/projekt/P1/plan');
    await page.getByRole('button', { name: 'Forklar afvigelsen, 2024' }).click();
    await page.locator('.plan-why textarea').first().fill('Robotten kom sent i gang.');
    await button(page, 'Gem').click();
    await page.locator('.plan-explained p').waitFor();
    const again = await site.open('/projekt/P1/plan');
    await expect.poll(() => read(again.locator('.plan-explained'))).toContain('Robotten kom sent i gang.');
  });

  it('a new estimate is a version beside the first, which stays as it was', async () => {
    const page = await site.open('/projekt/P1/plan');
    await button(page, 'Nyt skøn').click();
    await dialog(page).getByLabel('Godkendt af').fill('Chefen');
    await button(page, 'Godkend og lås').click();
    await saved(page);
    await expect.poll(() => read(page.locator('.plan-versions a.chosen'))).toContain('Version 2');
    await page.locator('.plan-versions a').first().click();
    await settled(page);
    await expect.poll(() => read(page.locator('.plan-years tbody tr').first())).toContain('222.000 kr.');
  });

  it('a risk that is added raises the pool; the frozen plan keeps its own', async () => {
    const page = await site.open('/projekt/P1/plan?version=1');
    await button(page, 'Redigér risici').click();
    await button(page, 'Tilføj risiko').click();
    const last = (name: string) => dialog(page).getByLabel(name, { exact: true }).last();
    await last('Risiko').fill('Ærø lukker');
    await last('Sandsynlighed').fill('12,5');
    await last('Konsekvens').fill('8.000');
    await button(page, 'Gem').click();
    await saved(page);
    await expect.poll(() => read(page.locator('.plan-risks tfoot'))).toContain('11.000 kr.');
    await expect.poll(() => read(page.locator('.plan-years tbody tr').first())).toContain('10.000 kr.');
  });

  it('who pays and who gains add up, on the project and on the overview', async () => {
    const page = await site.open('/projekt/P1/plan');
    const row = (name: string) => page.locator('.payers tbody tr', { hasText: name });
    await expect.poll(() => read(row('Puljen'))).toContain('12.000 kr.');
    await expect.poll(() => read(row('Betaler ikke angivet'))).toContain('100.000 kr.');
    await expect.poll(() => read(row('Ydelse'))).toContain('144.000 kr.');
    const overview = await site.open('/');
    await overview.locator('.payers tfoot').waitFor();
    await expect.poll(() => read(overview.locator('.payers tfoot'))).toContain('162.000 kr.');
  });

  it.each(['light', 'dark'] as const)(
    'the page and its forms can be used by everyone, %s',
    async (scheme) => {
      const page = await site.open('/projekt/P1/plan', { scheme });
      for (const open of [null, 'Nyt skøn', 'Redigér risici']) {
        if (open) await button(page, open).click();
        await settled(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
        if (open) await button(page, 'Annullér').click();
      }
      expect(site.complaints).toEqual([]);
    },
  );
});
