import type { Card } from '../domain/card.ts';
import { GevinstError } from '../errors.ts';
import { type MeasureRows, measureRows } from '../queries/measureRows.ts';
import { type MeasureUser, measureUsers } from '../queries/measureUsers.ts';
import type { Trx } from '../warehouse/schema.ts';
import { type CardState, cardState, type Written, writtenBy } from './cardState.ts';
import { recordChange } from './changes.ts';
import type { Editor } from './edit.ts';
import { revisionOf } from './revision.ts';

/** What tells one state of a measure, its baselines and its targets from another. */
export function measureRevision(rows: MeasureRows): string {
  return revisionOf(rows);
}

/** The other cards that use some measures, as they are before a change: what is needed to tell what it did to them. */
export async function otherCards(
  trx: Trx,
  benefit: string | null,
  { measures }: Written,
): Promise<{ user: MeasureUser; before: CardState }[]> {
  const users = [...(await measureUsers(trx, measures)).values()].flat();
  const others = new Map(users.filter((u) => u.benefit !== benefit).map((u) => [u.benefit, u]));
  const cards = [];
  for (const user of others.values()) {
    cards.push({ user, before: await cardState(trx, user.project, user.benefit) });
  }
  return cards;
}

/** Records for each of the other cards what a change of measures that they share did to it. */
export async function recordOthers(
  trx: Trx,
  others: Awaited<ReturnType<typeof otherCards>>,
  editor: Editor,
): Promise<void> {
  for (const { user, before } of others) {
    const { project, benefit } = user;
    const after = await cardState(trx, project, benefit);
    if (revisionOf(after) === revisionOf(before)) continue;
    await recordChange(trx, editor, {
      project,
      subject: 'benefit',
      key: benefit,
      verb: 'changed',
      before,
      after,
    });
  }
}

/**
 * Takes up the measures that a card did not have before: one that has been changed since it was seen is refused, and so is,
 * once `write` is done, a change of one that other benefits use by somebody who does not say what was seen of it.
 * @throws GevinstError `changed-meanwhile`, naming the measure
 */
export async function takingUp<T>(
  trx: Trx,
  card: Card,
  before: Card | null,
  write: () => Promise<T>,
): Promise<T> {
  const had = new Set(before?.inputs.map((i) => i.measure));
  const taken = card.inputs.filter((i) => !had.has(i.measure));
  const rows = await measureRows(trx, writtenBy({ ...card, inputs: taken }).measures);
  const unseen: MeasureRows[] = [];
  for (const row of rows) {
    const { measure, name } = row.measure;
    const seen = taken.find((i) => i.measure === measure)?.revision;
    if (seen === undefined) unseen.push(row);
    else if (seen !== measureRevision(row)) {
      throw refused(measure, `The measure “${name}” has been changed by someone else meanwhile.`);
    }
  }
  const written = await write();
  const after = await measureRows(
    trx,
    unseen.map((r) => r.measure.measure),
  );
  const users = await measureUsers(
    trx,
    unseen.map((r) => r.measure.measure),
  );
  for (const [i, row] of unseen.entries()) {
    const { measure, name } = row.measure;
    const changed = measureRevision(row) !== measureRevision(after[i] ?? row);
    if (changed && (users.get(measure)?.length ?? 0) > 1) {
      throw refused(
        measure,
        `The measure “${name}” is used by other benefits, and says something else there.`,
      );
    }
  }
  return written;
}

function refused(measure: string, why: string): GevinstError {
  return new GevinstError('changed-meanwhile', `${why} Nothing was saved: see what it says now.`, {
    what: 'The measure',
    measure,
  });
}
