import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { businessCaseAnswer } from '../../server/answers/businessCase.ts';
import type { BusinessCase } from '../../server/contract/report.ts';
import { dayNumber } from '../../server/domain/calendar.ts';
import { engines } from '../support/databases.ts';
import { dayByDay, type Sum } from '../support/dayByDay.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';
import { randomBundle } from '../support/randomBundle.ts';

const UNTIL = '2025-06';
const PROJECTS = 6;
const total = (sums: readonly Sum[], of: (sum: Sum) => number | null) =>
  sums.reduce((all, sum) => all + Number(of(sum) ?? 0), 0);

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let independent: Awaited<ReturnType<typeof dayByDay>>;
  const reports: BusinessCase[] = [];

  beforeAll(async () => {
    warehouse = await open();
    const bundle = writeBundle(folder.path, randomBundle(20_260_115, PROJECTS));
    const { files } = await loadPaths(warehouse.db, [bundle], { by: 'test' });
    expect(files.filter((f) => f.refused > 0 || f.status !== 'loaded')).toEqual([]);
    independent = await dayByDay(warehouse.db, dayNumber('2021-12-01'), dayNumber('2026-12-31'));
    for (let p = 0; p < PROJECTS; p++) {
      reports.push(await businessCaseAnswer(warehouse.db, `P${p}`, '2026-11-21', UNTIL));
    }
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  test('each benefit’s hours and kroner are what SQL makes of the raw rows day by day', () => {
    for (const { project, benefits } of reports) {
      for (const benefit of benefits) {
        const own = independent.gains.filter((s) => s.code === benefit.benefit && s.month <= UNTIL);
        const hours = total(own, (s) => s.hours);
        expect(Math.abs((benefit.hours ?? 0) - hours), `hours of ${benefit.benefit}`).toBeLessThan(1 / 3600);
        const kroner = total(own, (s) => s.oere) / 100;
        expect(Math.abs((benefit.gains ?? 0) - kroner), `kroner of ${project}`).toBeLessThan(0.0051);
      }
    }
  });

  test('each month’s gains are, to an øre for each benefit', () => {
    for (const { project, months, benefits } of reports) {
      for (const month of months) {
        const own = independent.gains.filter(
          (s) => s.month === month.month && benefits.some((b) => b.benefit === s.code),
        );
        const kroner = total(own, (s) => s.oere) / 100;
        expect(Math.abs(month.gains - kroner), `${project} ${month.month}`).toBeLessThan(
          0.01 * benefits.length,
        );
      }
    }
  });

  test('each month’s costs are, to an øre for each cost', () => {
    for (const { project, months, totals } of reports) {
      const own = independent.costs.filter((s) => s.code === project && s.month <= UNTIL);
      expect(Math.abs((totals.costs ?? 0) - total(own, (s) => s.oere) / 100)).toBeLessThan(0.02);
      for (const month of months) {
        const kroner =
          total(
            own.filter((s) => s.month === month.month),
            (s) => s.oere,
          ) / 100;
        expect(Math.abs(month.costs - kroner), `${project} ${month.month}`).toBeLessThan(0.04);
      }
    }
  });

  test('something is measured of every method, so that the comparison says something', () => {
    const methods = reports.flatMap((r) => r.benefits.filter((b) => b.gains !== null && b.gains !== 0));
    expect(new Set(methods.map((b) => b.method)).size).toBe(5);
  });
});
