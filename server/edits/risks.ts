import type { Risk } from '../domain/plan.ts';
import { GevinstError } from '../errors.ts';
import { risks as storedRisks } from '../queries/risks.ts';
import type { Db, Trx } from '../warehouse/schema.ts';
import { recordChange } from './changes.ts';
import { type Editor, edit } from './edit.ts';
import { notRestorable, type Restored } from './restoring.ts';
import { requireRevision, revisionOf } from './revision.ts';
import { putRow, removeRow } from './rows.ts';

const KEY = ['project', 'risk'] as const;

/** Whether a project's risks have changed since somebody saw them. */
export function risksRevision(risks: readonly Risk[]): string {
  return revisionOf(risks);
}

/** A project's risks by name. */
export async function projectRisks(db: Db, project: string): Promise<Risk[]> {
  const rows = await storedRisks(db, project);
  return rows.map((r) => ({ risk: r.risk, probability: r.probability, consequence: r.consequence_oere }));
}

/**
 * Saves all of a project's risks: those that are not among them are removed.
 * @throws GevinstError `changed-meanwhile`; `bad-parameter` when two have the same name
 */
export async function saveRisks(
  db: Db,
  project: string,
  { risks, revision }: { risks: readonly Risk[]; revision: string },
  editor: Editor,
): Promise<{ revision: string }> {
  return edit(db, async (trx) => {
    const before = await projectRisks(trx, project);
    requireRevision(before, revision, 'The list of risks');
    refuseDoubles(risks);
    const after = await put(trx, project, before, risks);
    if (risksRevision(after) !== revision) {
      const verb = before.length === 0 ? 'created' : after.length === 0 ? 'removed' : 'changed';
      await recordChange(trx, editor, { ...changeOf(project, before, after), verb });
    }
    return { revision: risksRevision(after) };
  });
}

/** Brings back what a project's risks once were. @throws GevinstError `cannot-restore` where they are so already */
export async function restoreRisks(
  trx: Trx,
  { project, content }: Pick<Restored, 'project' | 'content'>,
  editor: Editor,
): Promise<void> {
  const before = await projectRisks(trx, project);
  const restored = (content as Kept | null)?.risks ?? [];
  const after = await put(
    trx,
    project,
    before,
    restored.map((r) => ({ ...r, consequence: Math.round(r.consequence * 100) })),
  );
  if (risksRevision(after) === risksRevision(before)) throw notRestorable('same');
  await recordChange(trx, editor, { ...changeOf(project, before, after), verb: 'restored' });
}

async function put(
  trx: Trx,
  project: string,
  before: readonly Risk[],
  risks: readonly Risk[],
): Promise<Risk[]> {
  const kept = new Set(risks.map((r) => r.risk));
  for (const { risk } of before) {
    if (!kept.has(risk)) await removeRow(trx, 'risk', KEY, { project, risk });
  }
  for (const { risk, probability, consequence } of risks) {
    const old = before.find((b) => b.risk === risk);
    if (old?.probability === probability && old.consequence === consequence) continue;
    await putRow(trx, 'risk', KEY, { project, risk, probability, consequence_oere: consequence });
  }
  return projectRisks(trx, project);
}

function refuseDoubles(risks: readonly Risk[]): void {
  const names = new Set<string>();
  for (const { risk } of risks) {
    const name = risk.toLowerCase();
    if (names.has(name)) {
      throw new GevinstError('bad-parameter', `The risk “${risk}” is there twice: give each its own name.`, {
        parameter: 'risks',
      });
    }
    names.add(name);
  }
}

/** What a change keeps of the risks, with consequences in kroner: it is read by people. */
interface Kept {
  risks: Risk[];
}

function changeOf(project: string, before: Risk[], after: Risk[]) {
  const content = (risks: Risk[]): Kept | null =>
    risks.length === 0 ? null : { risks: risks.map((r) => ({ ...r, consequence: r.consequence / 100 })) };
  return { project, subject: 'risks', key: project, before: content(before), after: content(after) } as const;
}
