import type { TFunction } from 'i18next';
import type { ProjectMap } from '../../../server/contract/map.ts';
import { type Box, boxHeight, mapLayout } from './layout.ts';
import { factText, nodeFacts } from './nodeFacts.ts';
import { statusText } from './StatusMark.tsx';

/** Where each box of a map goes, for the texts that it holds in the language of the page. */
export function mapBoxes(
  map: ProjectMap,
  t: TFunction,
  language: string,
): { boxes: ReadonlyMap<string, Box>; height: number; loose: number | null } {
  const sized = map.nodes.map((n) => {
    const status = n.benefit ? statusText(n.benefit.status, t, language) : null;
    return {
      node: n.node,
      kind: n.kind,
      height: boxHeight(n.name, nodeFacts(n, t, language).map(factText), status),
    };
  });
  return mapLayout(sized, map.links);
}

/** What the arrows from a box lead to, by name. */
export function nextNames({ nodes, links }: ProjectMap, node: string): string[] {
  const names = new Map(nodes.map((n) => [n.node, n.name]));
  return links.filter((l) => l.from === node).flatMap((l) => names.get(l.to) ?? []);
}
