import { describe, expect, test } from 'vitest';
import type { Measure, SeriesPoint } from '../../server/contract/measures.ts';
import { type Draft, draftOf, entryOf, studyOf, waysOf } from '../../web/components/measuring/draft.ts';

const TODAY = '2026-03-15';
const point = (part: Partial<SeriesPoint> = {}): SeriesPoint => ({
  phase: 'before',
  from: '2025-01-01',
  to: null,
  per: null,
  value: 60,
  low: null,
  high: null,
  n: 25,
  counted: null,
  basis: 'actual',
  note: null,
  load: 3,
  interval: null,
  revision: 'r',
  ...part,
});
const measure = (part: Partial<Measure> = {}): Measure => ({
  measure: 'M',
  project: 'P',
  name: 'Tilfredshed',
  unit: '%',
  kind: 'level',
  better: 'higher',
  source: null,
  how: null,
  measurements: [point()],
  targets: [],
  benefits: [],
  comparison: null,
  trend: null,
  ...part,
});
const said = (of: Measure, part: Partial<Draft>, changed: SeriesPoint | null = null) =>
  entryOf(
    { ...draftOf(of, changed, TODAY), ...part },
    { measure: of, point: changed, today: TODAY },
    (readings) => `Tidsstudie: ${readings}`,
  );

describe('a share', () => {
  test('19 of 50 is 38 %, n 50', () => {
    const { entry, problems } = said(measure(), { counted: '19', n: '50' });
    expect(problems).toEqual({});
    expect(entry).toMatchObject({ phase: 'after', from: TODAY, value: 38, n: 50, counted: 19, low: null });
  });

  test('more than all, or of nobody, is said beside its field', () => {
    expect(said(measure(), { counted: '51', n: '50' }).problems).toEqual({ counted: 'over-n' });
    expect(said(measure(), { counted: '', n: '0' }).problems).toMatchObject({
      counted: 'required',
      n: 'not-count',
    });
  });

  test('a ratio of two quantities is not counted', () => {
    const ratio = measure({ benefits: [{ benefit: 'B', name: 'B', role: 'ratio', judged: true }] });
    expect(waysOf(ratio)).toEqual(['value']);
    expect(waysOf(measure())).toEqual(['counted', 'value']);
  });
});

describe('a time study', () => {
  const minutes = measure({ unit: 'minutter pr. sag', better: 'lower' });
  const readings = ['4:00', '5:00', '4:30', '6:00', '5:30'];

  test('five readings are their mean, range and number, and the note lists them', () => {
    const { entry } = said(minutes, { way: 'readings', readings, note: 'To medarbejdere' });
    expect(entry).toMatchObject({
      value: 5,
      low: 4,
      high: 6,
      n: 5,
      note: 'To medarbejdere\nTidsstudie: 4:00, 5:00, 4:30, 6:00, 5:30',
    });
  });

  test('is kept in the measure’s own unit: 90 minutes are 1.5 hours', () => {
    const hours = measure({ unit: 'timer' });
    const draft = { ...draftOf(hours, null, TODAY), readings: ['90:00', '60', '120', ''] };
    expect(studyOf(draft, hours)).toEqual({ mean: 1.5, low: 1, high: 2, n: 3 });
  });

  test('two readings are too few, and one that is no time is pointed out', () => {
    expect(said(minutes, { way: 'readings', readings: ['4', '5', ''] }).problems).toEqual({
      readings: 'few-readings',
    });
    expect(said(minutes, { way: 'readings', readings: ['4', '5', 'x', '6'] }).problems).toEqual({
      readings: 'reading',
      wrongReadings: [2],
    });
  });
});

describe('any measurement', () => {
  const value = { way: 'value', value: '7' } as const;

  test('what is no number, or missing, is said beside its field', () => {
    const { entry, problems } = said(measure(), { ...value, value: '1.5', n: 'ti' });
    expect(entry).toBeNull();
    expect(problems).toEqual({ value: 'number', n: 'number' });
    expect(said(measure(), { ...value, from: '' }).problems).toEqual({ from: 'required' });
  });

  test('a day that has a measurement of the phase is taken, except by that measurement itself', () => {
    const own = point();
    const again = { ...value, phase: 'before', from: own.from } as const;
    expect(said(measure(), again).problems).toEqual({ from: 'taken' });
    expect(said(measure(), again, own).entry).toMatchObject({ value: 7 });
  });

  test('the future can be expected, not measured', () => {
    expect(said(measure(), { ...value, from: '2026-04-01' }).problems).toEqual({ from: 'future' });
    expect(said(measure(), { ...value, from: '2026-04-01', basis: 'expected' }).entry).not.toBeNull();
  });

  test('a flow for the whole period needs its last day', () => {
    const flow = measure({ kind: 'flow', unit: 'sager' });
    expect(said(flow, { ...value, per: 'period' }).problems).toEqual({ to: 'needs-end' });
    expect(said(flow, { ...value, per: 'month' }).entry).toMatchObject({ per: 'month' });
  });
});
