import type { Change } from '../contract/changes.ts';
import { changedFields } from '../domain/changedFields.ts';
import type { Subject } from '../domain/codes.ts';
import { isRestorable } from '../edits/restore.ts';
import { changes } from '../queries/changes.ts';
import type { Db } from '../warehouse/schema.ts';
import { changedMaps } from './changedMaps.ts';

/** Who changed what by hand in a project, field by field, newest first. */
export async function changesAnswer(
  db: Db,
  project: string,
  { subject, key }: { subject?: string | undefined; key?: string | undefined },
): Promise<{ changes: Change[] }> {
  const rows = await changes(db, project, subject, key);
  const onMap = rows.some((row) => row.subject === 'map') ? await changedMaps(db, project) : changedFields;
  return {
    changes: rows.map((row) => ({
      change: String(row.change_id),
      at: new Date(Number(row.at) * 1000).toISOString(),
      by: row.by,
      subject: row.subject as Subject,
      key: row.subject_key,
      verb: row.verb,
      fields: (row.subject === 'map' ? onMap : changedFields)(parsed(row.before), parsed(row.after)),
      restorable: isRestorable(row.subject, row.before),
    })),
  };
}

function parsed(content: string | null): unknown {
  return content === null ? null : JSON.parse(content);
}
