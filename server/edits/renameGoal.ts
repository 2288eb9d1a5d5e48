import { linkIndex, projectMap } from '../domain/benefitMap.ts';
import { GevinstError } from '../errors.ts';
import { mapSource } from '../queries/mapSource.ts';
import type { Trx } from '../warehouse/schema.ts';
import { recordChange } from './changes.ts';
import type { Editor } from './edit.ts';
import { contentOf, projectsOf } from './mapContent.ts';
import { putRow, removeRow } from './rows.ts';

/**
 * Renames a goal on every project's map; one that is already called so is then the same goal.
 * @returns how many projects' maps were changed
 * @throws GevinstError `not-found`, and `bad-parameter` if the new words are a code
 */
export async function renameGoal(
  trx: Trx,
  { from, to }: { from: string; to: string },
  editor: Editor,
): Promise<{ projects: number }> {
  const source = await mapSource(trx);
  const index = linkIndex(source);
  const before = projectsOf(source)
    .map((project) => ({ project, map: projectMap(index, project) }))
    .filter(({ map }) => map.nodes.some((n) => n.node === from && n.kind === 'goal'));
  if (before.length === 0 || source.codes.has(from)) {
    throw new GevinstError('not-found', `There is no goal “${from}”.`, { goal: from });
  }
  if (source.codes.has(to)) {
    const message = `“${to}” is the code of a project, a robot or a benefit. Write other words.`;
    throw new GevinstError('bad-parameter', message, { parameter: 'to' });
  }
  const renamed = (node: string) => (node === from ? to : node);
  for (const link of source.links.filter((l) => l.from === from || l.to === from)) {
    const key = ['from_node', 'to_node'];
    await removeRow(trx, 'link', key, { from_node: link.from, to_node: link.to });
    const next = { from_node: renamed(link.from), to_node: renamed(link.to) };
    if (next.from_node !== next.to_node) await putRow(trx, 'link', key, next);
  }
  for (const [project, nodes] of source.chosen) {
    const kind = nodes.get(from);
    if (kind === undefined) continue;
    await removeRow(trx, 'map_node', ['project', 'node'], { project, node: from });
    if (!nodes.has(to)) await putRow(trx, 'map_node', ['project', 'node'], { project, node: to, kind });
  }
  const after = await mapSource(trx);
  const afterIndex = linkIndex(after);
  for (const { project, map } of before) {
    await recordChange(trx, editor, {
      project,
      subject: 'map',
      key: project,
      verb: 'changed',
      before: contentOf(map, source),
      after: contentOf(projectMap(afterIndex, project), after),
    });
  }
  return { projects: before.length };
}
