import { describe, expect, test } from 'vitest';
import { benefit, caseOf, flow, level, m, RATE, robot, steady } from '../support/inputs.ts';

const totals = (until: string, ...args: Parameters<typeof benefit>) =>
  caseOf(until, [benefit(...args)]).totals;

describe('per_item: items × (minutes before − minutes after) ÷ 60 × rate', () => {
  const minutes = level('minutter', m('before', '2023-01-01', 10), m('after', '2024-01-01', 4));

  test('1,000 items a month × (10 − 4) min ÷ 60 = 100 hours; × 400 kr = 40,000 kr', () => {
    const t = totals('2024-01', 'per_item', { minutes, volume: steady('sager', 'month', 1000) });
    expect(t).toMatchObject({ hours: 100, gains: 40_000 });
  });

  test('a robot’s successful items are the volume: 300 + 600 items × 6 min = 90 hours', () => {
    const t = totals('2024-02', 'per_item', { minutes }, { runs: robot({ '2024-01': 300, '2024-02': 600 }) });
    expect(t).toMatchObject({ hours: 90, gains: 36_000 });
  });

  test('minutes saved directly: 223 visits × 52 × 5.3 min ÷ 60 = 1,024.31 hours a year', () => {
    const saved = level('min', m('saved', '2024-01-01', 5.3));
    const t = totals('2024-12', 'per_item', { minutes: saved, volume: steady('besøg', 'year', 223 * 52) });
    expect(t.hours).toBeCloseTo(1024.313, 3);
  });

  test('a new measurement of minutes never revalues history: January × 6 min, February × 3 min', () => {
    const dated = level(
      'min',
      m('before', '2023-01-01', 10),
      m('after', '2024-01-01', 4),
      m('after', '2024-02-01', 7),
    );
    const months = caseOf('2024-02', [
      benefit('per_item', { minutes: dated, volume: steady('sager', 'month', 600) }),
    ]).months;
    expect(months.map((x) => x.hours)).toEqual([60, 30]);
  });

  test('minutes that change on 11 January split the robot’s month by its days: 100 × 6 + 50 × 3 min = 12.5 hours', () => {
    const dated = level(
      'min',
      m('before', '2023-01-01', 10),
      m('after', '2024-01-01', 4),
      m('after', '2024-01-11', 7),
    );
    const runs = robot({ '2024-01': 150 }, { '2024-01-04': 100, '2024-01-11': 20, '2024-01-31': 30 });
    expect(totals('2024-01', 'per_item', { minutes: dated }, { runs }).hours).toBe(12.5);
  });

  test('a robot retired on 15 March: its runs of March count whole, and none are due after', () => {
    const saved = level('min', m('saved', '2024-01-01', 6));
    const runs = robot({ '2024-01': 100, '2024-02': 100, '2024-03': 50 });
    const report = caseOf('2024-05', [
      benefit('per_item', { minutes: saved }, { runs, ended: '2024-03-15' }),
    ]);
    expect(report.months.map((x) => x.hours)).toEqual([10, 10, 5, 0, 0]);
    expect(report.complete).toBe(true);
  });

  test('a baseline of minutes alone makes no gain: unknown, because nothing was measured after', () => {
    const only = level('min', m('before', '2023-01-01', 10));
    const report = caseOf('2024-01', [
      benefit('per_item', { minutes: only, volume: steady('sager', 'month', 10) }),
    ]);
    expect(report.totals.gains).toBeNull();
    expect(report.reasons).toMatchObject({
      gains: 'no-after',
      hours: 'no-after',
      'benefits.B.gains': 'no-after',
    });
    expect(report.complete).toBe(false);
  });

  test('minutes measured in seconds count as such: 600 × 30 s = 5 hours', () => {
    const seconds = level('sekunder', m('saved', '2024-01-01', 30));
    expect(
      totals('2024-01', 'per_item', { minutes: seconds, volume: steady('sager', 'month', 600) }).hours,
    ).toBe(5);
  });
});

