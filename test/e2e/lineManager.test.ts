import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, read, type Site, settled } from './site.ts';

const FIVE_MINUTES = 5 * 60;
/** A person needs this long to find a field or a button and use it; typing takes longer than choosing. */
const SECONDS_TO_CLICK = 3;
const SECONDS_TO_TYPE = 8;

let site: Site;
let page: Page;
let seconds = 0;
beforeAll(async () => {
  site = await openSite(null);
  page = await site.open('/');
});
afterAll(() => site.close());

async function click(name: string, role: 'button' | 'link' = 'button'): Promise<void> {
  seconds += SECONDS_TO_CLICK;
  await page.getByRole(role, { name, exact: true }).first().click();
  await settled(page);
}

async function fill(label: string, text: string): Promise<void> {
  seconds += SECONDS_TO_TYPE;
  await page.getByLabel(label).first().fill(text);
}

async function choose(label: string, option: string): Promise<void> {
  seconds += SECONDS_TO_CLICK;
  await page.getByLabel(label).first().selectOption({ label: option });
}

async function tick(label: string): Promise<void> {
  seconds += SECONDS_TO_CLICK;
  await page.getByLabel(label).first().check();
}

async function add(kind: string, name: string): Promise<void> {
  await click(`Tilføj ${kind}`);
  seconds += SECONDS_TO_TYPE;
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name, exact: true }).waitFor();
}

async function connect(from: string, to: string): Promise<void> {
  await click(from);
  await choose('Forbind til', to);
  const arrows = await page.locator('.react-flow__edge').count();
  await click('Forbind');
  await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(arrows + 1);
}

describe('a line manager with an empty Gevinst', () => {
  it('makes a project', async () => {
    await click('Nyt projekt', 'link');
    await fill('Projektets navn', 'Helbredstillæg med robot');
    await choose('Kommune', 'Vejle');
    await fill('I drift fra', '2026-03-01');
    await fill('Dit navn', 'Åse Holm');
    await click('Opret projektet');
    await page.waitForURL('**/projekt/helbredstillaeg-med-robot');
    await settled(page);
    await expect.poll(() => read(page.locator('h1'))).toBe('Helbredstillæg med robot');
  });

  it('makes a benefit with a baseline and a target, and sees what it will be worth: 2.400 hours, 840.000 kr.', async () => {
    await click('Ny gevinst', 'link');
    await fill('Gevinsten', 'Kortere sagsbehandling');
    await tick('Hver sag tager kortere tid');
    await tick('Den frigør kapacitet');
    await fill('Hvad koster en time?', '350');
    await fill('Effektive timer pr. årsværk', '1.418');
    await fill('Antal sager før', '12.000');
    await fill('Minutter pr. sag før', '20');
    await fill('Fra hvilken dag', '2025-01-01');
    await fill('Senest', '2026-12-31');
    await fill('Sandsynligt', '8');
    await fill('Gevinstejer', 'Åse Holm');
    await expect.poll(() => read(page.locator('.result-panel'))).toContain('2.400 timer840.000 kr.');
    await click('Opret gevinsten');
    await page.waitForURL('**/gevinst/kortere-sagsbehandling');
    await settled(page);
    await expect.poll(() => read(page.locator('.card-figures'))).toContain('840.000 kr.');
  });

  it('draws the map from the solution to a strategic goal', async () => {
    await click('Gevinstkort', 'link');
    await click('Redigér kortet');
    await add('ændret praksis', 'Robotten læser ansøgningen');
    await add('strategisk mål', 'Mere tid til borgerne');
    await connect('Robotten læser ansøgningen', 'Gevinst: Kortere sagsbehandling');
    await connect('Kortere sagsbehandling', 'Strategisk mål: Mere tid til borgerne');
    await click('Færdig');
    const goals = await (await fetch(`${site.url}/api/goals`)).json();
    expect(goals.goals).toMatchObject([{ goal: 'Mere tid til borgerne', benefits: [{}] }]);
  });

  it('plans the follow-ups, and does the first', async () => {
    await click('Opfølgning', 'link');
    await click('Læg opfølgninger');
    await click('Læg dem');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await click('Følg op nu');
    await choose('Hvordan går det?', 'Følger planen');
    await fill('Værdi', '9');
    await tick('Gem også værdien som måling');
    await fill('Hvad ser du?', 'Robotten klarer de fleste sager');
    await click('Gem opfølgningen');
    await page.getByText('Opfølgningen på “Kortere sagsbehandling” er gemt.').first().waitFor();
  });

  it('prints the card on one page, with baseline, target and the follow-up', async () => {
    await page.getByRole('link', { name: 'Kortere sagsbehandling' }).first().click();
    await page.waitForURL('**/gevinst/kortere-sagsbehandling');
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    const card = await read(page.locator('main'));
    for (const part of ['20 minutter', '8 minutter', 'Robotten klarer de fleste sager', 'Åse Holm']) {
      expect(card).toContain(part);
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });
  });

  it('has used under five minutes, and nothing complained', () => {
    expect(seconds).toBeGreaterThan(100);
    expect(seconds).toBeLessThan(FIVE_MINUTES);
    expect(site.complaints).toEqual([]);
  });
});
