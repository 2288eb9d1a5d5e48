import type { Followup } from '../contract/followups.ts';
import type { MeasurementEntry } from '../contract/measuring.ts';
import { judgedBy } from '../domain/judged.ts';
import { GevinstError } from '../errors.ts';
import type { BenefitRecord } from '../queries/benefits.ts';
import type { Trx } from '../warehouse/schema.ts';
import { recordChange } from './changes.ts';
import type { Editor } from './edit.ts';
import { entryOf } from './measurementContent.ts';
import { putRow } from './rows.ts';

const KEY = ['measure', 'phase', 'from_day'] as const;

/**
 * Keeps a follow-up's value as a measurement after the change, from the day on which it was done, of the measure that the
 * benefit is judged by. Only a level's: a flow's value says nothing without its period.
 * @throws GevinstError `bad-parameter` where there is no value, or no such measure
 */
export async function keepAsMeasurement(
  trx: Trx,
  benefit: BenefitRecord,
  { done, value, note }: Followup,
  editor: Editor,
): Promise<void> {
  const code = benefit[judgedBy(benefit.method, benefit.indicator !== null)];
  const measure = await trx
    .selectFrom('measure')
    .select(['measure', 'kind'])
    .where('measure', '=', code ?? '')
    .executeTakeFirst();
  if (done === null || value === null || measure?.kind !== 'level') {
    throw new GevinstError(
      'bad-parameter',
      'Only a value of a measure that holds until the next measurement can be kept as a measurement.',
      { parameter: 'asMeasurement' },
    );
  }
  const key = { measure: measure.measure, phase: 'after', from_day: done } as const;
  const there = await trx
    .selectFrom('measurement')
    .selectAll()
    .where('measure', '=', key.measure)
    .where('phase', '=', key.phase)
    .where('from_day', '=', key.from_day)
    .executeTakeFirst();
  const entry: MeasurementEntry = {
    phase: key.phase,
    from: done,
    to: null,
    per: null,
    value,
    low: null,
    high: null,
    n: null,
    counted: null,
    basis: 'actual',
    note,
  };
  const { phase, from, to, per, low, high, n, counted, basis } = entry;
  await putRow(trx, 'measurement', KEY, {
    ...key,
    to_day: to,
    per,
    value,
    low,
    high,
    n,
    counted,
    basis,
    note,
  });
  await recordChange(trx, editor, {
    project: benefit.project,
    subject: 'measurement',
    key: JSON.stringify([measure.measure, phase, from]),
    verb: there ? 'changed' : 'created',
    before: there ? entryOf(there) : null,
    after: entry,
  });
}