describe('hours: hours before − hours after, or hours saved', () => {
  test('120 a month before, 45 after: 75 hours a month, 225 in a quarter, × 400 kr = 90,000 kr', () => {
    const hours = flow(
      'timer',
      m('before', '2023-01-01', 120, { per: 'month' }),
      m('after', '2024-01-01', 45, { per: 'month' }),
    );
    expect(totals('2024-03', 'hours', { hours })).toMatchObject({ hours: 225, gains: 90_000 });
  });

  test('34 hours saved a week are 34 ÷ 7 × 31 = 150.571 in January', () => {
    const hours = flow('timer', m('saved', '2024-01-01', 34, { per: 'week' }));
    expect(totals('2024-01', 'hours', { hours }).hours).toBeCloseTo((34 / 7) * 31, 3);
  });

  test('a baseline measured over 2023 runs on for ever: 1,200 hours in the year before, 900 in the year after = 300', () => {
    const hours = flow(
      'timer',
      m('before', '2023-01-01', 1200, { per: 'year', to: '2023-12-31' }),
      m('after', '2024-01-01', 900, { per: 'year', to: '2024-12-31' }),
    );
    expect(totals('2024-12', 'hours', { hours }).hours).toBe(300);
  });

  test('more hours than before are a loss, and stay one: 100 − 110 = −10 hours', () => {
    const hours = flow(
      'timer',
      m('before', '2023-01-01', 100, { per: 'month' }),
      m('after', '2024-01-01', 110, { per: 'month' }),
    );
    expect(totals('2024-01', 'hours', { hours })).toMatchObject({ hours: -10, gains: -4000 });
  });
});

describe('ratio: hours at work × (1 − ratio before ÷ ratio after)', () => {
  test('10,000 hours and a delivery rate from 69 to 72 %: 10,000 × (1 − 69 ÷ 72) = 416.67 hours', () => {
    const ratio = level('%', m('before', '2023-01-01', 69), m('after', '2024-01-01', 72));
    const t = totals('2024-01', 'ratio', { ratio, hours: steady('timer', 'month', 10_000) });
    expect(t.hours).toBeCloseTo(416.667, 3);
    expect(t.gains).toBe(166_666.67);
  });
});

describe('fte: (FTE before − FTE after) × hours per FTE ÷ 12 a month', () => {
  test('30 → 6 FTE at 1,500 hours: 24 × 1,500 ÷ 12 = 3,000 hours a month', () => {
    const fte = level('årsværk', m('before', '2023-01-01', 30), m('after', '2024-01-01', 6));
    expect(totals('2024-02', 'fte', { fte })).toMatchObject({ hours: 6000, gains: 2_400_000, fte: 24 });
  });

  test('from 16 January half of it: 24 × 125 × 16 ÷ 31 = 1,548.39 hours', () => {
    const fte = level('årsværk', m('before', '2023-01-01', 30), m('after', '2024-01-16', 6));
    expect(totals('2024-01', 'fte', { fte }).hours).toBeCloseTo((24 * 125 * 16) / 31, 3);
  });
});

describe('amount: scenario 0 − scenario 1, or the amount saved', () => {
  test('3,225,000 − 2,924,000 over 2021 = 301,000 kr, −9.33 %', () => {
    const period = { per: 'period', to: '2021-12-31' } as const;
    const amount = flow(
      'kr.',
      m('before', '2021-01-01', 3_225_000, period),
      m('after', '2021-01-01', 2_924_000, period),
    );
    const report = caseOf('2021-12', [benefit('amount', { amount })]);
    expect(report.totals).toMatchObject({ gains: 301_000, hours: null });
    expect(report.reasons.hours).toBe('no-hours');
    expect(report.benefits[0]?.changePercent).toBeCloseTo(-9.33, 2);
  });

  test('a unit of t.kr. or mio. kr. is read as such: 0.5 mio. kr. saved = 500,000 kr', () => {
    const saved = (unit: string, value: number) =>
      totals('2024-12', 'amount', { amount: flow(unit, m('saved', '2024-01-01', value, { per: 'year' })) })
        .gains;
    expect([saved('mio. kr.', 0.5), saved('t.kr.', 500), saved('kr.', 500_000)]).toEqual([
      500_000, 500_000, 500_000,
    ]);
  });
});

describe('indicator: never turned into money', () => {
  test('94 % of 32 citizens: a before, an after, a target, no hours and no kroner', () => {
    const indicator = level('%', m('before', '2023-01-01', 80), m('after', '2024-01-01', 94));
    const report = caseOf('2024-06', [
      benefit('indicator', { indicator }, { better: 'higher', targets: [{ due: '2024-12-31', value: 90 }] }),
    ]);
    expect(report.benefits[0]).toMatchObject({
      before: 80,
      after: 94,
      changePercent: 17.5,
      gains: null,
      hours: null,
      target: 90,
      targetDue: '2024-12-31',
      targetMet: true,
    });
    expect(report.reasons['benefits.B.gains']).toBe('not-monetary');
  });
});

