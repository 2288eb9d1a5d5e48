import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, read, type Site, settled } from './site.ts';

describe('a warehouse with figures', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({
      ...EXAMPLE,
      costs: `${EXAMPLE.costs}\n    P9;2024-01;;once;10;licences;actual;`,
    });
  });
  afterAll(() => site.close());

  it('an address that is no page says so, and leads back', async () => {
    const page = await site.open('/findes-ikke');
    await expect.poll(() => read(page.locator('h1'))).toBe('Siden findes ikke');
    await page.locator('main a').click();
    await page.waitForURL((address) => address.pathname === '/');
  });

  it('a project that is not there is named', async () => {
    const page = await site.open('/projekt/findes-ikke');
    await expect.poll(() => read(page.locator('main'))).toContain('findes-ikke');
    await expect.poll(() => page.locator('h1').count()).toBe(1);
  });

  it('when the server cannot be reached the page says so, and tries again when asked', async () => {
    const page = await site.open('/data');
    let down = true;
    await page.route('**/api/**', (route) => (down ? route.abort() : route.continue()));
    await page.getByRole('link', { name: 'Overblik', exact: true }).click();
    await page.locator('[role="alert"]').waitFor();
    await expect.poll(() => read(page.locator('[role="alert"]'))).toContain('ingen forbindelse');
    down = false;
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await page.locator('.ranking').waitFor();
  });

  it('a refused row is shown with its line, column, what stood there and what was expected', async () => {
    const page = await site.open('/data');
    const row = page.locator('tr.load', { hasText: 'costs.csv' });
    await row.getByRole('button').click();
    await settled(page);
    const detail = await read(page.locator('.load-detail'));
    expect(detail).toContain('5');
    expect(detail).toContain('project');
    expect(detail).toContain('P9');
    expect(page.url()).toContain('load=');
  });

  it('every loaded file is there with rows read and kept', async () => {
    const page = await site.open('/data');
    const runs = await page.locator('tr.load', { hasText: 'runs.csv' }).locator('td').allTextContents();
    expect(runs.slice(1, 5)).toEqual(['3.636', '3.636', '0', '0']);
    await expect.poll(() => page.locator('tr.load').count()).toBe(Object.keys(EXAMPLE).length);
  });
});

describe('an empty warehouse', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(null);
  });
  afterAll(() => site.close());

  it('says on the overview what to do', async () => {
    const page = await site.open('/');
    await expect.poll(() => read(page.locator('h1'))).toBe('Der er ingen data endnu');
    await expect.poll(() => read(page.locator('main'))).toContain('gevinst load');
  });

  it('says on the page of loads how to make the first', async () => {
    const page = await site.open('/data');
    await expect.poll(() => read(page.locator('main'))).toContain('gevinst load');
  });
});
