import type { MapLink, MapSource } from '../domain/benefitMap.ts';
import { nodeSaid } from '../queries/mapSource.ts';
import type { Trx } from '../warehouse/schema.ts';
import { keyOf } from './mapContent.ts';
import { removeRow } from './rows.ts';

/** Takes arrows out, in whatever spacing files have written their ends. */
export async function removeLinks(trx: Trx, { codes }: MapSource, links: readonly MapLink[]): Promise<void> {
  if (links.length === 0) return;
  const gone = new Set(links.map(keyOf));
  for (const row of await trx.selectFrom('link').selectAll().execute()) {
    const link = { from: nodeSaid(codes, row.from_node), to: nodeSaid(codes, row.to_node) };
    if (gone.has(keyOf(link))) await removeRow(trx, 'link', ['from_node', 'to_node'], row);
  }
}

/** Takes texts off a project's map, in whatever spacing they were put on it. */
export async function removeTexts(
  trx: Trx,
  { codes }: MapSource,
  project: string,
  texts: ReadonlySet<string>,
): Promise<void> {
  if (texts.size === 0) return;
  for (const row of await trx.selectFrom('map_node').selectAll().where('project', '=', project).execute()) {
    if (texts.has(nodeSaid(codes, row.node))) await removeRow(trx, 'map_node', ['project', 'node'], row);
  }
}
