import type { MapLink, MapNode } from '../../../server/contract/map.ts';

/** A box of the map as an item of a nested list. `again`: what it leads to is said where it first was. */
export interface Item {
  node: MapNode;
  items: Item[];
  again: boolean;
}

/**
 * The map as nested lists: from each solution along the arrows; then what no solution leads to. A box that several
 * arrows lead to is under each of them, and what follows it under the first.
 */
export function outline(nodes: readonly MapNode[], links: readonly MapLink[]) {
  const byCode = new Map(nodes.map((n) => [n.node, n]));
  const next = (node: string) => links.filter((l) => l.from === node).flatMap((l) => byCode.get(l.to) ?? []);
  const said = new Set<string>();
  const item = (node: MapNode): Item => {
    const after = next(node.node);
    const again = said.has(node.node) && after.length > 0;
    said.add(node.node);
    return { node, items: again ? [] : after.map(item), again };
  };
  const linked = nodes.filter((n) => n.kind === 'solution').map(item);
  const unlinked: Item[] = [];
  const reached = new Set(links.map((l) => l.to));
  const left = () => nodes.filter((n) => !said.has(n.node));
  for (const node of left().filter((n) => !reached.has(n.node))) unlinked.push(item(node));
  // What is left is only in circles.
  for (let [node] = left(); node; [node] = left()) unlinked.push(item(node));
  return { linked, unlinked };
}
