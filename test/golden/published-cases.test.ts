import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { generateDemo } from '../../fixtures/demo/generate.ts';
import { businessCaseAnswer } from '../../server/answers/businessCase.ts';
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
