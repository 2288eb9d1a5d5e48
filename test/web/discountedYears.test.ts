import { expect, test } from 'vitest';
import { monthNumber } from '../../server/domain/calendar.ts';
import { discounted } from '../../server/domain/explain/flow.ts';
import { discountedYears } from '../../web/components/explain/discountedYears.ts';

test('−1,000 kr. in December 2024 and 1,035 kr. a year later are worth 0: factors 1 and 1 ÷ 1.035', () => {
  const flow = [
    { month: monthNumber('2024-12'), costs: 100_000, net: -100_000 },
    { month: monthNumber('2025-11'), costs: 0, net: 0 },
    { month: monthNumber('2025-12'), costs: 0, net: 103_500 },
  ];
  const sections = discounted(flow).map((section) => ({
    ...section,
    steps: section.steps.map((step) => ({ ...step, formula: [...step.formula], cost: null })),
  }));
  const [first, second] = discountedYears(sections);
  expect(first).toEqual({
    year: 2024,
    from: '2024-12-01',
    months: 1,
    net: -1000,
    factors: [1, 1],
    value: -1000,
  });
  expect(second).toMatchObject({ year: 2025, months: 2, net: 1035, value: 1000 });
  expect(second?.factors[1]).toBeCloseTo(1 / 1.035, 9);
});
