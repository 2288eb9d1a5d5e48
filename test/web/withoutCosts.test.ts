import { expect, test } from 'vitest';
import type { BusinessCase } from '../../server/contract/report.ts';
import { shownWithoutCosts } from '../../web/components/withoutCosts.ts';
import { benefit, caseOf, cost, flow, m } from '../support/inputs.ts';

const SAVES = benefit('amount', {
  amount: flow('kr.', m('saved', '2024-01-01', 10_000, { per: 'month', to: '2024-03-31' })),
});
const reportOf = (...[benefits, costs]: [Parameters<typeof caseOf>[1], Parameters<typeof caseOf>[2]?]) =>
  caseOf('2024-03', benefits, costs) as BusinessCase;

test('30,000 kr. gained and no costs registered: the gains are shown; net, break-even and present value are unknown', () => {
  const { totals, actual, reasons } = shownWithoutCosts(reportOf([SAVES]), false);
  for (const shown of [totals, actual]) {
    expect(shown).toMatchObject({ gains: 30_000, costs: null, net: null, npv: null, roi: null });
    expect(shown).toMatchObject({ breakEven: null, paybackMonths: null });
  }
  const names = ['costs', 'net', 'npv', 'roi', 'breakEven', 'paybackMonths', 'actual.net', 'actual.costs'];
  expect(names.map((name) => reasons[name])).toEqual(names.map(() => 'no-costs'));
});

test('gains that are unknown keep their own reason', () => {
  const { reasons } = shownWithoutCosts(reportOf([benefit('amount', {}, { live: '2024-01-01' })]), false);
  expect(reasons).toMatchObject({ costs: 'no-costs', net: reasons.gains, npv: reasons.gains });
  expect(reasons.gains).not.toBe('no-costs');
});

test('with costs everything is as it was; and so are months without any of a project that has costs', () => {
  const report = reportOf([SAVES], [cost('2024-01-01', 1_000)]);
  expect(shownWithoutCosts(report, true)).toBe(report);
  const month = reportOf([SAVES]);
  expect(shownWithoutCosts(month, true)).toBe(month);
});
