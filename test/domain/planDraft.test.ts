import { describe, expect, test } from 'vitest';
import type { BenefitInputs } from '../../server/domain/benefit.ts';
import { monthNumber } from '../../server/domain/calendar.ts';
import type { Cost } from '../../server/domain/costs.ts';
import { draftYears } from '../../server/domain/planDraft.ts';
import { projectMonths } from '../../server/domain/project.ts';
import { benefit, cost, flow, level, m, project, robot } from '../support/inputs.ts';

const TODAY = '2026-11-21';
const BEFORE = m('before', '2026-01-01', 30, { per: 'month' });
const TARGETS = [
  { due: '2026-12-31', value: 20 },
  { due: '2027-06-30', value: 10 },
];

function drafted(inputs: BenefitInputs[], until: string | null, costs: Cost[] = []) {
  const months = projectMonths(project(inputs, costs), until === null ? 0 : monthNumber(until), TODAY);
  return draftYears(months, TODAY).map(({ year, scenario0, scenario1, basis, complete }) => ({
    year,
    scenario0: scenario0 === null ? null : scenario0 / 100,
    scenario1: scenario1 === null ? null : scenario1 / 100,
    basis,
    complete,
  }));
}

describe('a plan begins from what the cards expect where nothing has been measured', () => {
  test('half of 30 − 20 hours a month from January, 30 − 10 from July 2027, at 400 kr.: 36,000 and 48,000', () => {
    const hours = benefit(
      'hours',
      { hours: flow('timer', BEFORE) },
      { targets: TARGETS, attribution: 0.5, live: '2026-11-01' },
    );
    // 2027: (6 × 10 + 6 × 20) h × 400 kr. × 50 %. 2028: 12 × 20 h × 400 kr. × 50 %. Before the first target: not known.
    expect(drafted([hours], null)).toEqual([
      { year: 2027, scenario0: 36_000, scenario1: null, basis: 'expected', complete: true },
      { year: 2028, scenario0: 48_000, scenario1: null, basis: 'expected', complete: true },
    ]);
    expect(drafted([hours], '2026-10', [cost('2026-10-01', 1_000, { per: 'month' })])).toEqual([
      { year: 2026, scenario0: null, scenario1: 3_000, basis: null, complete: false },
      { year: 2027, scenario0: 36_000, scenario1: 12_000, basis: 'expected', complete: true },
      { year: 2028, scenario0: 48_000, scenario1: 12_000, basis: 'expected', complete: true },
    ]);
  });

  test('the year that is begun: 8 hours a month measured since September go on until the target of December', () => {
    const after = m('after', '2026-09-01', 22, { per: 'month' });
    const hours = benefit('hours', { hours: flow('timer', BEFORE, after) }, { targets: TARGETS });
    // 2026: 4 months × 8 h × 400 kr. Then 6 × 10 + 6 × 20 h, and 12 × 20 h.
    expect(drafted([hours], '2026-10').map((y) => [y.year, y.scenario0, y.basis])).toEqual([
      [2026, 12_800, 'partly'],
      [2027, 72_000, 'expected'],
      [2028, 96_000, 'expected'],
    ]);
  });

  test('minutes to their target with the volume as before the change, or as the robot has handled', () => {
    const minutes = level('minutter', m('before', '2026-01-01', 12));
    const volume = flow('breve', m('before', '2026-01-01', 250, { per: 'month' }));
    const terms = { targets: [{ due: '2026-12-31', value: 4 }] };
    // 250 × 12 letters × 8 minutes ÷ 60 = 400 hours at 400 kr.
    const counted = drafted([benefit('per_item', { volume, minutes }, terms)], null);
    expect(counted.map((y) => [y.year, y.scenario0])).toEqual([[2027, 160_000]]);
    const runs = robot({ '2026-08': 200, '2026-09': 300 });
    const handled = drafted([benefit('per_item', { minutes }, { ...terms, runs })], null);
    expect(handled.find((y) => y.year === 2027)?.scenario0).toBe(160_000);
  });

  test('a target that has passed is not expected where what was measured says otherwise', () => {
    const after = m('after', '2026-03-01', 25, { per: 'month' });
    const hours = benefit(
      'hours',
      { hours: flow('timer', BEFORE, after) },
      { targets: [{ due: '2026-06-30', value: 10 }] },
    );
    expect(drafted([hours], '2026-10').map((y) => [y.year, y.scenario0, y.basis])).toEqual([
      // 10 months × (30 − 25) h × 400 kr.: as it was last measured.
      [2026, 20_000, 'partly'],
    ]);
  });

  test('months that are over and were not measured are said to lack, though the rest of the year is expected', () => {
    const minutes = level('minutter', m('before', '2026-01-01', 12), m('after', '2026-03-01', 4));
    const volume = flow('breve', m('before', '2026-01-01', 250, { per: 'month' }));
    const terms = { targets: [{ due: '2026-12-31', value: 4 }], live: '2026-03-01' };
    const costs = [cost('2026-03-01', 500)];
    // November and December: 2 × 250 letters × 8 minutes ÷ 60 at 400 kr.
    expect(drafted([benefit('per_item', { volume, minutes }, terms)], '2026-03', costs)).toEqual([
      { year: 2026, scenario0: 26_666.67, scenario1: 500, basis: 'expected', complete: false },
      { year: 2027, scenario0: 160_000, scenario1: null, basis: 'expected', complete: true },
    ]);
    const passed = benefit(
      'hours',
      { hours: flow('timer', BEFORE) },
      { targets: [{ due: '2026-06-30', value: 20 }] },
    );
    // Since the end of June nothing was measured: what is expected begins now.
    expect(drafted([passed], null).map((y) => [y.year, y.scenario0, y.complete])).toEqual([
      [2026, 8_000, false],
      [2027, 48_000, true],
    ]);
  });

  test('a benefit without targets or measurements leaves its years unknown, and an indicator has none', () => {
    const bare = benefit('hours', { hours: flow('timer', BEFORE) }, { live: '2026-06-01' });
    const costs = [cost('2026-06-01', 500)];
    expect(drafted([bare], '2026-10', costs)).toMatchObject([{ year: 2026, scenario0: null, basis: null }]);
    const indicator = benefit('indicator', {}, { targets: TARGETS });
    expect(drafted([indicator], null)).toEqual([]);
  });
});
