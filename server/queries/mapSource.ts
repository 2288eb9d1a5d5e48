import type { MapCode, MapLink, MapSource, NodeKind } from '../domain/benefitMap.ts';
import { singleSpaced } from '../domain/goalName.ts';
import type { Db } from '../warehouse/schema.ts';

/** All that benefit maps are drawn from, of every project: goals and changes are shared by those that use their words. */
export async function mapSource(db: Db): Promise<MapSource> {
  const links = await db
    .selectFrom('link')
    .select(['from_node as from', 'to_node as to'])
    .orderBy('from_node')
    .orderBy('to_node')
    .execute();
  const projects = await db.selectFrom('project').select('project').execute();
  const robots = await db.selectFrom('robot').select(['robot', 'project']).execute();
  const benefits = await db
    .selectFrom('benefit')
    .leftJoin('benefit_card', 'benefit_card.benefit', 'benefit.benefit')
    .select(['benefit.benefit', 'benefit.project', 'benefit_card.archived'])
    .execute();
  const nodes = await db.selectFrom('map_node').selectAll().orderBy('project').orderBy('node').execute();
  // Where a code is used twice, a project's comes before a benefit's, and that before a robot's.
  const codes = new Map<string, MapCode>([
    ...robots.map((r) => [r.robot, { project: r.project, kind: 'solution' as const }] as const),
    ...benefits.map(
      (b) =>
        [b.benefit, { project: b.archived === null ? b.project : null, kind: 'benefit' as const }] as const,
    ),
    ...projects.map((p) => [p.project, { project: p.project, kind: 'solution' as const }] as const),
  ]);
  const chosen = new Map<string, Map<string, NodeKind>>();
  for (const { project, node, kind } of nodes) {
    const own = chosen.get(project) ?? new Map<string, NodeKind>();
    chosen.set(project, own.set(nodeSaid(codes, node), kind));
  }
  const said = new Map<string, MapLink>();
  for (const { from, to } of links) {
    const link = { from: nodeSaid(codes, from), to: nodeSaid(codes, to) };
    said.set(JSON.stringify([link.from, link.to]), link);
  }
  return { links: [...said.values()], codes, chosen };
}

/** A box as a row names it: a code as it is, a text with single spaces, since two that look the same are one. */
export function nodeSaid(codes: MapSource['codes'], node: string): string {
  return codes.has(node) ? node : singleSpaced(node);
}
