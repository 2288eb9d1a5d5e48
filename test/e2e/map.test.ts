import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { openSite, read, type Site, settled } from './site.ts';

const LINKS = `
  from;to
  P1;Robotten læser
  Robotten læser;B1
  B1;Mere tid til borgerne
  P2;Appen spørger
  Appen spørger;B2
  B2;Mere tid til borgerne`;
const MAP = '/projekt/P1/gevinstkort';

let site: Site;
beforeAll(async () => {
  site = await openSite({ ...EXAMPLE, links: LINKS });
});
afterAll(() => site.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const boxes = (page: Page) => page.locator('.map-canvas .map-name').allInnerTexts();
const arrows = (page: Page) => page.locator('.react-flow__edge').count();

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`);
}

describe('the benefit map', () => {
  it('shows solution, change, benefit and goal with figures and status, and reads well', async () => {
    const page = await site.open(MAP);
    await page.locator('.map-canvas .map-card').first().waitFor();
    await expect
      .poll(() => boxes(page))
      .toEqual([
        'Ansøgninger om helbredstillæg',
        'Robotten læser',
        'Kortere sagsbehandling',
        'Mere tid til borgerne',
      ]);
    const benefit = await read(page.locator('.map-canvas .map-card[data-kind="benefit"]'));
    expect(benefit).toContain('144 t.kr. i gevinst');
    expect(benefit).toContain('Går som ventet');
    await expect.poll(() => violations(page)).toEqual([]);
  });

  it('is a nested list on a narrow screen', async () => {
    const page = await site.open(MAP, { width: 390, height: 844 });
    await page.locator('.outline').waitFor();
    await expect
      .poll(() => page.locator('.outline ul ul ul ul .map-name').allInnerTexts())
      .toEqual(['Mere tid til borgerne']);
    await expect.poll(() => violations(page)).toEqual([]);
  });

  it('gets a goal and an arrow by keyboard alone; both can be undone, and are in the history', async () => {
    const page = await site.open(MAP);
    await button(page, 'Redigér kortet').press('Enter');
    await button(page, 'Tilføj strategisk mål').press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.map-panel').innerText()).toContain('Feltet skal udfyldes.');
    await page.keyboard.type('Kortere ventetid');
    await page.keyboard.press('Enter');
    await button(page, 'Kortere ventetid').waitFor();
    // An arrow is drawn once the boxes at its ends have been measured: three link the four boxes of the file.
    const before = 3;
    await expect.poll(() => arrows(page)).toBe(before);
    await button(page, 'Kortere sagsbehandling').press('Enter');
    await page.getByLabel('Forbind til').selectOption({ label: 'Strategisk mål: Kortere ventetid' });
    await button(page, 'Forbind').press('Enter');
    await expect.poll(() => arrows(page)).toBe(before + 1);
    await button(page, 'Fortryd').click();
    await expect.poll(() => arrows(page)).toBe(before);
    await button(page, 'Fortryd').click();
    await expect.poll(() => boxes(page)).not.toContain('Kortere ventetid');
    await page.locator('.map-history summary').click();
    await expect.poll(() => page.locator('.history > li').count()).toBe(4);
    await expect.poll(() => violations(page)).toEqual([]);
  });

  it('is not saved over what another has changed meanwhile', async () => {
    const page = await site.open(MAP);
    await button(page, 'Redigér kortet').click();
    const answer = await (await fetch(`${site.url}/api/projects/P1/map`)).json();
    const nodes = answer.nodes.filter((n: { text: boolean }) => n.text);
    const content = {
      revision: answer.revision,
      nodes: [...nodes, { node: 'En andens boks', kind: 'change' }].map(({ node, kind }) => ({ node, kind })),
      links: answer.links.map(({ from, to }: { from: string; to: string }) => ({ from, to })),
    };
    const saved = await fetch(`${site.url}/api/projects/P1/map`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Gevinst': '1' },
      body: JSON.stringify(content),
    });
    expect(saved.status).toBe(200);
    await button(page, 'Robotten læser').click();
    await button(page, 'Fjern fra kortet').click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('En anden har ændret det imens');
    await button(page, 'Hent det nye kort').click();
    await button(page, 'En andens boks').waitFor();
    await expect.poll(() => boxes(page)).toContain('Robotten læser');
  });
});

describe('the strategic goals', () => {
  it('say which benefits of how many projects carry each, and can be renamed for all of them', async () => {
    const page = await site.open('/maal');
    const goal = page.locator('.goal', { hasText: 'Mere tid til borgerne' });
    await expect.poll(() => read(goal)).toContain('2 gevinster fra 2 projekter');
    await expect.poll(() => violations(page)).toEqual([]);
    await button(page, 'Omdøb: Mere tid til borgerne').click();
    await page.getByLabel('Målet skal hedde').fill('Nærvær');
    await button(page, 'Omdøb').click();
    await page.getByRole('heading', { name: 'Nærvær' }).waitFor();
    await settled(page);
    await expect.poll(() => read(page.locator('.goal', { hasText: 'Nærvær' }))).toContain('fra 2 projekter');
  });
});
