import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, read, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

const focused = (page: Page) => read(page.locator(':focus'));

it('choosing an owner, and another, leaves the focus on the page’s heading', async () => {
  const page = await site.open('/mine-gevinster');
  await page.getByRole('link', { name: 'Bo Dahl' }).press('Enter');
  await expect.poll(() => focused(page)).toBe('Gevinster hos Bo Dahl');
  await page.getByRole('button', { name: 'Vælg en anden' }).press('Enter');
  await expect.poll(() => focused(page)).toBe('Mine gevinster');
});

it('bringing a card back leaves the focus on what can be done with it', async () => {
  const page = await site.open('/projekt/P2/gevinst/B2');
  await page.getByRole('button', { name: 'Arkivér' }).click();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel('Dit navn');
  if (await name.isVisible()) await name.fill('Anne Holm');
  await dialog.getByRole('button', { name: 'Arkivér' }).click();
  // What is behind the dialog takes no keys while it is there.
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.card-banner').getByRole('button', { name: 'Gendan' }).press('Enter');
  await page.locator('.card-banner').waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('Redigér');
});
