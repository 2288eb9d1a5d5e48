import { describe, expect, test } from 'vitest';
import type { Measure, SeriesPoint } from '../../server/contract/measures.ts';
import { targetStanding } from '../../web/components/measuring/targetStanding.ts';

const point = (given: Partial<SeriesPoint>): SeriesPoint => ({
  phase: 'after',
  from: '2026-03-01',
  to: null,
  per: null,
  value: 70,
  low: null,
  high: null,
  n: null,
  counted: null,
  basis: 'actual',
  note: null,
  load: 0,
  interval: null,
  revision: '',
  ...given,
});
const target = (due: string, value: number) => ({ due, value, low: null, high: null });
const measure = (given: Partial<Measure>): Measure => ({
  measure: 'M',
  project: 'P',
  name: 'Tilfredshed',
  unit: '%',
  kind: 'level',
  better: 'higher',
  source: null,
  how: null,
  measurements: [point({ phase: 'before', from: '2026-01-01', value: 60 }), point({})],
  targets: [target('2026-05-15', 80), target('2027-12-31', 90)],
  benefits: [],
  comparison: null,
  trend: null,
  ...given,
});

describe('a measure and its targets on a day', () => {
  test('a target whose day is still to come is ahead, also on the day itself; from the next day it is missed', () => {
    const on = (today: string) => {
      const { target, is, missed } = targetStanding(measure({ targets: [target0] }), today);
      return [target?.due, is, missed];
    };
    const target0 = target('2026-05-15', 80);
    expect(on('2026-05-14')).toEqual(['2026-05-15', 'ahead', null]);
    expect(on('2026-05-15')).toEqual(['2026-05-15', 'ahead', null]);
    expect(on('2026-05-16')).toEqual(['2026-05-15', 'missed', null]);
  });

  test('80 % by May missed with 70 % is named beside the next target of 90 %; once met it is not', () => {
    const now = targetStanding(measure({}), '2026-11-21');
    expect([now.target?.value, now.is, now.missed?.value]).toEqual([90, 'ahead', 80]);
    const better = [...measure({}).measurements, point({ from: '2026-10-01', value: 82 })];
    const later = targetStanding(measure({ measurements: better }), '2026-11-21');
    expect([later.target?.value, later.is, later.missed]).toEqual([90, 'ahead', null]);
  });

  test('a value from after its day meets a target late', () => {
    const measurements = [point({ from: '2026-06-01', value: 81 })];
    const targets = [target('2026-05-15', 80)];
    expect(targetStanding(measure({ measurements, targets }), '2026-11-21').is).toBe('late');
  });

  test('an expected value neither meets nor misses; what is measured goes before it', () => {
    const expected = point({ from: '2026-09-01', value: 95, basis: 'expected' });
    expect(targetStanding(measure({ measurements: [expected] }), '2026-11-21')).toMatchObject({
      is: null,
      missed: null,
    });
    const both = targetStanding(measure({ measurements: [point({}), expected] }), '2026-11-21');
    expect([both.is, both.missed?.value, both.latest?.value]).toEqual(['ahead', 80, 70]);
  });

  test('what was measured directly as saved has no standing', () => {
    const saved = point({ phase: 'saved', from: '2026-04-01', value: 5 });
    expect(targetStanding(measure({ measurements: [saved] }), '2026-11-21')).toMatchObject({
      is: null,
      direct: true,
      missed: null,
    });
  });
});
