import { today } from '../clock.ts';
import type { NewRate } from '../contract/card.ts';
import type { Card } from '../domain/card.ts';
import { cardIssues } from '../domain/cardRules.ts';
import { GevinstError } from '../errors.ts';
import { type CardRecord, cardRecord } from '../queries/card.ts';
import { rates } from '../queries/rates.ts';
import type { Db, Trx } from '../warehouse/schema.ts';
import { recordChange } from './changes.ts';
import { type Editor, edit } from './edit.ts';
import { newCode } from './newCode.ts';
import { addRate } from './rate.ts';
import { notRestorable, type Restored } from './restoring.ts';
import { requireRevision } from './revision.ts';
import { putRow } from './rows.ts';
import { writeCard } from './writeCard.ts';

interface Given {
  card: Card;
  newRate: NewRate;
}

/** What a card's revision is of, and what its history keeps. */
export function cardState({ card, archived }: CardRecord): Card & { archived: string | null } {
  return { ...card, archived };
}

/**
 * Makes a benefit, and gives the code made of its name.
 * @throws GevinstError `not-found` (the project), `bad-parameter` (what is wrong with the card)
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
    await writeCard(trx, project, benefit, card);
    const after = cardState(await requireCard(trx, project, benefit));
    await recordChange(trx, editor, {
      project,
      subject: 'benefit',
      key: benefit,
      verb: 'created',
      before: null,
      after,
    });
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
  return changeCard(db, project, benefit, revision, editor, async (trx) => {
    const { card: before } = await requireCard(trx, project, benefit);
    await writeCard(trx, project, benefit, await readyCard(trx, given, editor, before));
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
  return changeCard(db, project, benefit, revision, editor, (trx) => setArchived(trx, benefit, today()));
}

/** Takes a benefit that was set aside back. @throws GevinstError `not-found`, `changed-meanwhile` */
export function unarchiveBenefit(
  db: Db,
  project: string,
  benefit: string,
  revision: string,
  editor: Editor,
): Promise<{ benefit: string }> {
  return changeCard(db, project, benefit, revision, editor, (trx) => setArchived(trx, benefit, null));
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
  const before = cardState(await requireCard(trx, project, key));
  const { archived, ...card } = content as ReturnType<typeof cardState>;
  if (card.rate !== before.rate) await requireRate(trx, card.rate);
  await writeCard(trx, project, key, card);
  await setArchived(trx, key, archived);
  const after = cardState(await requireCard(trx, project, key));
  if (JSON.stringify(after) === JSON.stringify(before)) throw notRestorable('same');
  await recordChange(trx, editor, { project, subject: 'benefit', key, verb: 'restored', before, after });
}

function changeCard(
  db: Db,
  project: string,
  benefit: string,
  revision: string,
  editor: Editor,
  change: (trx: Trx) => Promise<void>,
): Promise<{ benefit: string }> {
  return edit(db, async (trx) => {
    const before = cardState(await requireCard(trx, project, benefit));
    requireRevision(before, revision, 'The benefit');
    await change(trx);
    const after = cardState(await requireCard(trx, project, benefit));
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      await recordChange(trx, editor, {
        project,
        subject: 'benefit',
        key: benefit,
        verb: 'changed',
        before,
        after,
      });
    }
    return { benefit };
  });
}

async function requireCard(trx: Trx, project: string, benefit: string): Promise<CardRecord> {
  const found = await cardRecord(trx, project, benefit);
  if (found) return found;
  throw new GevinstError('not-found', `The project “${project}” has no benefit “${benefit}”.`, { benefit });
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
  const [issue] = cardIssues(card, before);
  if (issue) {
    throw new GevinstError('bad-parameter', `“${issue.field}” is wrong: ${issue.fault}.`, {
      parameter: issue.field,
      expected: issue.fault,
    });
  }
  if (!newRate) await requireRate(trx, card.rate);
  return newRate ? { ...card, rate: await addRate(trx, card, newRate, editor) } : card;
}

async function requireRate(trx: Trx, rate: string | null): Promise<void> {
  if (rate === null || (await rates(trx)).some((r) => r.rate === rate)) return;
  throw new GevinstError('bad-parameter', `There is no hourly rate “${rate}”.`, { parameter: 'rate' });
}
