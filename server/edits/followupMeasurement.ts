import type { Followup } from '../contract/followups.ts';
import type { MeasurementEntry } from '../contract/measuring.ts';
import { judgedBy } from '../domain/judged.ts';
import { levelEntry } from '../domain/measurementRules.ts';
import { GevinstError } from '../errors.ts';
import type { BenefitRecord } from '../queries/benefits.ts';
import { measureRoles } from '../queries/measureRoles.ts';
import type { Trx } from '../warehouse/schema.ts';
import { recordChange } from './changes.ts';
import type { Editor } from './edit.ts';
import { refuseFaults } from './measurement.ts';
import { entryOf } from './measurementContent.ts';
import { putRow } from './rows.ts';

const KEY = ['measure', 'phase', 'from_day'] as const;

/**
 * Keeps a follow-up's value as a measurement after the change, from the day on which it was done, of the measure that the
 * benefit is judged by. Only a level's: a flow's value says nothing without its period.
 * @param before what the follow-up said until now: the measurement that it was kept as is put right, any other stays
 * @throws GevinstError `bad-parameter` where there is no value, no such measure, or the measure cannot have such a value,
 * `already-exists` where something else was measured on the day
 */
export async function keepAsMeasurement(
  trx: Trx,
  benefit: BenefitRecord,
  { done, value, note, n: given }: Followup & { n?: number | null | undefined },
  before: Followup | null,
  today: string,
  editor: Editor,
): Promise<void> {
  const code = benefit[judgedBy(benefit.method, benefit.indicator !== null)];
  const measure = await trx
    .selectFrom('measure')
    .select(['measure', 'kind', 'unit'])
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
  // What was said of how many were measured stays where a follow-up is only put right.
  const entry: MeasurementEntry = { ...levelEntry(done, value), n: given ?? there?.n ?? null, note };
  const roles = await measureRoles(trx, measure.measure);
  refuseFaults(entry, { kind: measure.kind, unit: measure.unit, roles }, today, null);
  if (there && !(before?.done === done && before.value === there.value)) {
    throw new GevinstError(
      'already-exists',
      `There is a measurement of ${done} already. Change that one, or do not keep this value as a measurement.`,
      { parameter: 'asMeasurement', from: done },
    );
  }
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
