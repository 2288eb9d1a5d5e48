import type { MeasurementEntry } from '../contract/measuring.ts';
import { faults, type Measurable } from '../domain/measurementRules.ts';
import { GevinstError } from '../errors.ts';
import { measureRoles } from '../queries/measureRoles.ts';
import type { Db, Trx } from '../warehouse/schema.ts';
import { recordChange } from './changes.ts';
import { type Editor, edit } from './edit.ts';
import { entryOf } from './measurementContent.ts';
import { notRestorable, type Restored } from './restoring.ts';
import { requireRevision, revisionOf } from './revision.ts';
import { putRow, removeRow } from './rows.ts';

const KEY = ['measure', 'phase', 'from_day'] as const;

type Key = Pick<MeasurementEntry, 'phase' | 'from'>;
type Seen = Key & { revision: string };

interface Place {
  project: string;
  measure: string;
}

interface Entered extends Place {
  entry: MeasurementEntry;
  /** The measurement that is changed, as the editor saw it; null enters a new one. */
  replaces: Seen | null;
  today: string;
}

/**
 * Enters a measurement, or changes one, also its phase and first day. What says what it said before is no change.
 * @throws GevinstError `not-found`, `bad-parameter` naming the field, `already-exists`, `changed-meanwhile`
 */
export function saveMeasurement(
  db: Db,
  { project, measure, entry, replaces, today }: Entered,
  editor: Editor,
): Promise<Seen> {
  return edit(db, async (trx) => {
    const { kind, unit } = await measureOf(trx, project, measure);
    const before = replaces && (await seenBefore(trx, measure, replaces));
    const seen = { phase: entry.phase, from: entry.from, revision: revisionOf(entry) };
    if (before && revisionOf(before) === seen.revision) return seen;
    const roles = await measureRoles(trx, measure);
    refuseFaults(entry, { kind, unit, roles }, today, before);
    const moved = before !== null && !sameKey(before, entry);
    if ((before === null || moved) && (await measurementAt(trx, measure, entry))) throw taken(entry);
    if (before && moved) await removeRow(trx, 'measurement', KEY, row(measure, before));
    await putRow(trx, 'measurement', KEY, row(measure, entry));
    await recordChange(trx, editor, {
      project,
      subject: 'measurement',
      key: keyText(measure, entry),
      verb: before ? 'changed' : 'created',
      before,
      after: entry,
    });
    return seen;
  });
}

/** Takes a measurement out. @throws GevinstError `not-found`, `changed-meanwhile` */
export function removeMeasurement(
  db: Db,
  { project, measure, seen }: Place & { seen: Seen },
  editor: Editor,
): Promise<Record<string, never>> {
  return edit(db, async (trx) => {
    await measureOf(trx, project, measure);
    const before = await seenBefore(trx, measure, seen);
    await removeRow(trx, 'measurement', KEY, row(measure, before));
    const key = keyText(measure, seen);
    await recordChange(trx, editor, {
      project,
      subject: 'measurement',
      key,
      verb: 'removed',
      before,
      after: null,
    });
    return {};
  });
}

/**
 * Brings back what a measurement was: `key` is the one it is now, `[measure, phase, from]` as JSON, and `content` what it
 * was before, maybe of another phase or day; null takes it out.
 * @throws GevinstError `not-found`, `cannot-restore` when another is in its place or it is no longer where the change left it
 */
export async function restoreMeasurement(
  trx: Trx,
  { project, key, content, left }: Restored,
  editor: Editor,
): Promise<void> {
  const [measure, phase, from] = JSON.parse(key) as [string, Key['phase'], string];
  const entry = content as MeasurementEntry | null;
  const { kind } = await measureOf(trx, project, measure);
  const now = await measurementAt(trx, measure, { phase, from });
  if (left && now === null) throw notRestorable('moved');
  if (entry && now && revisionOf(entry) === revisionOf(now)) throw notRestorable('same');
  if (entry && !sameKey(entry, { phase, from }) && (await measurementAt(trx, measure, entry)))
    throw notRestorable('taken', { day: entry.from });
  if (entry && (kind === 'flow') !== (entry.per !== null)) throw notRestorable('unfit');
  if (now && !(entry && sameKey(now, entry))) await removeRow(trx, 'measurement', KEY, row(measure, now));
  if (entry) await putRow(trx, 'measurement', KEY, row(measure, entry));
  await recordChange(trx, editor, {
    project,
    subject: 'measurement',
    key: entry ? keyText(measure, entry) : key,
    verb: 'restored',
    before: now,
    after: entry,
  });
}

async function measureOf(trx: Trx, project: string, measure: string) {
  const found = await trx
    .selectFrom('measure')
    .select(['kind', 'unit'])
    .where('project', '=', project)
    .where('measure', '=', measure)
    .executeTakeFirst();
  if (found) return found;
  throw new GevinstError('not-found', `The project “${project}” has no measure “${measure}”.`, { measure });
}

async function measurementAt(trx: Trx, measure: string, { phase, from }: Key) {
  const found = await trx
    .selectFrom('measurement')
    .selectAll()
    .where('measure', '=', measure)
    .where('phase', '=', phase)
    .where('from_day', '=', from)
    .executeTakeFirst();
  return found ? entryOf(found) : null;
}

async function seenBefore(trx: Trx, measure: string, seen: Seen): Promise<MeasurementEntry> {
  const found = await measurementAt(trx, measure, seen);
  if (!found) {
    throw new GevinstError(
      'changed-meanwhile',
      'The measurement has been removed or moved by someone else meanwhile. Nothing was saved.',
      { measure },
    );
  }
  requireRevision(found, seen.revision, 'The measurement');
  return found;
}

/** @throws GevinstError `bad-parameter` naming the first field that is wrong, and what is */
export function refuseFaults(
  entry: MeasurementEntry,
  measure: Measurable,
  today: string,
  before: MeasurementEntry | null,
): void {
  const [fault] = Object.entries(faults(entry, measure, today, before));
  if (!fault) return;
  const [parameter, expected] = fault;
  throw new GevinstError('bad-parameter', `The measurement’s “${parameter}” is wrong: ${expected}.`, {
    parameter,
    expected,
  });
}

function taken({ phase, from }: Key): GevinstError {
  return new GevinstError(
    'already-exists',
    `There is a measurement of the phase ${phase} from ${from} already. Change that one.`,
    { phase, from },
  );
}

function sameKey(a: Key, b: Key): boolean {
  return a.phase === b.phase && a.from === b.from;
}

function keyText(measure: string, { phase, from }: Key): string {
  return JSON.stringify([measure, phase, from]);
}

function row(measure: string, { from, to, ...values }: MeasurementEntry) {
  return { ...values, measure, from_day: from, to_day: to };
}
