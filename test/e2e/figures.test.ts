import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Portfolio } from '../../server/contract/portfolio.ts';
import type { BusinessCase } from '../../server/contract/report.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { gevinst } from '../support/gevinst.ts';
import { danishNumber, figure, openSite, read, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(EXAMPLE);
});
afterAll(() => site.close());

const report = async <T>(...args: string[]): Promise<T> =>
  JSON.parse((await gevinst('report', ...args, '--json', '--db', site.database)).stdout) as T;

describe('from a folder of files to the number on the page', () => {
  it('P1: 144,000 gained − 112,000 paid = 32,000, ROI 28.6 %, 360 hours, paid back in May', async () => {
    const page = await site.open('/projekt/P1');
    await expect.poll(() => read(page.locator('h1'))).toBe('Ansøgninger om helbredstillæg');
    await expect.poll(() => read(page.locator('#result'))).toContain('28,6 %');
    await expect.poll(() => read(page.locator('#result'))).toContain('givet 32 t.kr. mere');
    await expect.poll(() => figure(page, 'Gevinst')).toMatch(/^144 t\.kr\./);
    await expect.poll(() => figure(page, 'Omkostninger')).toMatch(/^112 t\.kr\./);
    await expect.poll(() => figure(page, 'Frigjorte timer')).toMatch(/^360/);
    await expect.poll(() => figure(page, 'Tjent hjem')).toMatch(/^maj 2024/);
  });

  it('the portfolio: 144,000 − 162,000 = −18,000, ROI −11.1 %, one of one judged project paid back', async () => {
    const page = await site.open('/');
    await expect.poll(() => figure(page, 'Nettogevinst')).toBe('−18 t.kr.');
    await expect.poll(() => figure(page, 'Omkostninger')).toBe('162 t.kr.');
    await expect.poll(() => figure(page, 'Afkast \\(ROI\\)')).toContain('−11,1 %');
    await expect.poll(() => figure(page, 'Frigjorte timer')).toMatch(/^360/);
    await expect.poll(() => figure(page, 'Tjent hjem')).toContain('1 af 1');
    await expect.poll(() => figure(page, 'Gevinst')).toContain('144 t.kr. frigjort kapacitet');
  });

  it('a gain that is not in kroner says so, and is never zero', async () => {
    const page = await site.open('/projekt/P2');
    const gains = await figure(page, 'Gevinst');
    expect(gains).toMatch(/ikke.* i kroner/);
    expect(gains).not.toMatch(/\d/);
  });

  it('a benefit behind its target and a follow-up that is overdue are on the overview', async () => {
    const page = await site.open('/');
    const attention = await read(page.locator('.attention'));
    expect(attention).toContain('70 %, mål 80 % senest 30. jun. 2024');
    expect(attention).toContain('Skulle være fulgt op 1. jul. 2024');
  });
});

describe('the table view holds the numbers of the report', () => {
  it.each([
    ['/projekt/P1?view=table', ['P1']],
    ['/?view=table', []],
  ])('%s: costs, gains and net of each month, to the krone', async (path, args) => {
    const { months } = await report<BusinessCase | Portfolio>(...args);
    const page = await site.open(path);
    const rows = await page.locator('.chart tbody tr').all();
    const shown = await Promise.all(
      rows.map(async (row) => {
        const cells = await Promise.all((await row.locator('td').all()).map(read));
        return cells.slice(0, 3).map(danishNumber);
      }),
    );
    expect(months.length).toBeGreaterThan(5);
    expect(shown).toEqual(
      months.map((m) => [m.cumulativeCosts, m.cumulativeGains, m.cumulativeNet].map(Math.round)),
    );
  });

  it('by year, the year’s end', async () => {
    const page = await site.open('/projekt/P1?view=table&by=year');
    await expect.poll(() => page.locator('.chart tbody tr').count()).toBe(1);
    await expect
      .poll(() => read(page.locator('.chart tbody tr')))
      .toBe('2024112.000 kr.144.000 kr.32.000 kr.målt');
  });
});

describe('a figure can be opened', () => {
  it('to its formula, its measurements with value, period and source, and the rate in force', async () => {
    const page = await site.open('/projekt/P1');
    await page.getByText('Sådan er det beregnet').first().click();
    await page.locator('details[open]').getByText('Tidsstudie').first().waitFor();
    const text = await read(page.locator('details[open]'));
    expect(text).toContain('3.600');
    expect(text).toContain('10 minutter');
    expect(text).toContain('4 minutter');
    expect(text).toContain('Tidsstudie');
    expect(text).toContain('400 kr. pr. time');
    expect(text).toContain('144.000 kr.');
  });
});
