import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthNumber } from '../../server/domain/calendar.ts';
import { type PayerProject, payerFigures } from '../../server/domain/payers.ts';
import { projectResult } from '../../server/domain/portfolio.ts';
import { type ProjectInputs, projectMonths } from '../../server/domain/project.ts';
import { anyProject } from '../support/arbitrary.ts';
import { benefit, cost, flow, m, project, TODAY } from '../support/inputs.ts';

const UNTIL = monthNumber('2021-12');
const PERIOD = { from: null, until: UNTIL };

function paid(inputs: ProjectInputs, departments: Record<string, string | null>, municipality = 'Aalborg') {
  const own: PayerProject = {
    project: projectMonths(inputs, UNTIL, TODAY),
    municipality,
    departments: new Map(Object.entries(departments)),
  };
  return own;
}

function named(code: string, kroner: number) {
  const inYear = m('saved', '2021-01-01', kroner, { per: 'period', to: '2021-12-31' });
  const own = benefit('amount', { amount: flow('kr.', inYear) });
  return { ...own, benefit: { ...own.benefit, benefit: code } };
}

describe('who pays, who gains', () => {
  test('648,900 from the departments and 1,946,700 from the innovation pool is financed 25 % and 75 %', () => {
    const inputs = project(
      [named('B', 3_225_000)],
      [
        cost('2021-01-01', 648_900, { per: 'period', to: '2021-12-31', payer: 'Afdelingerne' }),
        cost('2021-01-01', 1_946_700, { per: 'period', to: '2021-12-31', payer: 'Innovationspuljen' }),
      ],
    );
    const { rows, costs, gains } = payerFigures([paid(inputs, { B: 'Senior og Omsorg' })], PERIOD);
    expect(rows.map((r) => [r.name, r.costs / 100, r.costShare, (r.gains ?? 0) / 100, r.gainShare])).toEqual([
      ['Innovationspuljen', 1_946_700, 0.75, 0, 0],
      ['Afdelingerne', 648_900, 0.25, 0, 0],
      ['Senior og Omsorg', 0, 0, 3_225_000, 1],
    ]);
    expect({ costs, gains }).toEqual({ costs: 2_595_600_00, gains: 3_225_000_00 });
  });

  test('a payer that is also a department that gains is one row with its net, capitals and spaces aside', () => {
    const inputs = project([named('B', 500)], [cost('2021-03-01', 200, { payer: ' hjemmeplejen ' })]);
    const { rows } = payerFigures([paid(inputs, { B: 'Hjemmeplejen' })], PERIOD);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: 'party', costs: 200_00, gains: 500_00, net: 300_00 });
  });

  test('while no costs are registered the gains are known and every net is unknown', () => {
    const { rows, gains, net, reason } = payerFigures([paid(project([named('B', 500)]), { B: 'A' })], PERIOD);
    expect({ gains, net, reason }).toEqual({ gains: 500_00, net: null, reason: 'no-costs' });
    expect(rows[0]).toMatchObject({ gains: 500_00, net: null, reason: 'no-costs' });
    const paying = paid(project([], [cost('2021-03-01', 200)]), {});
    const [row] = payerFigures([paid(project([named('B', 500)]), { B: 'A' }), paying], PERIOD).rows;
    expect(row).toMatchObject({ gains: 500_00, net: 500_00, reason: null });
  });

  test('departments of the same name in two municipalities are two', () => {
    const own = (municipality: string) =>
      paid(project([named('B', 1)]), { B: 'Administration' }, municipality);
    const { rows } = payerFigures([own('Vejle'), own('Aarhus')], PERIOD);
    expect(rows.map((r) => [r.name, r.municipality])).toEqual([
      ['Administration', 'Vejle'],
      ['Administration', 'Aarhus'],
    ]);
  });

  test('costs without a payer and gains without a department are named as such, last, and never set against each other', () => {
    const inputs = project(
      [named('B', 500)],
      [cost('2021-01-01', 200), cost('2021-01-01', 100, { payer: 'Puljen' })],
    );
    const { rows } = payerFigures([paid(inputs, { B: null })], PERIOD);
    expect(rows.map((r) => [r.kind, r.costs / 100, (r.gains ?? 0) / 100])).toEqual([
      ['party', 100, 0],
      ['no-payer', 200, 0],
      ['no-department', 0, 500],
    ]);
  });

  test('a department whose benefits were never observed has unknown gains; its costs are known', () => {
    const never = benefit('amount', { amount: flow('kr.', m('before', '2021-01-01', 5, { per: 'month' })) });
    const inputs = project([never], [cost('2021-01-01', 100, { payer: 'Plejen' })]);
    const { rows, gains, reason } = payerFigures([paid(inputs, { B: 'Plejen' })], PERIOD);
    expect(rows[0]).toMatchObject({
      costs: 100_00,
      gains: null,
      net: null,
      gainShare: null,
      reason: 'no-observations',
    });
    expect({ gains, reason }).toEqual({ gains: null, reason: 'no-observations' });
  });

  test('without benefits, or with only those that are not in kroner, the gains are unknown and say so', () => {
    expect(payerFigures([paid(project([]), {})], PERIOD).reason).toBe('no-benefits');
    expect(payerFigures([paid(project([benefit('indicator', {})]), {})], PERIOD).reason).toBe('not-monetary');
  });

  test('rows sum to the portfolio’s costs and gains to the øre, whoever pays and gains, in any period', () => {
    const who = fc.constantFrom('Hjemmeplejen', 'hjemmeplejen', 'Puljen', null);
    const month = fc.integer({ min: monthNumber('2021-06'), max: monthNumber('2024-12') });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyProject, who, who), { maxLength: 3 }), month, month, (all, a, b) => {
        const period = { from: Math.min(a, b), until: Math.max(a, b) };
        const projects = all.map(([inputs, payer, department], i): PayerProject => {
          const costs = inputs.costs.map((c, n) => ({ ...c, payer: n % 2 === 0 ? payer : department }));
          return {
            project: projectMonths({ ...inputs, costs }, period.until, TODAY),
            municipality: i === 0 ? 'Vejle' : 'Aarhus',
            departments: new Map(inputs.benefits.map((x) => [x.benefit.benefit, department])),
          };
        });
        const { rows, costs, gains } = payerFigures(projects, period);
        const months = projects.flatMap((p) => projectResult(p.project, period).months);
        const sum = (values: number[]) => values.reduce((x, y) => x + y, 0);
        expect(costs).toBe(sum(months.map((x) => x.costs)));
        expect(sum(rows.map((r) => r.costs))).toBe(costs);
        expect(gains ?? 0).toBe(sum(months.map((x) => x.gains.value)));
        expect(sum(rows.map((r) => r.gains ?? 0))).toBe(gains ?? 0);
      }),
      { numRuns: 60 },
    );
  });
});