describe('rates and attribution', () => {
  test('a rate that changes on 1 July values each half at its own: 60 h × 400 + 60 h × 500 kr = 54,000 kr', () => {
    const hours = flow('timer', m('saved', '2024-01-01', 10, { per: 'month' }));
    const rates = [RATE, { ...RATE, validFrom: '2024-07-01', hourlyOere: 500_00 }];
    expect(totals('2024-12', 'hours', { hours }, { rates })).toMatchObject({ hours: 120, gains: 54_000 });
  });

  test('hours are known and kroner are not where no rate is in force', () => {
    const hours = flow('timer', m('saved', '2019-06-01', 10, { per: 'month' }));
    const report = caseOf('2019-12', [benefit('hours', { hours })]);
    expect(report.totals).toMatchObject({ hours: 70, gains: null, roi: null });
    expect(report.reasons.gains).toBe('no-rate');
    expect(report.complete).toBe(false);
  });

  test('half of the effect is the project’s: 100 hours × 50 % = 50 hours and 20,000 kr', () => {
    const hours = flow('timer', m('saved', '2024-01-01', 100, { per: 'month' }));
    expect(totals('2024-01', 'hours', { hours }, { attribution: 0.5 })).toMatchObject({
      hours: 50,
      gains: 20_000,
    });
  });
});

describe('units', () => {
  const saved = (unit: string) => flow(unit, m('saved', '2024-01-01', 30, { per: 'month' }));

  test.each([
    ['timer', 30],
    ['minutter', 0.5],
    ['sek.', 30 / 3600],
    ['ugentlige timer', 30],
  ])('30 %s are %d hours', (unit, hours) => {
    expect(totals('2024-01', 'hours', { hours: saved(unit) }).hours).toBeCloseTo(hours, 3);
  });

  test.each([
    ['kr.', 30],
    ['t.kr.', 30_000],
    ['mio. kr.', 30_000_000],
    ['mia. kr.', 30_000_000_000],
  ])('30 %s are %d kroner', (unit, kroner) => {
    expect(totals('2024-01', 'amount', { amount: saved(unit) }).gains).toBe(kroner);
  });

  test.each(['kr.', 't.kr.', 'dage', 'arbejdsdage', 'uger', 'måned'])(
    '%s are never taken for hours',
    (unit) => {
      const report = caseOf('2024-01', [benefit('hours', { hours: saved(unit) })]);
      expect([report.totals.hours, report.totals.gains]).toEqual([null, null]);
      expect(report.reasons.hours).toBe('wrong-measure');
    },
  );

  test.each(['timer', 'minutter', 'dage'])('%s are never taken for kroner', (unit) => {
    const report = caseOf('2024-01', [benefit('amount', { amount: saved(unit) })]);
    expect(report.totals.gains).toBeNull();
    expect(report.reasons.gains).toBe('wrong-measure');
  });
});

describe('ranges: a method at the ends of its inputs', () => {
  test('items 900–1,100 × (10 ± 1 − 4 ± 1) min: 900 × 4 = 60 hours at least, 1,100 × 8 = 146.67 at most', () => {
    const minutes = level(
      'min',
      m('before', '2023-01-01', 10, { low: 9, high: 11 }),
      m('after', '2024-01-01', 4, { low: 3, high: 5 }),
    );
    const volume = flow('sager', m('after', '2024-01-01', 1000, { per: 'month', low: 900, high: 1100 }));
    const t = totals('2024-01', 'per_item', { minutes, volume });
    expect([t.low.gains, t.gains, t.high.gains]).toEqual([24_000, 40_000, 58_666.67]);
  });
});

describe('a measure that its method cannot reckon with leaves the figures unknown, and that is the reason', () => {
  const inKroner = steady('t.kr.', 'month', 10);
  const inHours = steady('timer', 'month', 10);
  test.each<[string, Parameters<typeof benefit>]>([
    ['hours that are kroner', ['hours', { hours: inKroner }]],
    ['hours that are a level', ['hours', { hours: level('timer', m('after', '2024-01-01', 10)) }]],
    ['an amount that is hours', ['amount', { amount: inHours }]],
    ['items that are a level', ['per_item', { volume: level('sager', m('after', '2024-01-01', 10)) }]],
    ['FTE in kroner', ['fte', { fte: level('mio. kr.', m('saved', '2024-01-01', 2)) }]],
  ])('%s', (_what, given) => {
    expect(caseOf('2024-02', [benefit(...given)])).toMatchObject({
      totals: { gains: null },
      reasons: { gains: 'wrong-measure' },
    });
  });

  test('a unit that says neither is taken as the method has it', () => {
    const saved = flow('enheder', m('saved', '2024-01-01', 10, { per: 'month' }));
    expect(totals('2024-01', 'hours', { hours: saved })).toMatchObject({ hours: 10 });
    expect(totals('2024-01', 'amount', { amount: saved })).toMatchObject({ gains: 10 });
  });
});
