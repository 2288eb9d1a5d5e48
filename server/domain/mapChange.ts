import type { MapLink, MapNode } from './benefitMap.ts';

/** What a map holds apart from codes: its texts, and all arrows. */
interface Drawn {
  nodes: readonly MapNode[];
  links: readonly MapLink[];
}

/** A box or an arrow that came, went, or has other words; null where there was or is none. */
interface DrawnChange {
  field: 'mapBox' | 'mapArrow';
  from: string | null;
  to: string | null;
}

/**
 * What a change of a map did, in words: boxes and arrows that were added or taken away, by name; a box that was only
 * renamed is that, without its arrows.
 */
export function changedOnMap(before: Drawn, after: Drawn, nameOf: (node: string) => string): DrawnChange[] {
  const gone = missing(before.nodes, after.nodes, (n) => n.node);
  const come = missing(after.nodes, before.nodes, (n) => n.node);
  const renamed = onlyRenamed(before, after, gone, come);
  if (renamed) return [renamed];
  const arrow = ({ from, to }: MapLink) => `${nameOf(from)} → ${nameOf(to)}`;
  return [
    ...gone.map((n): DrawnChange => ({ field: 'mapBox', from: n.node, to: null })),
    ...come.map((n): DrawnChange => ({ field: 'mapBox', from: null, to: n.node })),
    ...missing(before.links, after.links, arrowKey).map(
      (l): DrawnChange => ({ field: 'mapArrow', from: arrow(l), to: null }),
    ),
    ...missing(after.links, before.links, arrowKey).map(
      (l): DrawnChange => ({ field: 'mapArrow', from: null, to: arrow(l) }),
    ),
  ];
}

function onlyRenamed(
  before: Drawn,
  after: Drawn,
  gone: readonly MapNode[],
  come: readonly MapNode[],
): DrawnChange | null {
  const [old, ...moreGone] = gone;
  const [now, ...moreCome] = come;
  if (!old || !now || moreGone.length + moreCome.length > 0 || old.kind !== now.kind) return null;
  const name = (node: string) => (node === old.node ? now.node : node);
  const arrows = before.links.map((l) => arrowKey({ from: name(l.from), to: name(l.to) })).sort();
  const same = JSON.stringify(arrows) === JSON.stringify(after.links.map(arrowKey).sort());
  return same ? { field: 'mapBox', from: old.node, to: now.node } : null;
}

function arrowKey({ from, to }: MapLink): string {
  return JSON.stringify([from, to]);
}

/** Those of one list that are not in the other. */
function missing<T>(all: readonly T[], others: readonly T[], key: (item: T) => string): T[] {
  const there = new Set(others.map(key));
  return all.filter((item) => !there.has(key(item)));
}
