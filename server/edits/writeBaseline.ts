import type { Baseline } from '../domain/card.ts';
import { GevinstError } from '../errors.ts';
import { type MeasurementRecord, measurements } from '../queries/measurements.ts';
import type { Trx } from '../warehouse/schema.ts';
import { putChanged } from './putChanged.ts';
import { removeRow } from './rows.ts';

const KEY = ['measure', 'phase', 'from_day'];

/**
 * Makes a measure's last baseline what a card says; null takes it out. Earlier baselines stay.
 * @throws GevinstError `bad-parameter` where an earlier one would be the last then, or be written over
 */
export async function writeBaseline(trx: Trx, measure: string, wanted: Baseline | null): Promise<void> {
  const [current, earlier] = (await measurements(trx, [measure]))
    .filter((m) => m.phase === 'before')
    .reverse();
  if (wanted && earlier && !mayFollow(wanted, earlier)) {
    const message = `“${measure}” has a baseline from ${earlier.from_day} too: this one must begin after it.`;
    throw new GevinstError('bad-parameter', message, { parameter: 'baseline.from', measure });
  }
  if (current && current.from_day !== wanted?.from) {
    await removeRow(trx, 'measurement', KEY, { measure, phase: 'before', from_day: current.from_day });
  }
  if (!wanted) return;
  const was = earlier?.from_day === wanted.from ? earlier : current;
  const same = was?.value === wanted.value;
  await putChanged(trx, 'measurement', KEY, {
    measure,
    phase: 'before',
    from_day: wanted.from,
    to_day: wanted.to,
    per: wanted.per,
    value: wanted.value,
    // A range belongs to the value that it was measured with, and what was counted to how many were measured.
    low: same ? was.low : null,
    high: same ? was.high : null,
    n: wanted.n,
    basis: wanted.basis ?? was?.basis ?? 'actual',
    note: wanted.note,
    counted: same && was.n === wanted.n ? was.counted : null,
  });
}

/** One that is put back to what the earlier says takes the last one out, and no more. */
function mayFollow(wanted: Baseline, earlier: MeasurementRecord): boolean {
  return (
    wanted.from > earlier.from_day || (wanted.from === earlier.from_day && wanted.value === earlier.value)
  );
}
