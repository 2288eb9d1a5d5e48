import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { approvePlans } from '../../fixtures/demo/approvedPlans.ts';
import { generateDemo } from '../../fixtures/demo/generate.ts';
import { businessCaseAnswer } from '../../server/answers/businessCase.ts';
import { projectPayersAnswer } from '../../server/answers/payers.ts';
import { planAnswer } from '../../server/answers/plan.ts';
import { portfolioAnswer } from '../../server/answers/portfolio.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { figureAt, type PublishedCases } from './figureAt.ts';

const TODAY = '2026-01-15';
const published: PublishedCases = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/golden/published.json'), 'utf8'),
);

const folder = mkdtempSync(join(tmpdir(), 'gevinst-golden-'));
let db: Db;
let loaded: Awaited<ReturnType<typeof loadPaths>>;

beforeAll(async () => {
  await generateDemo(join(folder, 'bundle'));
  db = await openWarehouse(join(folder, 'golden.db'), { create: true });
  loaded = await loadPaths(db, [join(folder, 'bundle')], { by: 'test' });
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

test('the demo is loaded as any user’s files are: every row kept, none refused', () => {
  expect(loaded.files).toHaveLength(13);
  expect(loaded.files.filter((f) => f.status !== 'loaded' || f.refused > 0 || f.duplicate > 0)).toEqual([]);
});

describe.each(published.cases)('$project until $until', ({ project, source, until, figures }) => {
  test.each(figures)(`$words (${published.sources[source]})`, async (expected) => {
    const found = figureAt(await businessCaseAnswer(db, project, TODAY, until), expected.figure);
    if ('published' in expected) {
      const value = Number(found) / (expected.per ?? 1);
      expect(Math.abs(value - expected.published), `${expected.figure} is ${found}`).toBeLessThanOrEqual(
        expected.precision,
      );
    } else {
      expect(String(found) >= expected.from && String(found) <= expected.to, `it is ${found}`).toBe(true);
    }
  });
});

describe('what is entered in Gevinst itself', () => {
  beforeAll(() => approvePlans(db, TODAY, { by: 'test', at: 1_768_435_200 }));

  test('Aalborg: scenario 0 3,225,000 − scenario 1 2,924,000 = 301,000 planned, and as much realised', async () => {
    const { versions } = await planAnswer(db, 'aalborg-tim', TODAY);
    expect(versions).toMatchObject([
      { version: 1, planned: { net: 301_000 }, total: { months: 12, net: 301_000, deviation: 0 } },
    ]);
  });

  test('Aalborg: the departments pay 25 %, the innovation pool 75 %', async () => {
    const { rows } = await projectPayersAnswer(db, 'aalborg-tim', TODAY);
    const shares = rows.flatMap((row) => (row.costs ? [[row.name, row.costShare]] : []));
    expect(Object.fromEntries(shares)).toEqual({ Afdelingerne: 0.25, Innovationspuljen: 0.75 });
  });

  test('Vejle: the plan’s 1,277,500 against 1,304,034 realised, with the deviation of 2019 explained', async () => {
    const { versions } = await planAnswer(db, 'vejle-skaermbesoeg', TODAY);
    expect(versions[0]).toMatchObject({ planned: { net: 1_277_500 }, total: { months: 48 } });
    expect(versions[0]?.total.net).toBeCloseTo(1_304_034, 0);
  });
});

describe('what the sources say without a figure', () => {
  test('Ballerup: 60 projects of a year save 7,300 hours in all (KL, Casekatalog 2019)', async () => {
    const { projects, totals } = await portfolioAnswer(db, { municipality: '0151' }, TODAY);
    expect(projects).toHaveLength(60);
    expect(totals.hours).toBe(7_300);
  });

  test('Ringkøbing-Skjern: hours from the transactions are 3,400, 8,000, 13,128 and 11,010', async () => {
    const { years } = await businessCaseAnswer(db, 'rksk-rpa', TODAY);
    expect(years.map((y) => y.hours)).toEqual([3_400, 8_000, 13_128, 11_010]);
  });

  test('Kerteminde: 62 × (27 + 38 − 8.6) × 400 − 352,000 = 1,046,720', async () => {
    const { totals } = await businessCaseAnswer(db, 'kerteminde-traeningsapp', TODAY);
    expect(totals.net).toBe(1_046_720);
  });

  test.each([
    ['vejle-skaermbesoeg', '2022-12'],
    ['kbh-iga', '2021-12'],
    ['rksk-rpa', '2022-12'],
    ['kerteminde-traeningsapp', '2021-12'],
  ])('%s runs to its last month with observations, %s', async (project, until) => {
    expect((await businessCaseAnswer(db, project, TODAY)).until).toBe(until);
  });

  test('no economy is published for Helsingør, so its gains are unknown and not zero', async () => {
    const { totals } = await businessCaseAnswer(db, 'helsingoer-planlaegning', TODAY);
    expect([totals.gains, totals.net, totals.roi]).toEqual([null, null, null]);
  });

  test('Lyngby-Taarbæk and Thisted reach their goals, Rudersdal and Helsingør are behind theirs', async () => {
    const { behindTarget, complete } = await portfolioAnswer(db, {}, TODAY);
    const behind = behindTarget.map((b) => b.project).filter((p) => !p.startsWith('ballerup'));
    expect(behind).toEqual(['rudersdal-bogfoering', 'helsingoer-planlaegning']);
    expect(complete).toBe(true);
  });
});
