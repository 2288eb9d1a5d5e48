import type * as z from 'zod/mini';
import type { ProjectContent } from '../contract/card.ts';
import { MUNICIPALITIES } from '../domain/municipalities.ts';
import { projectIssues } from '../domain/projectRules.ts';
import { GevinstError } from '../errors.ts';
import { departmentsOf, projectFacts } from '../queries/projectFacts.ts';
import type { Db, Schema, Trx } from '../warehouse/schema.ts';
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
    requireRevision(await requireFacts(trx, project), revision, 'The project');
    const before = await stateOf(trx, project);
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
  const facts = await requireFacts(trx, project);
  if (facts.live === live) return;
  if (facts.live !== null) {
    const message = `The project has got another go-live meanwhile, ${facts.live}. Nothing was saved.`;
    throw new GevinstError('changed-meanwhile', message, { what: 'The project' });
  }
  if (facts.ended !== null && facts.ended < live) {
    const message = `The project ended on ${facts.ended}, before it would have gone live.`;
    throw new GevinstError('bad-parameter', message, { parameter: 'live', expected: 'a day before that' });
  }
  const before = await stateOf(trx, project);
  await writeProject(trx, project, { ...facts, live } as Content);
  await record(trx, editor, project, 'changed', before);
}

/**
 * Puts a project's facts back to what they were before a change, and records that.
 * @throws GevinstError `not-found`, `bad-parameter` where its department is gone, `cannot-restore` where they are so already
 */
export async function restoreProject(
  trx: Trx,
  { project, content }: Pick<Restored, 'project' | 'content'>,
  editor: Editor,
): Promise<void> {
  if (content === null) {
    throw new GevinstError('bad-parameter', 'Before this change there was no project to go back to.');
  }
  const before = await stateOf(trx, project);
  const { rows } = content as ProjectState;
  await requireMunicipality(trx, rows.project.municipality);
  await requireDepartment(trx, rows.project.department);
  await putChanged(trx, 'project', ['project'], rows.project);
  if (revisionOf(await stateOf(trx, project)) === revisionOf(before)) throw notRestorable('same');
  await record(trx, editor, project, 'restored', before);
}

/** What a project's history keeps: its facts, and the row that they are of. */
interface ProjectState {
  rows: { project: Omit<Schema['project'], 'load_id'> };
}

async function stateOf(trx: Trx, project: string): Promise<ProjectState> {
  const facts = await requireFacts(trx, project);
  const { load_id: _, ...row } = await trx
    .selectFrom('project')
    .selectAll()
    .where('project', '=', project)
    .executeTakeFirstOrThrow();
  return { ...facts, rows: { project: row } };
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
  const after = await stateOf(trx, project);
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  await recordChange(trx, editor, { project, subject: 'project', key: project, verb, before, after });
}

async function writeProject(trx: Trx, project: string, content: Content): Promise<void> {
  await requireMunicipality(trx, content.municipality);
  const { department: _, ownerEmail, ...facts } = content;
  await putChanged(trx, 'project', ['project'], {
    project,
    ...facts,
    owner_email: ownerEmail,
    department: await departmentCode(trx, project, content),
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

/** @throws GevinstError `bad-parameter` if there is no such department; none is right */
async function requireDepartment(trx: Trx, department: string | null): Promise<void> {
  if (department === null) return;
  const there = await trx
    .selectFrom('department')
    .select('department')
    .where('department', '=', department)
    .executeTakeFirst();
  if (there) return;
  const parameter = 'department';
  throw new GevinstError('bad-parameter', `There is no department “${department}” any more.`, { parameter });
}

/** The department that the project has, if it is called so: several can be. Else one that is, or a new one. */
async function departmentCode(
  trx: Trx,
  project: string,
  { municipality, department: name }: Content,
): Promise<string | null> {
  if (name === null) return null;
  const own = await trx
    .selectFrom('project')
    .innerJoin('department', 'department.department', 'project.department')
    .select(['department.department', 'department.name', 'project.municipality'])
    .where('project.project', '=', project)
    .executeTakeFirst();
  if (own?.name === name && own.municipality === municipality) return own.department;
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
