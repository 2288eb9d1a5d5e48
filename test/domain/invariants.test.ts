import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthNumber } from '../../server/domain/calendar.ts';
import { measured } from '../../server/domain/measured.ts';
import { portfolioFigures, projectResult, splitGains, sumMonths } from '../../server/domain/portfolio.ts';
import { type ProjectInputs, projectMonths } from '../../server/domain/project.ts';
import { businessCase } from '../../server/domain/report.ts';
import { anyProject } from '../support/arbitrary.ts';
import { TODAY } from '../support/inputs.ts';

const LAST = monthNumber('2024-12');
const report = (inputs: ProjectInputs, until = LAST) =>
  businessCase(projectMonths(inputs, until, TODAY), until);
const øre = (kroner: number) => Math.round(kroner * 100);
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

describe('whatever the inputs', () => {
  test('months sum to years, and years to totals, to the øre', () => {
    fc.assert(
      fc.property(anyProject, (inputs) => {
        const { months, years, totals } = report(inputs);
        for (const field of ['costs', 'gains', 'net'] as const) {
          for (const year of years) {
            const own = months.filter((x) => x.month.startsWith(`${year.year}`));
            expect(sum(own.map((x) => øre(x[field])))).toBe(øre(year[field]));
          }
          if (totals[field] !== null) {
            expect(sum(years.map((y) => øre(y[field])))).toBe(øre(totals[field]));
          }
        }
      }),
    );
  });

  test('benefits sum to the project’s gains and hours', () => {
    fc.assert(
      fc.property(anyProject, (inputs) => {
        const { benefits, totals } = report(inputs);
        expect(sum(benefits.map((b) => øre(b.gains ?? 0)))).toBe(øre(totals.gains ?? 0));
        expect(sum(benefits.map((b) => Math.round((b.hours ?? 0) * 3600)))).toBe(
          Math.round((totals.hours ?? 0) * 3600),
        );
      }),
    );
  });

  test('projects sum to the portfolio, and cashable, freed and unsaid gains to its gains', () => {
    fc.assert(
      fc.property(fc.array(anyProject, { minLength: 1, maxLength: 4 }), (all) => {
        const period = { from: null, until: LAST };
        const results = all.map((inputs) => projectResult(projectMonths(inputs, LAST, TODAY), period));
        const whole = portfolioFigures(results, 'figures');
        expect(whole.costs).toBe(sum(results.map((r) => r.figures.costs)));
        expect(whole.gains ?? 0).toBe(sum(results.map((r) => r.figures.gains ?? 0)));
        const months = sumMonths(results.flatMap((r) => r.months));
        expect(sum(months.map((x) => x.gains.value))).toBe(whole.gains ?? 0);
        const split = splitGains(results);
        expect(split.cashable + split.freed + split.unspecified).toBe(whole.gains ?? 0);
      }),
    );
  });

  test('low ≤ value ≤ high', () => {
    fc.assert(
      fc.property(anyProject, (inputs) => {
        const { totals, benefits } = report(inputs);
        if (totals.gains !== null) {
          expect(totals.low.gains).toBeLessThanOrEqual(totals.gains);
          expect(totals.high.gains).toBeGreaterThanOrEqual(totals.gains);
        }
        for (const b of benefits) {
          if (b.gains === null || b.low === null || b.high === null) continue;
          expect(b.low).toBeLessThanOrEqual(b.gains);
          expect(b.high).toBeGreaterThanOrEqual(b.gains);
        }
      }),
    );
  });

  test('the order of measurements, costs and rates does not matter', () => {
    fc.assert(
      fc.property(anyProject, (inputs) => {
        const turned: ProjectInputs = {
          ...inputs,
          costs: [...inputs.costs].reverse(),
          benefits: inputs.benefits.map((b) => ({
            ...b,
            measures: Object.fromEntries(
              Object.entries(b.measures).map(([role, x]) => [
                role,
                measured(x.kind, x.unit, [...x.rows].reverse()),
              ]),
            ),
          })),
        };
        expect(report(turned)).toEqual(report(inputs));
      }),
    );
  });

  test('history does not change when the report runs further: the months of a shorter report are the first of a longer', () => {
    fc.assert(
      fc.property(anyProject, fc.integer({ min: 1, max: 30 }), (inputs, less) => {
        const short = report(inputs, LAST - less).months;
        expect(report(inputs).months.slice(0, short.length)).toEqual(short);
      }),
    );
  });

  test('net is gains less costs, and cumulative net their running sum', () => {
    fc.assert(
      fc.property(anyProject, (inputs) => {
        let net = 0;
        for (const month of report(inputs).months) {
          net += øre(month.gains) - øre(month.costs);
          expect(øre(month.net)).toBe(øre(month.gains) - øre(month.costs));
          expect(øre(month.cumulativeNet)).toBe(net);
        }
      }),
    );
  });
});
