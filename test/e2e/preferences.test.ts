import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, read, type Site, settled } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

it('is in Danish first, and in English when chosen, which is remembered', async () => {
  const page = await site.open('/');
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('da');
  await page.getByText('English', { exact: true }).first().click();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  await expect.poll(() => read(page.locator('.eyebrow'))).toContain('Jun 2024');
  await page.reload();
  await settled(page);
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  await expect.poll(() => page.title()).not.toContain('Overblik');
});

it('is dark when the machine is, and light when that is chosen', async () => {
  const page = await site.open('/', { scheme: 'dark' });
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  await expect.poll(() => scheme()).toBe('dark');
  await page.getByText('Lys', { exact: true }).first().click();
  await expect.poll(scheme).toBe('light');
  await page.reload();
  await settled(page);
  await expect.poll(() => scheme()).toBe('light');
});

it('has its colours before anything is drawn', async () => {
  const page = await site.open('/', { scheme: 'dark' });
  await page.route('**/*.js', (route) =>
    route.request().url().includes('/assets/') ? route.abort() : route.continue(),
  );
  await page.reload({ waitUntil: 'domcontentloaded' });
  await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
});
