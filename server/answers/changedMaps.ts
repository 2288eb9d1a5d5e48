import type { FieldChange } from '../contract/changes.ts';
import { MapContent } from '../contract/map.ts';
import { changedOnMap } from '../domain/mapChange.ts';
import { benefits } from '../queries/benefits.ts';
import { projects } from '../queries/projects.ts';
import { robots } from '../queries/robots.ts';
import type { Db } from '../warehouse/schema.ts';

const NOTHING: MapContent = { nodes: [], links: [] };

/** Tells what each change of a project's map did, with the names of its benefits as they are now. */
export async function changedMaps(
  db: Db,
  project: string,
): Promise<(before: unknown, after: unknown) => FieldChange[]> {
  const names = new Map([
    ...(await robots(db, project)).map((r) => [r.robot, r.name] as const),
    ...(await benefits(db, project)).map((b) => [b.benefit, b.name] as const),
    ...(await projects(db, project)).map((p) => [p.project, p.name] as const),
  ]);
  const content = (value: unknown) => (value === null ? NOTHING : MapContent.parse(value));
  return (before, after) => changedOnMap(content(before), content(after), (node) => names.get(node) ?? node);
}
