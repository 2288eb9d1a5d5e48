import { dayNumber, daysIn, monthOfDay } from './calendar.ts';
import type { Basis, Per, Phase } from './codes.ts';
import { type Range, scale } from './range.ts';

/** One measurement of a measure. `to` is its last day; null runs on until the next of the phase. */
export interface Measurement {
  phase: Phase;
  from: string;
  to: string | null;
  per: Per | null;
  value: number;
  low: number | null;
  high: number | null;
  basis: Basis;
}

/** What a phase of a measure is worth from `start` to before `end` (day numbers). */
export interface Segment {
  start: number;
  end: number;
  /** Days that a `period` value is spread over. */
  span: number;
  per: Per | null;
  range: Range;
  expected: boolean;
}

/** A measure ready for calculation: each phase as segments, oldest first. */
export interface Measured {
  kind: 'flow' | 'level';
  unit: string;
  rows: readonly Measurement[];
  phases: Record<Phase, Segment[]>;
}

/**
 * Lays a measure's measurements out in time. A level holds until the next of its phase, whatever its `to`;
 * so does a baseline, which is what would have gone on happening. Any other flow holds to its `to`, or without
 * one until the next.
 */
export function measured(kind: 'flow' | 'level', unit: string, rows: readonly Measurement[]): Measured {
  const phase = (name: Phase) => {
    const own = rows.filter((row) => row.phase === name).sort((a, b) => (a.from < b.from ? -1 : 1));
    return own.map((row, index) => segment(kind, row, own[index + 1]));
  };
  return {
    kind,
    unit,
    rows,
    phases: { before: phase('before'), after: phase('after'), saved: phase('saved') },
  };
}

function segment(kind: 'flow' | 'level', row: Measurement, next: Measurement | undefined): Segment {
  const start = dayNumber(row.from);
  const until = next ? dayNumber(next.from) : Number.POSITIVE_INFINITY;
  const ownEnd = row.to === null ? null : dayNumber(row.to) + 1;
  const runsOn = kind === 'level' || row.phase === 'before' || ownEnd === null;
  return {
    start,
    end: runsOn ? until : ownEnd,
    span: ownEnd === null ? Number.POSITIVE_INFINITY : ownEnd - start,
    per: row.per,
    range: { low: row.low ?? row.value, value: row.value, high: row.high ?? row.value },
    expected: row.basis === 'expected',
  };
}

/** The segment in force on a day: of those that cover it, the one that began last. */
export function segmentOn(segments: readonly Segment[], day: number): Segment | undefined {
  for (let i = segments.length - 1; i >= 0; i--) {
    const s = segments[i];
    if (s && s.start <= day && day < s.end) return s;
  }
  return undefined;
}

/**
 * What a flow's segment amounts to from `from` to before `to`, both within one month.
 * Per month and per year every full month has the same share (a twelfth of a year), part of a month by its
 * days; per day and per week count calendar days; a period's value is spread over its own days.
 */
export function flowShare(segment: Segment, from: number, to: number): Range {
  return scale(segment.range, perDay(segment, from) * (to - from));
}

function perDay(segment: Segment, day: number): number {
  switch (segment.per) {
    case 'day':
      return 1;
    case 'week':
      return 1 / 7;
    case 'month':
      return 1 / daysIn(monthOfDay(day));
    case 'year':
      return 1 / 12 / daysIn(monthOfDay(day));
    case 'period':
      return 1 / segment.span;
    case null:
      throw new Error('A flow needs to say per what it is measured');
  }
}

/** The days on which any phase of a measure changes. */
export function changeDays(measure: Measured): number[] {
  const days: number[] = [];
  for (const segments of Object.values(measure.phases)) {
    for (const s of segments) {
      days.push(s.start);
      if (Number.isFinite(s.end)) days.push(s.end);
    }
  }
  return days;
}
