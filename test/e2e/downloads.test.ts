import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

async function saved(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

describe('the figure can be taken along', () => {
  it('as SVG, with its title, its lines and its words', async () => {
    const page = await site.open('/projekt/P1');
    const { name, content } = await saved(page, 'Hent SVG');
    expect(name).toBe('gevinst-P1.svg');
    const svg = content.toString('utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('Investeringskurve');
    expect(svg).toContain('Nettogevinst');
    expect(svg.match(/<path/g)?.length).toBeGreaterThan(2);
    expect(svg).not.toContain('var(--');
  });

  it('as PNG, twice as sharp as on the screen', async () => {
    const page = await site.open('/projekt/P1');
    const width = (await page.locator('.chart svg.recharts-surface').first().boundingBox())?.width ?? 0;
    const { name, content } = await saved(page, 'Hent PNG');
    expect(name).toBe('gevinst-P1.png');
    expect(content.subarray(1, 4).toString()).toBe('PNG');
    expect(width).toBeGreaterThan(600);
    expect(content.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * width);
  });

  it('the case sheet prints without the page’s controls', async () => {
    const page = await site.open('/projekt/P1');
    await page.emulateMedia({ media: 'print' });
    for (const control of ['.masthead', '.chart-choices', '.chart-downloads', '.until-choice']) {
      await expect.poll(() => page.locator(control).first().isVisible()).toBe(false);
    }
    await expect.poll(() => page.locator('h1').isVisible()).toBe(true);
  });

  it('the case sheet is two pages of A4, and how it was calculated begins on a third', async () => {
    const page = await site.open('/projekt/P1');
    await page.locator('.appendix').waitFor({ state: 'attached' });
    const pages = async () => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      return pdf.match(/\/Type\s*\/Page\b/g)?.length;
    };
    await expect.poll(() => pages()).toBeGreaterThan(2);
    await page.addStyleTag({ content: '.appendix { display: none !important }' });
    await expect.poll(() => pages()).toBe(2);
  });
});
