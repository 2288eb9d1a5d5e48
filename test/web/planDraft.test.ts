import { describe, expect, test } from 'vitest';
import type { Plan } from '../../server/contract/plan.ts';
import { netOf, planDraft, planOf, riskOf } from '../../web/components/plan/planDraft.ts';
import { riskDrafts, risksOf } from '../../web/components/plan/riskDraft.ts';

const TODAY = '2026-11-21';
const PLAN: Plan = {
  project: 'P',
  until: '2024-12',
  versions: [],
  actual: { months: [], unmeasured: 0, breakEven: null, noBreakEven: 'no-data' },
  draft: [
    { year: 2024, scenario0: 1_234_567.5, scenario1: 100, complete: true, basis: 'measured' },
    { year: 2025, scenario0: null, scenario1: 50, complete: false, basis: null },
    { year: 2026, scenario0: 0, scenario1: null, complete: false, basis: 'partly' },
  ],
  risks: {
    list: [{ risk: 'A', probability: 0.07, consequence: 1000, expected: 70 }],
    pool: 100,
    revision: 'r',
  },
  explanations: [],
};

describe('a plan that is written', () => {
  test('begins from what is known; what is unknown is left empty, and the pool is spread to the øre', () => {
    const { years } = planDraft(PLAN, TODAY);
    expect(years.map((y) => [y.year, y.scenario0, y.scenario1, y.risk, y.notes])).toEqual([
      [2024, '1.234.567,5', '100', '33,33', ['measured']],
      [2025, '', '50', '33,34', ['unknown']],
      [2026, '0', '', '33,33', ['partly', 'incomplete', 'noCosts']],
    ]);
    expect(riskOf(years)).toBe(100);
    expect(years.map(netOf)).toEqual([1_234_434.17, null, null]);
  });

  test('is not approved with an empty amount, a day after today or nobody’s name, and says which', () => {
    const draft = { ...planDraft(PLAN, TODAY), approved: '2026-11-22' };
    expect(planOf(draft, TODAY, null).faults).toEqual({
      '2025.scenario0': 'required',
      '2026.scenario1': 'required',
      approved: 'future',
      approvedBy: 'required',
    });
  });

  test('is not approved before the version that it follows, but may be on the same day', () => {
    const on = (approved: string) =>
      planOf({ ...planDraft(PLAN, TODAY), approved }, TODAY, '2025-02-01').faults.approved;
    expect([on('2024-01-01'), on('2025-02-01')]).toEqual(['before-last', undefined]);
  });

  test('without any data begins with this year', () => {
    const { years } = planDraft({ ...PLAN, draft: [] }, TODAY);
    expect(years.map((y) => [y.year, y.scenario0])).toEqual([[2026, '']]);
  });
});

test('risks: 7 % is 0.07; empty rows are left out; a name twice and a probability over 100 % are refused', () => {
  const [row] = riskDrafts(PLAN.risks);
  if (!row) throw new Error('no row');
  expect(row).toMatchObject({ probability: '7', consequence: '1.000' });
  const empty = { id: 1, risk: '', probability: ' ', consequence: '' };
  expect(risksOf([row, empty])).toEqual({
    risks: [{ risk: 'A', probability: 0.07, consequence: 1000 }],
    faults: new Map(),
  });
  const wrong = { id: 2, risk: 'a', probability: '101', consequence: '-1' };
  expect(risksOf([row, wrong]).faults.get(2)).toEqual({
    risk: 'double',
    probability: 'percent',
    consequence: 'negative',
  });
});
