import type { Change } from '../contract/changes.ts';
import { changedFields } from '../domain/changedFields.ts';
import type { Per, Phase, Subject } from '../domain/codes.ts';
import { isRestorable } from '../edits/restore.ts';
import { changedNames } from '../queries/changedNames.ts';
import { benefitChanges, type ChangeRecord, changes } from '../queries/changes.ts';
import type { Db } from '../warehouse/schema.ts';
import { changedMaps } from './changedMaps.ts';

interface Asked {
  subject?: string | undefined;
  key?: string | undefined;
  benefit?: string | undefined;
}

const NAMED: ReadonlySet<string> = new Set<Subject>(['benefit', 'measurement', 'followup']);

/**
 * Who changed what by hand in a project, field by field, newest first. Of a benefit: its card, the measurements of its
 * measures, and its follow-ups.
 */
export async function changesAnswer(
  db: Db,
  project: string,
  { subject, key, benefit }: Asked,
): Promise<{ changes: Change[] }> {
  const rows =
    benefit === undefined
      ? await changes(db, project, subject, key)
      : await benefitChanges(db, project, benefit);
  const onMap = rows.some((row) => row.subject === 'map') ? await changedMaps(db, project) : changedFields;
  const names = rows.some((row) => NAMED.has(row.subject)) ? await changedNames(db, project) : null;
  return {
    changes: rows.map((row) => ({
      change: String(row.change_id),
      at: new Date(Number(row.at) * 1000).toISOString(),
      by: row.by,
      subject: row.subject as Subject,
      key: row.subject_key,
      of: names && thingOf(row, names),
      verb: row.verb,
      fields: (row.subject === 'map' ? onMap : changedFields)(told(row.before), told(row.after)),
      restorable: isRestorable(row.subject, row.before),
    })),
  };
}

/** What was changed, by its key: a benefit, a measurement of a measure, or a follow-up of a benefit. */
function thingOf(
  row: ChangeRecord,
  { benefits, measures }: Awaited<ReturnType<typeof changedNames>>,
): Change['of'] {
  const none = { unit: null, per: null, phase: null, day: null };
  if (row.subject === 'benefit') return { ...none, name: benefits.get(row.subject_key) ?? null };
  if (row.subject === 'followup') {
    const [benefit = '', day = null] = JSON.parse(row.subject_key) as string[];
    return { ...none, name: benefits.get(benefit) ?? null, day };
  }
  if (row.subject !== 'measurement') return null;
  const [measure, phase, day] = JSON.parse(row.subject_key) as [string, Phase, string];
  const { name = null, unit = null } = measures.get(measure) ?? {};
  const { per } = (parsed(row.after) ?? parsed(row.before)) as { per: Per | null };
  return { name, unit, per, phase, day };
}

/** What of a content is told: rows are kept to go back to, and say again what the rest does. */
function told(content: string | null): unknown {
  const all = parsed(content) as { rows?: unknown } | null;
  const { rows: _, ...rest } = all ?? {};
  return all && rest;
}

function parsed(content: string | null): unknown {
  return content === null ? null : JSON.parse(content);
}
