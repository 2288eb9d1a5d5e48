import type { Followup } from '../contract/followups.ts';
import type { Trx } from '../warehouse/schema.ts';
import { type Change, recordChange } from './changes.ts';
import type { Editor } from './edit.ts';
import { putRow, removeRow } from './rows.ts';

interface Of {
  project: string;
  benefit: string;
}

/** What a benefit's card holds of its follow-up. */
export type CardPart = { closed: string | null } | { deviation: string | null };

const KEY = ['benefit', 'due'] as const;

/**
 * Puts a follow-up in another's place (null: there was or will be none), and keeps the change under the day on which the
 * one that is there, or was, is due.
 */
export async function replaceFollowup(
  trx: Trx,
  { project, benefit }: Of,
  before: Followup | null,
  after: Followup | null,
  editor: Editor,
  verb: Change['verb'] = before === null ? 'created' : after === null ? 'removed' : 'changed',
): Promise<void> {
  const due = (after ?? before)?.due;
  if (due === undefined) return;
  if (before !== null && before.due !== after?.due) {
    await removeRow(trx, 'followup', KEY, { benefit, ...before });
  }
  if (after !== null) await putRow(trx, 'followup', KEY, { benefit, ...after });
  const key = JSON.stringify([benefit, due]);
  await recordChange(trx, editor, { project, subject: 'followup', key, verb, before, after });
}

/** Sets what a benefit's card holds of its follow-up, and keeps the change under the benefit. */
export async function setCardPart<T extends CardPart>(
  trx: Trx,
  { project, benefit }: Of,
  before: T,
  after: T,
  editor: Editor,
  verb: Change['verb'] = 'changed',
): Promise<void> {
  await putRow(trx, 'benefit_card', ['benefit'], { benefit, ...after });
  const key = JSON.stringify([benefit]);
  await recordChange(trx, editor, { project, subject: 'followup', key, verb, before, after });
}
