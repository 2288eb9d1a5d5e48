import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, read, type Site, settled } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

describe('from an empty project to a benefit', () => {
  it('a project is made, then a benefit; the result is shown as one types, and what is wrong beside its field', async () => {
    const page = await site.open('/nyt-projekt');
    await page.getByLabel('Projektets navn').fill('Byggesager');
    await page.getByLabel('Kommune').selectOption('0630');
    await page.getByRole('button', { name: 'Opret projektet' }).click();
    await page.getByRole('link', { name: 'Ny gevinst' }).click();
    const save = page.getByRole('button', { name: 'Opret gevinsten' });
    await page.getByLabel('Gevinsten').first().fill('Kortere sagsbehandling');
    await page.check('input[value=per_item]');
    await page.getByLabel('Den frigør kapacitet').check();
    await page.getByLabel('Antal sager før').fill('12.000');
    await page.getByLabel('Minutter pr. sag før').fill('10');
    await page.locator('[data-field="inputs.minutes.baseline.from"] input').fill('2026-01-01');
    await page.locator('[data-field="targets.0.due"] input').fill('2026-12-31');
    const likely = page.locator('[data-field="targets.0.likely"] input');
    await likely.fill('14');
    await save.click();
    await expect
      .poll(() => read(page.locator('[data-field="targets.0.likely"]')))
      .toContain('Målet er ringere');
    await expect.poll(() => likely.evaluate((field) => field === document.activeElement)).toBe(true);
    await likely.fill('4');
    await expect.poll(() => read(page.locator('.result-panel'))).toContain('1.200 timer480.000 kr.');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await save.click();
    await page.waitForURL('**/projekt/byggesager/gevinst/kortere-sagsbehandling');
    await settled(page);
    await expect
      .poll(() => read(page.locator('.card-figures')))
      .toContain('Forventet om året1.200 timer480.000 kr.');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  it('two editors do not overwrite each other: the second is told, keeps what was typed, and can insist', async () => {
    const path = '/projekt/P1/gevinst/B1';
    const page = await site.open(path);
    await page.getByRole('button', { name: 'Redigér' }).first().click();
    await page.getByLabel('Hvem måler?').fill('Bo Dahl');
    const other = await page.context().newPage();
    await other.goto(site.url + path);
    await other.getByRole('button', { name: 'Redigér' }).first().click();
    await other.getByLabel('Hvem måler?').fill('Cilla Krogh');
    await other.getByRole('button', { name: 'Gem gevinsten' }).click();
    await other.locator('.history li').first().waitFor();
    await page.getByRole('button', { name: 'Gem gevinsten' }).click();
    await page.getByRole('alert').waitFor();
    await expect.poll(() => read(page.getByRole('alert'))).toContain('En anden har ændret det imens');
    await expect.poll(() => page.getByLabel('Hvem måler?').inputValue()).toBe('Bo Dahl');
    await page.getByRole('button', { name: 'Gem min udgave oven i den nye' }).click();
    await page.locator('.card-sheet').waitFor();
    await expect.poll(() => read(page.locator('.card-sheet'))).toContain('Bo Dahl');
    await expect.poll(() => read(page.locator('.history li').first())).toContain('Cilla Krogh → Bo Dahl');
    // The browser itself notes the refusal.
    site.complaints.length = 0;
  });

  it('is set aside after a question, and comes back', async () => {
    const page = await site.open('/projekt/P2/gevinst/B2');
    await page.getByRole('button', { name: 'Arkivér' }).click();
    await page.getByRole('button', { name: 'Arkivér gevinsten' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.card-banner').waitFor();
    await page.getByRole('button', { name: 'Gendan' }).click();
    await page.locator('.card-banner').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.history > li').count()).toBe(2);
    // On a busy machine the benefit's explanation can be asked for once more before it has left the page.
    expect(site.complaints.filter((text) => !text.includes('404 (Not Found)'))).toEqual([]);
  });
});
