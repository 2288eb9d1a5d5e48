import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, read, type Site, settled } from './site.ts';

const CARD = '/projekt/P1/gevinst/B1';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

it('a measurement that is removed on the card is in its history, and is brought back from there', async () => {
  const page = await site.open(CARD);
  const rows = page.locator('.series tbody tr');
  await expect.poll(() => rows.count()).toBe(2);
  await button(page, 'Fjern: Efter, fra 1. jan. 2024').click();
  await button(page, 'Fjern målingen').click();
  await expect.poll(() => rows.count()).toBe(1);
  const last = page.locator('.card-history li').first();
  await expect.poll(() => read(last)).toContain('Måling efter, fra 1. jan. 2024: 4 minutter');
  await settled(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await button(page, 'Hent tilbage').click();
  await button(page, 'Gå tilbage').click();
  await expect.poll(() => rows.count()).toBe(2);
  await expect.poll(() => read(last)).toContain('gik tilbage til det, der stod før');
});

it('the measurement page and the follow-up page have the history of theirs', async () => {
  const measuring = await site.open('/projekt/P1/maalinger');
  await expect
    .poll(() => read(measuring.locator('.card-history')))
    .toContain('Måling efter, fra 1. jan. 2024: 4 minutter');
  const followup = await site.open('/projekt/P1/opfoelgning');
  await expect.poll(() => read(followup.locator('.card-history'))).toContain('Der er ikke ændret noget');
});

it('the owner’s address follows the owner once the field is left, and says so', async () => {
  const page = await site.open(CARD);
  await button(page, 'Redigér').first().click();
  const owner = page.getByLabel('Gevinstejer');
  const email = page.getByLabel('Ejerens e-mail');
  await email.fill('anne@vejle.dk');
  await button(page, 'Gem gevinsten').click();
  await page.locator('.card-history').waitFor();
  await button(page, 'Redigér').first().click();
  await owner.fill('Bo Dahl');
  await expect.poll(() => email.inputValue()).toBe('anne@vejle.dk');
  await email.focus();
  await expect.poll(() => email.inputValue()).toBe('');
  await expect
    .poll(() => read(page.locator('[data-field="ownerEmail"]')))
    .toContain('Fjernet: den hørte til den tidligere ejer.');
  await owner.fill('Anne Holm');
  await email.focus();
  await expect.poll(() => email.inputValue()).toBe('anne@vejle.dk');
});
