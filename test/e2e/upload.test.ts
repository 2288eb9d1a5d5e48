import { readFileSync, writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder } from '../support/gevinst.ts';
import { figure, openSite, read, type Site, settled } from './site.ts';

const HEADER = 'project;from;per;amount_kr;category;basis';
const folder = tempFolder();
const FILES = {
  costs: file('costs.csv', [
    HEADER,
    'P2;2024-03;once;1.000,00;training;actual',
    'P9;2024-03;once;5;training;actual',
  ]),
  more: file('costs-2.csv', [HEADER, 'P2;2024-05;once;2.000,00;training;actual']),
  jobs: file('jobs.csv', [
    'Process,State,Hostname,Started (absolute),Ended (absolute)',
    'Løn,Successful,vm,2026-02-10 08:00:00,2026-02-10 08:05:00',
    'Løn,Running,vm,2026-02-11 08:00:00,',
  ]),
  unknown: file('hvad.csv', ['a;b', '1;2']),
  own: file('sager.csv', [
    'Løbenr;Færdig kl.;Hvordan gik det;Proces',
    '4711-1;31-01-2026 08:15;ok;R1',
    '4711-2;31-01-2026 08:16;bøvl;R1',
    '4711-3;31-01-2026 08:17;ok;R1',
  ]),
  mapping: file('gemt.yaml', [
    'table: runs',
    'statuses: { ok: success, bøvl: skip }',
    'columns: { robot: { column: Proces }, transaction: { column: Løbenr }, ended: { column: Færdig kl. }, status: { column: Hvordan gik det } }',
  ]),
};

