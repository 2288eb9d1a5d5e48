import type * as z from 'zod/mini';
import type { ProjectContent } from '../contract/card.ts';
import { MUNICIPALITIES } from '../domain/municipalities.ts';
import { projectIssues } from '../domain/projectRules.ts';
import { GevinstError } from '../errors.ts';
import { departmentsOf, projectFacts } from '../queries/projectFacts.ts';
import type { Db, Trx } from '../warehouse/schema.ts';
import { recordChange } from './changes.ts';
import { type Editor, edit } from './edit.ts';
import { newCode } from './newCode.ts';
import { putChanged } from './putChanged.ts';
import { notRestorable, type Restored } from './restoring.ts';
import { requireRevision, revisionOf } from './revision.ts';
import { putRow } from './rows.ts';

type Content = z.infer<typeof ProjectContent>;

/** Makes a project, and gives the code made of its name. @throws GevinstError `bad-parameter` */
export function createProject(db: Db, content: Content, editor: Editor): Promise<{ project: string }> {
  return edit(db, async (trx) => {
    requireRight(content);
    const project = await newCode(trx, 'project', content.name);
    await writeProject(trx, project, content);
    await record(trx, editor, project, 'created', null);
    return { project };
  });
}

/** Changes a project's facts. @throws GevinstError `not-found`, `changed-meanwhile`, `bad-parameter` */
export function saveProject(
  db: Db,
  project: string,
  { revision, content }: { revision: string; content: Content },
  editor: Editor,
): Promise<{ project: string }> {
  return edit(db, async (trx) => {
    const before = await requireFacts(trx, project);
    requireRevision(before, revision, 'The project');
    requireRight(content);
    await writeProject(trx, project, content);
    await record(trx, editor, project, 'changed', before);
    return { project };
  });
}

/**
 * Sets the go-live of a project that has none, within another edit.
 * @throws GevinstError `not-found`, `changed-meanwhile` if it has got another, `bad-parameter` if it ended before that
 */
export async function setGoLive(trx: Trx, project: string, live: string, editor: Editor): Promise<void> {
  const before = await requireFacts(trx, project);
  if (before.live === live) return;
  if (before.live !== null) {
    const message = `The project has got another go-live meanwhile, ${before.live}. Nothing was saved.`;
    throw new GevinstError('changed-meanwhile', message, { what: 'The project' });
  }
  if (before.ended !== null && before.ended < live) {
    const message = `The project ended on ${before.ended}, before it would have gone live.`;
    throw new GevinstError('bad-parameter', message, { parameter: 'live', expected: 'a day before that' });
  }
  await writeProject(trx, project, { ...before, live } as Content);
  await record(trx, editor, project, 'changed', before);
}

/**
 * Puts a project's facts back to what they were before a change, and records that.
 * @throws GevinstError `not-found`, `cannot-restore` where they are so already
 */
export async function restoreProject(
  trx: Trx,
  { project, content }: Pick<Restored, 'project' | 'content'>,
  editor: Editor,
): Promise<void> {
  if (content === null) {
    throw new GevinstError('bad-parameter', 'Before this change there was no project to go back to.');
  }
  const before = await requireFacts(trx, project);
  await writeProject(trx, project, content as Content);
  if (revisionOf(await requireFacts(trx, project)) === revisionOf(before)) throw notRestorable('same');
  await record(trx, editor, project, 'restored', before);
}

async function requireFacts(trx: Trx, project: string) {
  const found = await projectFacts(trx, project);
  if (found) return found;
  throw new GevinstError('not-found', `There is no project “${project}”.`, { project });
}

function requireRight(content: Content): void {
  const [issue] = projectIssues(content);
  if (!issue) return;
  throw new GevinstError('bad-parameter', `“${issue.field}” is wrong: ${issue.fault}.`, {
    parameter: issue.field,
    expected: issue.fault,
  });
}

async function record(
  trx: Trx,
  editor: Editor,
  project: string,
  verb: 'created' | 'changed' | 'restored',
  before: object | null,
): Promise<void> {
  const after = await requireFacts(trx, project);
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  await recordChange(trx, editor, { project, subject: 'project', key: project, verb, before, after });
}

async function writeProject(trx: Trx, project: string, content: Content): Promise<void> {
  await requireMunicipality(trx, content.municipality);
  const { department, ownerEmail, ...facts } = content;
  await putChanged(trx, 'project', ['project'], {
    project,
    ...facts,
    owner_email: ownerEmail,
    department: department === null ? null : await departmentCode(trx, content.municipality, department),
  });
}

/** One of the 98, or one that a file has named; the former is there once it is first used. */
async function requireMunicipality(trx: Trx, municipality: string): Promise<void> {
  const there = await trx
    .selectFrom('municipality')
    .select('municipality')
    .where('municipality', '=', municipality)
    .executeTakeFirst();
  if (there) return;
  const known = MUNICIPALITIES.find((m) => m.municipality === municipality);
  if (!known) {
    throw new GevinstError('bad-parameter', `There is no municipality “${municipality}”.`, {
      parameter: 'municipality',
      expected: 'the code of one of the 98 municipalities, such as 0751',
    });
  }
  await putRow(trx, 'municipality', ['municipality'], { ...known });
}

async function departmentCode(trx: Trx, municipality: string, name: string): Promise<string> {
  const named = (await departmentsOf(trx, municipality)).find(
    (d) => d.name.toLowerCase() === name.toLowerCase(),
  );
  if (named) return named.department;
  const department = await newCode(trx, 'department', name);
  await putRow(trx, 'department', ['department'], {
    department,
    name,
    municipality,
    parent: null,
    load_id: 0,
  });
  return department;
}
