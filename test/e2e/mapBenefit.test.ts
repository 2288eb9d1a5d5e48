import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, read, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

describe('a benefit on the map', () => {
  it('is added by its name with its arrow, renamed and set aside, without leaving the map', async () => {
    const page = await site.open('/projekt/P1/gevinstkort');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await button('Redigér kortet').click();
    await button('Tilføj gevinst').click();
    await page.locator('.map-panel input').first().fill('Mindre transporttid');
    await page.getByLabel('Med en pil fra').selectOption('P1');
    await button('Tilføj').click();
    const box = page.locator('[data-node=mindre-transporttid]').first();
    await expect.poll(() => read(box)).toContain('Mindre transporttid');
    await button('Luk').click();
    await box.click();
    await page.getByLabel('Gevinstens navn').fill('Kortere køretid');
    await button('Omdøb').click();
    await expect.poll(() => read(box)).toContain('Kortere køretid');
    await button('Arkivér').click();
    await button('Arkivér gevinsten').click();
    await box.waitFor({ state: 'detached' });
    expect(site.complaints).toEqual([]);
  });
});