function file(name: string, lines: string[]): string {
  const path = `${folder.path}/${name}`;
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(async () => {
  await site.close();
  folder.remove();
});

/** Chooses files as the system's own dialog would, and waits until they have been looked through. */
async function choose(page: Page, ...paths: string[]): Promise<void> {
  await page.setInputFiles('input[multiple]', paths);
  await reviewed(page);
}

async function reviewed(page: Page): Promise<void> {
  await page.locator('.reviewed[aria-busy="false"]').waitFor();
  await settled(page);
}

const lead = (page: Page) => read(page.locator('.upload-lead'));
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const loads = (page: Page) => page.locator('tr.load').count();

describe('files in the browser', () => {
  it('are shown for what they are before anything is written, and are in the figures once loaded', async () => {
    const page = await site.open('/data');
    const before = await loads(page);
    await choose(page, FILES.costs);
    await expect.poll(() => lead(page)).toBe('1 række bliver optaget. 1 bliver afvist.');
    await page.locator('.outcome summary').click();
    await expect.poll(() => read(page.locator('.outcome .refusals tbody'))).toContain('3projectP9');
    await expect.poll(() => loads(page)).toBe(before);
    await button(page, 'Indlæs 1 række').click();
    await page.getByText('1 række er optaget.').first().waitFor();
    await expect.poll(() => loads(page)).toBe(before + 1);
    await page
      .getByRole('button', { name: 'Se tallene' })
      .or(page.getByRole('link', { name: 'Se tallene' }))
      .click();
    await settled(page);
    await expect.poll(() => figure(page, 'Omkostninger')).toContain('51');
  });

  it('can be dropped anywhere on the page', async () => {
    const page = await site.open('/data');
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      const text = 'project;from;per;amount_kr;category;basis\nP2;2024-06;once;1;training;actual\n';
      transfer.items.add(new File([text], 'costs.csv'));
      return transfer;
    });
    await page.dispatchEvent('h1', 'dragenter', { dataTransfer: data });
    await page.locator('.drop-here').waitFor();
    await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
    await reviewed(page);
    await expect.poll(() => lead(page)).toContain('1 række bliver optaget.');
    await button(page, 'Annullér').click();
    await page.locator('.dropzone').waitFor();
  });

  it('say what they are when asked, and queues get robots when ticked', async () => {
    const page = await site.open('/data');
    await choose(page, FILES.jobs, FILES.unknown);
    await expect
      .poll(() => lead(page))
      .toBe('Ingen rækker bliver optaget. 1 bliver afvist. 1 fil kan ikke læses.');
    await expect.poll(() => read(page.locator('.queues'))).toContain('Løn 1 række');
    await expect.poll(() => read(page.locator('.outcome'))).toContain('1 ikke afsluttet endnu');
    await expect.poll(() => button(page, 'Ingen nye rækker at indlæse').isDisabled()).toBe(true);
    await page.getByLabel('Opret robotter for dem').check();
    await page.getByText('1 række bliver optaget.').first().waitFor();
    await page.getByLabel('Hvad er hvad.csv?').selectOption('costs');
    await button(page, 'Se igennem').click();
    await page.locator('.outcome-file', { hasText: 'hvad.csv' }).getByText('Omkostninger').first().waitFor();
    await button(page, 'Annullér').click();
  });

  it('with columns of their own are read once it is said what the columns are, and the mapping can be kept', async () => {
    const page = await site.open('/data');
    await choose(page, FILES.own);
    await button(page, 'Sæt kolonnerne sammen …').click();
    const form = page.locator('.mapping-form');
    await form.getByLabel('Transaktion').waitFor();
    await expect.poll(() => form.getByLabel('Transaktion').inputValue()).toBe('column:Løbenr');
    await form.getByLabel('Robot eller kø').selectOption('column:Proces');
    await form.getByRole('button', { name: 'Se igennem' }).click();
    await expect.poll(() => read(form)).toContain('Vælg, hvad ordet betyder.');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
      .toBe('true');
    await form.getByLabel('bøvl').selectOption('skip');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      form.getByRole('button', { name: 'Hent opsætningen' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('sager.yaml');
    expect(readFileSync(await download.path(), 'utf8')).toContain('"bøvl": skip');
    await expectClean(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await form.getByRole('button', { name: 'Se igennem' }).click();
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => lead(page)).toContain('2 rækker bliver optaget.');
    await expect.poll(() => read(page.locator('.outcome'))).toContain('De er læst som dansk tid.');
    await expect.poll(() => read(page.locator('.outcome'))).toContain('1 udeladt efter deres status');
    await button(page, 'Annullér').click();
  });

  it('are read by a mapping that was kept, and it is told when the mapping says nothing that can be read', async () => {
    const page = await site.open('/data');
    await choose(page, FILES.own);
    await page.setInputFiles('input[data-kind="mapping"]', FILES.unknown);
    await page.getByText('Opsætningen kan ikke bruges').first().waitFor();
    await page.setInputFiles('input[data-kind="mapping"]', FILES.mapping);
    await expect.poll(() => lead(page)).toContain('2 rækker bliver optaget.');
    await button(page, 'Annullér').click();
  });

  it('whose times have no offset are read in the time zone that is chosen', async () => {
    const page = await site.open('/data');
    await choose(page, FILES.jobs);
    await expect.poll(() => read(page.locator('.outcome'))).toContain('De er læst som dansk tid.');
    await page.getByText('Skift tidszone').first().click();
    await page.getByLabel('Tidszone', { exact: true }).selectOption('other');
    await page.getByLabel('Tidszonens navn').fill('Mars/Base');
    await page.locator('.file-zone').getByRole('button', { name: 'Se igennem' }).click();
    await page.getByText('Skriv et navn som Europe/London eller UTC.').first().waitFor();
    await page.getByLabel('Tidszonens navn').fill('America/Nuuk');
    await page.locator('.file-zone').getByRole('button', { name: 'Se igennem' }).click();
    await expect
      .poll(() => read(page.locator('.outcome')))
      .toContain('De er læst som grønlandsk tid (Nuuk).');
    await button(page, 'Annullér').click();
  });

  it('are found again when the page is opened anew', async () => {
    const page = await site.open('/data');
    await choose(page, FILES.costs);
    await page.reload();
    await reviewed(page);
    await expect.poll(() => lead(page)).toContain('er der i forvejen');
    await button(page, 'Annullér').click();
  });

  it('can be chosen and loaded by keyboard, and a screen reader is told how it goes', async () => {
    const page = await site.open('/data');
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Vælg filer').press('Enter');
    const chooser = await choosing;
    await chooser.setFiles(FILES.more);
    await reviewed(page);
    await expect.poll(() => read(page.locator('.upload [role="status"]'))).toBe('Filerne er set igennem');
    await button(page, 'Indlæs 1 række').press('Enter');
    await expect.poll(() => read(page.locator('.upload [role="status"]'))).toBe('Indlæst');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.upload') !== null))
      .toBe(true);
  });

  it('that the server has forgotten are told of, not lost in silence', async () => {
    const page = await site.open('/data');
    await choose(page, FILES.jobs);
    const upload = await page.evaluate(() => sessionStorage.getItem('gevinst-upload'));
    await fetch(`${site.url}/api/uploads/${upload}`, { method: 'DELETE', headers: { 'X-Gevinst': '1' } });
    await page.getByLabel('Opret robotter for dem').check();
    await page.getByText('Filerne er ikke længere på serveren').first().waitFor();
  });
});

describe('a load', () => {
  it('has its refused rows as a file', async () => {
    const page = await site.open('/data');
    await page.locator('tr.load', { hasText: 'costs.csv' }).first().getByRole('button').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hent de afviste rækker som CSV' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(
      'linje;kolonne;værdi;årsag;kode\r\n3;project;P9;',
    );
  });

  it('is undone once it is said what leaves; Escape keeps it', async () => {
    const page = await site.open('/data');
    const row = page.locator('tr.load', { hasText: 'costs-2.csv' });
    await row.getByRole('button').click();
    await button(page, 'Fortryd indlæsningen …').click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => read(dialog)).toContain('1 række fra costs-2.csv (Omkostninger) tages ud igen.');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(() => button(page, 'Fortryd indlæsningen …').evaluate((e) => e === document.activeElement))
      .toBe(true);
    await button(page, 'Fortryd indlæsningen …').click();
    await dialog.getByRole('button', { name: 'Fortryd indlæsningen' }).click();
    await dialog.getByText('1 række er taget ud.').first().waitFor();
    await dialog.getByRole('button', { name: 'Luk' }).click();
    await expect.poll(() => read(row)).toContain('Fortrudt');
    await expect.poll(() => read(page.locator('.load-detail'))).toMatch(/Fortrudt .* af \w+/);
  });
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it('a preview and its dialog have nothing for axe at 1440 and at 390, and fit the window', async () => {
    const page = await site.open('/data', { scheme });
    await choose(page, FILES.costs, FILES.jobs, FILES.unknown);
    for (const summary of await page.locator('.outcome summary').all()) await summary.click();
    await expectClean(page);
    await button(page, 'Annullér').click();
    await page.locator('tr.load', { hasText: 'runs.csv' }).getByRole('button').click();
    await button(page, 'Fortryd indlæsningen …').click();
    await expectClean(page);
  });
});

async function expectClean(page: Page): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map((v) => `${width} ${v.id}: ${v.nodes.map((node) => node.html).join(' | ')}`),
    ).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ width, overflow }).toEqual({ width, overflow: 0 });
  }
}

it('no script fails, and the security policy is kept', () => {
  expect(site.complaints.filter((text) => !/404 \(Not Found\)|422 \(Unprocessable/.test(text))).toEqual([]);
});
