import type { Subject } from '../domain/codes.ts';
import { GevinstError } from '../errors.ts';
import { changeRecord } from '../queries/changes.ts';
import type { Db, Trx } from '../warehouse/schema.ts';
import { restoreBenefit } from './benefit.ts';
import { restoreDeviation } from './deviation.ts';
import { type Editor, edit } from './edit.ts';
import { restoreFollowup } from './followup.ts';
import { restoreMap } from './map.ts';
import { restoreMeasurement } from './measurement.ts';
import { restoreProject } from './project.ts';
import { asNotRestorable, type Restored } from './restoring.ts';
import { restoreRisks } from './risks.ts';

type Restore = (trx: Trx, what: Restored, editor: Editor) => Promise<void>;

/** How each subject is put back; each records that it was. */
const RESTORES: Partial<Record<Subject, Restore>> = {
  benefit: restoreBenefit,
  project: restoreProject,
  risks: restoreRisks,
  deviation: restoreDeviation,
  measurement: restoreMeasurement,
  followup: restoreFollowup,
  map: (trx, { project, content }, editor) => restoreMap(trx, project, content, editor),
};

/** What can be taken out again, so that there being nothing before it can be put back too. */
const REMOVABLE: ReadonlySet<string> = new Set<Subject>(['measurement', 'followup', 'risks', 'deviation']);

/** Whether what was before such a change can be put back: a project or a benefit that was made cannot be unmade. */
export function isRestorable(subject: string, before: string | null): boolean {
  return Object.hasOwn(RESTORES, subject) && (before !== null || REMOVABLE.has(subject));
}

/**
 * Puts back what was before a change, as a new change.
 * @throws GevinstError `not-found`, `bad-parameter` if there is nothing to put back, and `cannot-restore` with why where it
 * cannot be any more
 */
export function restoreChange(db: Db, change: number, editor: Editor): Promise<{ restored: string }> {
  return edit(db, async (trx) => {
    const found = await changeRecord(trx, change);
    if (!found) throw new GevinstError('not-found', `There is no change ${change}.`, { change });
    const restore = RESTORES[found.subject as Subject];
    if (!restore || !isRestorable(found.subject, found.before)) {
      throw new GevinstError('bad-parameter', 'There is nothing from before this change to put back.', {
        parameter: 'change',
        expected: 'a change that has something before it',
      });
    }
    const project = await trx
      .selectFrom('project')
      .select('project')
      .where('project', '=', found.project)
      .executeTakeFirst();
    if (!project) {
      throw new GevinstError('not-found', `There is no project “${found.project}”.`, {
        project: found.project,
      });
    }
    const content = found.before === null ? null : (JSON.parse(found.before) as object);
    const what = { project: found.project, key: found.subject_key, content, left: found.after !== null };
    await restore(trx, what, editor).catch((error) => {
      throw asNotRestorable(error);
    });
    return { restored: String(change) };
  });
}
