import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, read, type Site, settled } from './site.ts';

const MINE = '/mine-gevinster?owner=Bo%20Dahl';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Days before today in Denmark, as the date field takes them. */
function daysAgo(days: number): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });
  return format.format(Date.now() - days * 86_400_000);
}

describe('an owner', () => {
  it('chooses a name once, and sees what is overdue first', async () => {
    const page = await site.open('/mine-gevinster');
    await page.getByRole('link', { name: 'Bo Dahl' }).click();
    await settled(page);
    await expect.poll(() => read(page.locator('.followed-group').first())).toContain('Skulle være fulgt op');
    await page.goto(`${site.url}/mine-gevinster`);
    await settled(page);
    await expect.poll(() => read(page.locator('h1'))).toBe('Gevinster hos Bo Dahl');
    await button(page, 'Vælg en anden').click();
    await page.getByRole('heading', { name: 'Hvem er du?' }).waitFor();
  });

  it('is told what is wrong beside the field, with the focus there, and nothing typed is lost', async () => {
    const page = await site.open(MINE);
    await button(page, 'Følg op').click();
    await page.getByLabel(/^Værdi/).fill('1.5');
    await page.getByLabel('Dato').fill(daysAgo(-2));
    await button(page, 'Gem opfølgningen').click();
    await page.getByText('Vælg, hvordan det går.').first().waitFor();
    await expect.poll(() => read(page.locator('.followup-form'))).toContain('Dagen ligger i fremtiden.');
    await expect.poll(() => page.getByLabel(/^Værdi/).inputValue()).toBe('1.5');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
      .toBe('true');
  });

  it('follows up right there: a status, a value, a sentence and a date', async () => {
    const page = await site.open(MINE);
    await button(page, 'Følg op').click();
    await page.getByLabel('Hvordan går det?').selectOption('partly');
    await page.getByLabel(/^Værdi/).fill('72,5');
    await page.getByLabel('Gem også værdien som måling').check();
    await page.getByLabel('Hvad ser du?').fill('De fleste er glade');
    await page.getByLabel('Hvorfor går det anderledes').fill('Et distrikt mangler');
    await page.getByLabel('Dato').fill(daysAgo(1));
    await button(page, 'Gem opfølgningen').click();
    await page.getByText('Opfølgningen på “Flere tilfredse borgere” er gemt.').first().waitFor();
    const benefit = page.locator('.followed');
    await expect.poll(() => read(benefit)).toContain('Delvist realiseret');
    await expect.poll(() => read(benefit)).toContain('72,5 %');
    await expect.poll(() => read(benefit)).toContain('Et distrikt mangler');
  });
});

describe('a project', () => {
  it('gets follow-ups three, six and twelve months after go-live; one is moved, one removed', async () => {
    const page = await site.open('/projekt/P2/opfoelgning');
    await button(page, 'Læg opfølgninger').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Læg dem' }).click();
    await dialog.getByText('Vælg en dag mellem 1970 og 2100.').first().waitFor();
    await dialog.getByLabel('Hvornår er løsningen gået i drift?').fill(daysAgo(10));
    await dialog.getByText('Der bliver lagt 3 opfølgninger.').first().waitFor();
    await dialog.getByRole('button', { name: 'Læg dem' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.followed summary').click();
    const rows = page.locator('.followups tbody tr');
    await expect.poll(() => rows.count()).toBe(4);
    await rows.last().getByRole('button', { name: /Fjern/ }).click();
    await dialog.getByRole('button', { name: 'Fjern opfølgningen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => rows.count()).toBe(3);
    await rows.last().getByRole('button', { name: /Flyt/ }).click();
    await dialog.getByLabel('Skal ske senest').fill('2099-12-31');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => read(rows.last())).toContain('31. dec. 2099');
  });

  it('closes a benefit that is concluded on, and reopens it', async () => {
    const page = await site.open('/projekt/P2/opfoelgning');
    await page.locator('.followed summary').click();
    await button(page, 'Afslut opfølgningen').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Afslut', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Følges ikke længere').first().waitFor();
    await button(page, 'Genåbn').click();
    await button(page, 'Afslut opfølgningen').waitFor();
  });

  it('has a realisation report that says whether it is final, and counts what came of the benefits', async () => {
    const page = await site.open('/projekt/P2/rapport');
    await expect.poll(() => read(page.locator('.realisation'))).toContain('Foreløbig');
    await expect
      .poll(() => read(page.locator('.lead')))
      .toContain('0 af 1 gevinst er realiseret. 1 er delvist realiseret.');
    const final = await site.open('/projekt/P1/rapport');
    await expect
      .poll(() => read(final.locator('.realisation')))
      .toContain('fra 1. jan. 2024 til 1. jan. 2025');
  });
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it.each([MINE, '/projekt/P2/opfoelgning', '/projekt/P1/rapport'])(
    '%s has nothing for axe at 1440 and at 390, and fits the window',
    async (address) => {
      const page = await site.open(address, { scheme });
      for (const summary of await page.locator('.followed summary').all()) await summary.click();
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((v) => `${width} ${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual(
          [],
        );
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect({ width, overflow }).toEqual({ width, overflow: 0 });
      }
    },
  );
});
