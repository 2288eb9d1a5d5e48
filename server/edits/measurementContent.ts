import type { MeasurementEntry } from '../contract/measuring.ts';
import type { MeasurementRecord } from '../queries/measurements.ts';

/** A measurement as it is entered, and as its revision and the history keep it. */
export function entryOf(m: MeasurementRecord): MeasurementEntry {
  return {
    phase: m.phase,
    from: m.from_day,
    to: m.to_day,
    per: m.per,
    value: m.value,
    low: m.low,
    high: m.high,
    n: m.n,
    counted: m.counted,
    basis: m.basis,
    note: m.note,
  };
}
