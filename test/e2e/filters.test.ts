import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { figure, openSite, read, type Site, settled } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

const query = (address: string) => Object.fromEntries(new URL(address).searchParams);

it('a filter is in the address, and the back button takes it away again', async () => {
  const page = await site.open('/');
  await page.getByLabel('Teknologi').selectOption('RPA');
  await page.waitForURL(/technology=RPA/);
  await settled(page);
  await expect.poll(() => figure(page, 'Omkostninger')).toBe('112 t.kr.');
  await page.goBack();
  await settled(page);
  await expect.poll(() => figure(page, 'Omkostninger')).toBe('162 t.kr.');
  await expect.poll(() => page.getByLabel('Teknologi').inputValue()).toBe('');
});

it('a link with filters shows the same page to another', async () => {
  const page = await site.open('/?technology=App&until=2024-03');
  await expect.poll(() => page.getByLabel('Teknologi').inputValue()).toBe('App');
  await expect.poll(() => page.getByLabel('Til og med').inputValue()).toBe('2024-03');
  await expect.poll(() => page.locator('.ranking li').count()).toBe(1);
  await expect.poll(() => read(page.locator('.eyebrow'))).toContain('mar. 2024');
});

it('every choice says how many projects have it', async () => {
  const page = await site.open('/');
  const choices = await page.getByLabel('Kommune').locator('option').allTextContents();
  expect(choices).toEqual(['Alle', 'Vejle (1)', 'Aarhus (1)']);
});

it('filters are cleared at once, and the ranking chosen is kept', async () => {
  const page = await site.open('/?technology=RPA&from=2024-02&rank=hours');
  await page.getByRole('button', { name: 'Ryd filtre' }).click();
  await page.waitForURL((address) => !address.search.includes('technology'));
  expect(query(page.url())).toEqual({ rank: 'hours' });
});

it('the first month that can be chosen stays the first there is, whatever is chosen', async () => {
  const page = await site.open('/?from=2024-04');
  const months = await page
    .getByLabel('Fra og med')
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(months).toContain('2024-01');
});

it('filters that no project passes say so, and can be cleared', async () => {
  const page = await site.open('/?technology=App&municipality=0630');
  await expect.poll(() => page.getByText('Ingen projekter passer til filtrene').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Ryd filtre' }).click();
  await expect.poll(() => page.locator('.ranking li').count()).toBe(2);
});

it('a value in the address that is no value is left out, and the page still shows', async () => {
  const page = await site.open('/?until=sommer&stage=nonsense');
  await expect.poll(() => figure(page, 'Omkostninger')).toBe('162 t.kr.');
});

it('a code that looks like a number is a code', async () => {
  const page = await site.open('/?department=1042');
  await expect.poll(() => page.getByLabel('Afdeling').inputValue()).toBe('1042');
  await expect.poll(() => page.getByText('Ingen projekter passer til filtrene').isVisible()).toBe(true);
});

it('a period that ends before it begins can be put right on the page', async () => {
  const page = await site.open('/?from=2024-05&until=2024-02');
  await page.getByLabel('Fra og med').selectOption('');
  await settled(page);
  await expect.poll(() => read(page.locator('.eyebrow'))).toContain('feb. 2024');
});

it('the ranking is by what is chosen', async () => {
  const page = await site.open('/');
  await expect.poll(() => read(page.locator('.ranking li a').first())).toBe('Ansøgninger om helbredstillæg');
  await page.getByText('Timer', { exact: true }).first().click();
  await page.waitForURL(/rank=hours/);
  await expect.poll(() => read(page.locator('.ranking li').first())).toContain('360');
});
