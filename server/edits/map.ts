import { MapContent } from '../contract/map.ts';
import { linkIndex, type MapLink, type MapSource, projectMap, whyNotLink } from '../domain/benefitMap.ts';
import { GevinstError } from '../errors.ts';
import { mapSource, nodeSaid } from '../queries/mapSource.ts';
import type { Trx } from '../warehouse/schema.ts';
import { type Change, recordChange } from './changes.ts';
import type { Editor } from './edit.ts';
import { contentOf, countOthers, keyOf, otherMaps } from './mapContent.ts';
import { removeLinks, removeTexts } from './mapRows.ts';
import { notRestorable } from './restoring.ts';
import { requireRevision, revisionOf } from './revision.ts';
import { putRow } from './rows.ts';

const LINK_KEY = ['from_node', 'to_node'] as const;
const NODE_KEY = ['project', 'node'] as const;

/**
 * Saves a project's whole map, and only what is that project's: another's arrows stay, even between the same texts.
 * @returns the revision of the map as it is now
 * @throws GevinstError `not-found`, `changed-meanwhile`, and `bad-parameter` for an arrow or box that cannot be
 */
export async function saveMap(
  trx: Trx,
  project: string,
  { revision, nodes, links }: MapContent & { revision: string },
  editor: Editor,
): Promise<{ revision: string }> {
  const source = await mapSource(trx);
  const before = currentOf(source, project);
  requireRevision(before, revision, 'The map');
  const next = tidied({ nodes, links }, source, project);
  requireDrawable(next, before, source, project);
  return write(trx, source, project, next, 'changed', editor);
}

/**
 * Makes a map what it was, as far as the benefits on it are still there; that is a change of its own.
 * @throws GevinstError `not-found`, `bad-parameter` where a text of it has become a code, `cannot-restore` where it is so already
 */
export async function restoreMap(trx: Trx, project: string, content: unknown, editor: Editor): Promise<void> {
  const source = await mapSource(trx);
  const now = revisionOf(currentOf(source, project));
  const { nodes, links } = MapContent.parse(content);
  const texts = new Set(nodes.map((n) => n.node));
  const there = (node: string) => texts.has(node) || source.codes.get(node)?.project === project;
  const possible = { nodes, links: links.filter(({ from, to }) => there(from) && there(to)) };
  const { revision } = await write(
    trx,
    source,
    project,
    tidied(possible, source, project),
    'restored',
    editor,
  );
  if (revision === now) throw notRestorable('same');
}

/** @throws GevinstError `not-found` */
function currentOf(source: MapSource, project: string): MapContent {
  if (source.codes.get(project)?.project !== project) {
    throw new GevinstError('not-found', `There is no project “${project}”.`, { project });
  }
  return contentOf(projectMap(linkIndex(source), project), source);
}

/** Texts with single spaces, each once; only what is a text has a place that can be chosen. */
function tidied({ nodes, links }: MapContent, source: MapSource, project: string): MapContent {
  const tidy = (text: string) => nodeSaid(source.codes, text);
  const texts = new Map(nodes.map((n) => [tidy(n.node), n.kind]));
  for (const [node, kind] of texts) {
    const code = source.codes.get(node);
    if (code && code.project !== project) {
      throw refused(`“${node}” is the code of something in another project. Write other words.`, 'nodes');
    }
    if (!code && kind === 'benefit') {
      throw refused(`“${node}” is not a benefit of this project. Create the benefit first.`, 'nodes');
    }
  }
  const arrows = new Map(
    links.map((l) => ({ from: tidy(l.from), to: tidy(l.to) })).map((l) => [keyOf(l), l]),
  );
  const all = [...texts].map(([node, kind]) => ({ node, kind }));
  return {
    nodes: all.filter((n) => !source.codes.has(n.node)),
    links: [...arrows.values()],
  };
}

/** @throws GevinstError `bad-parameter` for a new arrow that goes nowhere, backwards or round */
function requireDrawable(next: MapContent, before: MapContent, source: MapSource, project: string): void {
  const there = new Set(before.links.map(keyOf));
  const codes = [...source.codes].filter(([, code]) => code.project === project);
  const nodes = [...next.nodes, ...codes.map(([node, { kind }]) => ({ node, kind }))];
  const known = new Set(nodes.map((n) => n.node));
  for (const link of next.links) {
    const lost = [link.from, link.to].find((node) => !known.has(node));
    if (lost !== undefined) throw refused(`An arrow needs “${lost}”, which is not on the map.`, 'links');
    if (there.has(keyOf(link))) continue;
    const why = whyNotLink({ nodes, links: next.links }, link);
    if (why === null) continue;
    const arrow = `The arrow from “${link.from}” to “${link.to}”`;
    const what = { same: 'leads to itself', backwards: 'goes backwards', circle: 'closes a circle' }[why];
    throw refused(`${arrow} ${what}. Arrows go from left to right.`, 'links');
  }
}

async function write(
  trx: Trx,
  source: MapSource,
  project: string,
  next: MapContent,
  verb: Change['verb'],
  editor: Editor,
): Promise<{ revision: string }> {
  const before = currentOf(source, project);
  const added = without(next.links, before.links);
  await removeLinks(trx, source, toRemove(source, project, before, next));
  for (const link of added) await putRow(trx, 'link', LINK_KEY, rowOf(link));
  const kept = new Set(next.nodes.map((n) => n.node));
  const gone = [...(source.chosen.get(project)?.keys() ?? [])].filter((node) => !kept.has(node));
  await removeTexts(trx, source, project, new Set(gone));
  for (const { node, kind } of next.nodes) await putRow(trx, 'map_node', NODE_KEY, { project, node, kind });
  const after = currentOf(await mapSource(trx), project);
  if (revisionOf(before) !== revisionOf(after)) {
    await recordChange(trx, editor, { project, subject: 'map', key: project, verb, before, after });
  }
  return { revision: revisionOf(after) };
}

/**
 * The arrows to take out. One between two texts may be on other projects' maps too: it stays for them, unless it would
 * then still be on this map.
 */
function toRemove(source: MapSource, project: string, before: MapContent, next: MapContent): MapLink[] {
  const gone = without(before.links, next.links);
  const others = countOthers(otherMaps(linkIndex(source), project));
  const own = gone.filter((link) => others.link(link) === 0);
  const links = [...without(source.links, own), ...next.links];
  const chosen = new Map(source.chosen).set(project, new Map(next.nodes.map((n) => [n.node, n.kind])));
  const left = projectMap(linkIndex({ ...source, links, chosen }), project);
  const still = new Set(left.links.map(keyOf));
  return gone.filter((link) => others.link(link) === 0 || still.has(keyOf(link)));
}

function without(links: readonly MapLink[], gone: readonly MapLink[]): MapLink[] {
  const keys = new Set(gone.map(keyOf));
  return links.filter((link) => !keys.has(keyOf(link)));
}

function rowOf({ from, to }: MapLink) {
  return { from_node: from, to_node: to };
}

function refused(message: string, parameter: string): GevinstError {
  return new GevinstError('bad-parameter', message, { parameter });
}
