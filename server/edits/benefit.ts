import { today } from '../clock.ts';
import type { NewRate } from '../contract/card.ts';
import type { Card } from '../domain/card.ts';
import { cardIssues } from '../domain/cardRules.ts';
import { GevinstError } from '../errors.ts';
import type { Db, Trx } from '../warehouse/schema.ts';
import { type CardState, cardState, requireCard, together, type Written, writtenBy } from './cardState.ts';
import { recordChange } from './changes.ts';
import { type Editor, edit } from './edit.ts';
import { newCode } from './newCode.ts';
import { putBackCard } from './putBackCard.ts';
import { addRate } from './rate.ts';
import { notRestorable, type Restored } from './restoring.ts';
import { requireRevision, revisionOf } from './revision.ts';
import { putRow } from './rows.ts';
import { otherCards, recordOthers, takingUp } from './sharedMeasures.ts';
import { requireRate, writeCard } from './writeCard.ts';

interface Given {
  card: Card;
  newRate: NewRate;
}

/**
 * Makes a benefit, and gives the code made of its name.
 * @throws GevinstError `not-found` (the project), `bad-parameter` (what is wrong with the card), `changed-meanwhile` (a
 * measure that it takes up)
 */
export function createBenefit(
  db: Db,
  project: string,
  given: Given,
  editor: Editor,
): Promise<{ benefit: string }> {
  return edit(db, async (trx) => {
    const found = await trx
      .selectFrom('project')
      .select('project')
      .where('project', '=', project)
      .executeTakeFirst();
    if (!found) throw new GevinstError('not-found', `There is no project “${project}”.`, { project });
    const card = await readyCard(trx, given, editor);
    const benefit = await newCode(trx, 'benefit', card.name);
    const others = await otherCards(trx, benefit, writtenBy(card));
    await takingUp(trx, card, null, () => writeCard(trx, project, benefit, card, null));
    const after = await cardState(trx, project, benefit);
    const verb = 'created';
    await recordChange(trx, editor, { project, subject: 'benefit', key: benefit, verb, before: null, after });
    await recordOthers(trx, others, editor);
    return { benefit };
  });
}

/** Changes a benefit's card. @throws GevinstError `not-found`, `changed-meanwhile`, `bad-parameter` */
export function saveBenefit(
  db: Db,
  project: string,
  benefit: string,
  { revision, ...given }: Given & { revision: string },
  editor: Editor,
): Promise<{ benefit: string }> {
  return edit(db, async (trx) => {
    const { card: before } = await requireCard(trx, project, benefit);
    const also = together(writtenBy(before), writtenBy(given.card));
    const change = async () => {
      const card = await readyCard(trx, given, editor, before);
      await takingUp(trx, card, before, () => writeCard(trx, project, benefit, card, before));
    };
    await changeCard(trx, { project, benefit, revision, also }, editor, change);
    return { benefit };
  });
}

/** Sets a benefit aside. @throws GevinstError `not-found`, `changed-meanwhile` */
export function archiveBenefit(
  db: Db,
  project: string,
  benefit: string,
  revision: string,
  editor: Editor,
): Promise<{ benefit: string }> {
  return edit(db, async (trx) => {
    const change = () => setArchived(trx, benefit, today());
    await changeCard(trx, { project, benefit, revision }, editor, change);
    return { benefit };
  });
}

/** Takes a benefit that was set aside back. @throws GevinstError `not-found`, `changed-meanwhile` */
export function unarchiveBenefit(
  db: Db,
  project: string,
  benefit: string,
  revision: string,
  editor: Editor,
): Promise<{ benefit: string }> {
  return edit(db, async (trx) => {
    const change = () => setArchived(trx, benefit, null);
    await changeCard(trx, { project, benefit, revision }, editor, change);
    return { benefit };
  });
}

/**
 * Puts a card back to what it was before a change, and records that.
 * @throws GevinstError `not-found`, `bad-parameter` where a rate or a measure of it is gone, `cannot-restore` where it is so
 * already
 */
export async function restoreBenefit(
  trx: Trx,
  { project, key, content }: Omit<Restored, 'left'>,
  editor: Editor,
): Promise<void> {
  if (content === null) {
    throw new GevinstError('bad-parameter', 'Before this change there was no card to go back to.');
  }
  const then = content as CardState;
  const kept = then.rows.measures;
  const also = together(writtenBy((await requireCard(trx, project, key)).card), {
    measures: kept.map((m) => m.measure.measure),
    judged: kept.filter((m) => m.targets !== null).map((m) => m.measure.measure),
  });
  const before = await cardState(trx, project, key, also);
  const others = await otherCards(trx, key, also);
  await putBackCard(trx, then, before);
  const after = await cardState(trx, project, key, also);
  if (revisionOf(after) === revisionOf(before)) throw notRestorable('same');
  await recordChange(trx, editor, { project, subject: 'benefit', key, verb: 'restored', before, after });
  await recordOthers(trx, others, editor);
}

interface Seen {
  project: string;
  benefit: string;
  revision: string;
  /** What the change writes beside what the card does. */
  also?: Written;
}

/** Makes a change of a card that is as it was seen, and records it for all cards that it changed. */
async function changeCard(
  trx: Trx,
  { project, benefit, revision, also }: Seen,
  editor: Editor,
  change: () => Promise<void>,
): Promise<void> {
  requireRevision(await cardState(trx, project, benefit), revision, 'The benefit');
  const before = await cardState(trx, project, benefit, also);
  const others = also ? await otherCards(trx, benefit, also) : [];
  await change();
  const after = await cardState(trx, project, benefit, also);
  if (revisionOf(after) !== revisionOf(before)) {
    const verb = 'changed';
    await recordChange(trx, editor, { project, subject: 'benefit', key: benefit, verb, before, after });
  }
  await recordOthers(trx, others, editor);
}

async function setArchived(trx: Trx, benefit: string, archived: string | null): Promise<void> {
  await putRow(trx, 'benefit_card', ['benefit'], { benefit, archived });
}

/** A card that is right, with the rate that it brings. @throws GevinstError `bad-parameter`, naming the field */
async function readyCard(
  trx: Trx,
  { card, newRate }: Given,
  editor: Editor,
  before: Card | null = null,
): Promise<Card> {
  const [issue] = cardIssues(card, today(), before);
  if (issue) {
    throw new GevinstError('bad-parameter', `“${issue.field}” is wrong: ${issue.fault}.`, {
      parameter: issue.field,
      expected: issue.fault,
    });
  }
  if (!newRate) await requireRate(trx, card.rate);
  return newRate ? { ...card, rate: await addRate(trx, card, newRate, editor) } : card;
}
