import { type BenefitMap, linkIndex, projectMap } from '../domain/benefitMap.ts';
import { goalCalled, singleSpaced } from '../domain/goalName.ts';
import { GevinstError } from '../errors.ts';
import { mapSource, nodeSaid } from '../queries/mapSource.ts';
import type { Trx } from '../warehouse/schema.ts';
import { recordChange } from './changes.ts';
import type { Editor } from './edit.ts';
import { contentOf, projectsOf } from './mapContent.ts';
import { removeLinks, removeTexts } from './mapRows.ts';
import { putRow } from './rows.ts';

/**
 * Renames a goal on every project's map. One that is already called so, be it in other capitals, is then the same goal.
 * @returns what the goal is called then, whether there was one already, and how many projects' maps were changed
 * @throws GevinstError `not-found`, and `bad-parameter` if the new words are a code
 */
export async function renameGoal(
  trx: Trx,
  given: { from: string; to: string },
  editor: Editor,
): Promise<{ goal: string; joined: boolean; projects: number }> {
  const source = await mapSource(trx);
  const from = nodeSaid(source.codes, given.from);
  const index = linkIndex(source);
  const maps = projectsOf(source).map((project) => ({ project, map: projectMap(index, project) }));
  const goalsOf = (map: BenefitMap) => map.nodes.filter((n) => n.kind === 'goal').map((n) => n.node);
  const before = maps.filter(({ map }) => goalsOf(map).includes(from));
  if (before.length === 0 || source.codes.has(from)) {
    throw new GevinstError('not-found', `There is no goal “${from}”.`, { goal: from });
  }
  const others = [...new Set(maps.flatMap(({ map }) => goalsOf(map)))].filter((goal) => goal !== from);
  const there = goalCalled(given.to, others);
  const to = there ?? singleSpaced(given.to);
  const answer = { goal: to, joined: there !== undefined };
  if (source.codes.has(to)) {
    const message = `“${to}” is the code of a project, a robot or a benefit. Write other words.`;
    throw new GevinstError('bad-parameter', message, { parameter: 'to' });
  }
  if (to === from) return { ...answer, projects: 0 };
  const renamed = (node: string) => (node === from ? to : node);
  const arrows = source.links.filter((l) => l.from === from || l.to === from);
  await removeLinks(trx, source, arrows);
  for (const link of arrows) {
    const next = { from_node: renamed(link.from), to_node: renamed(link.to) };
    if (next.from_node !== next.to_node) await putRow(trx, 'link', ['from_node', 'to_node'], next);
  }
  for (const [project, nodes] of source.chosen) {
    const kind = nodes.get(from);
    if (kind === undefined) continue;
    await removeTexts(trx, source, project, new Set([from]));
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
  return { ...answer, projects: before.length };
}
