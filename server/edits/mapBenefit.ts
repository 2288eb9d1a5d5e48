import { bareCard } from '../domain/card.ts';
import { nameFault } from '../domain/cardRules.ts';
import { GevinstError } from '../errors.ts';
import type { Trx } from '../warehouse/schema.ts';
import { cardState } from './cardState.ts';
import { recordChange } from './changes.ts';
import type { Editor } from './edit.ts';
import { newCode } from './newCode.ts';
import { putChanged } from './putChanged.ts';
import { requireRevision, revisionOf } from './revision.ts';
import { writeCard } from './writeCard.ts';

/**
 * Makes a benefit of which only the name is known, as on a map that is being drawn: its card has neither measures nor
 * targets, and is the project's owner's.
 * @throws GevinstError `not-found` (the project), `bad-parameter` (its name)
 */
export async function addBenefit(
  trx: Trx,
  project: string,
  name: string,
  editor: Editor,
): Promise<{ benefit: string }> {
  const found = await trx
    .selectFrom('project')
    .select(['owner', 'owner_email as ownerEmail'])
    .where('project', '=', project)
    .executeTakeFirst();
  if (!found) throw new GevinstError('not-found', `There is no project “${project}”.`, { project });
  requireName(name);
  const benefit = await newCode(trx, 'benefit', name);
  await writeCard(trx, project, benefit, { ...bareCard(name), ...found }, null);
  const after = await cardState(trx, project, benefit);
  const verb = 'created';
  await recordChange(trx, editor, { project, subject: 'benefit', key: benefit, verb, before: null, after });
  return { benefit };
}

/**
 * Gives a benefit another name, whatever else its card lacks.
 * @throws GevinstError `not-found`, `changed-meanwhile`, `bad-parameter` (its name)
 */
export async function renameBenefit(
  trx: Trx,
  { project, benefit }: { project: string; benefit: string },
  { name, revision }: { name: string; revision: string },
  editor: Editor,
): Promise<{ benefit: string }> {
  const before = await cardState(trx, project, benefit);
  requireRevision(before, revision, 'The benefit');
  requireName(name);
  await putChanged(trx, 'benefit', ['benefit'], { ...before.rows.benefit, name });
  const after = await cardState(trx, project, benefit);
  if (revisionOf(after) !== revisionOf(before)) {
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
}

function requireName(name: string): void {
  const fault = nameFault(name);
  if (fault === null) return;
  throw new GevinstError('bad-parameter', `“name” is wrong: ${fault}.`, {
    parameter: 'name',
    expected: fault,
  });
}
