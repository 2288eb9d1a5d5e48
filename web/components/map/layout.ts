import { layout as dagreLayout, Graph } from '@dagrejs/dagre';
import { type MapLink, NODE_KINDS, type NodeKind } from '../../../server/domain/benefitMap.ts';

export const NODE_WIDTH = 252;
const GAP = 88;
const BETWEEN = 22;
/** The width of every map: four columns. */
export const MAP_WIDTH = NODE_KINDS.length * NODE_WIDTH + (NODE_KINDS.length - 1) * GAP;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Sized {
  node: string;
  kind: NodeKind;
  height: number;
}

/** Where a column begins. */
export function columnX(kind: NodeKind): number {
  return NODE_KINDS.indexOf(kind) * (NODE_WIDTH + GAP);
}

/** More boxes without an arrow than this are set side by side below the map, so that it does not become all too long. */
const FEW_LOOSE = 4;
const ABOVE_LOOSE = 72;

/**
 * Where each box goes, and the map's height. Boxes that no arrow reaches are below the others: in their columns, or
 * side by side from `loose` on if they are many.
 */
export function mapLayout(nodes: readonly Sized[], links: readonly MapLink[]) {
  const ends = new Set(links.flatMap((l) => [l.from, l.to]));
  const linked = nodes.filter((n) => n.kind === 'solution' || ends.has(n.node));
  const free = nodes.filter((n) => !linked.includes(n));
  const boxes = inColumns(linked, links);
  const below = heightOf(boxes);
  if (free.length <= FEW_LOOSE) {
    const columns = new Map<NodeKind, number>();
    for (const { node, kind, height } of free) {
      const own = linked.filter((n) => n.kind === kind).map((n) => bottomOf(boxes.get(n.node)));
      const y = columns.get(kind) ?? Math.max(0, ...own.map((bottom) => bottom + BETWEEN));
      boxes.set(node, { x: columnX(kind), y, width: NODE_WIDTH, height });
      columns.set(kind, y + height + BETWEEN);
    }
    return { boxes, height: heightOf(boxes), loose: null };
  }
  let y = below + ABOVE_LOOSE;
  for (let i = 0; i < free.length; i += NODE_KINDS.length) {
    const row = free.slice(i, i + NODE_KINDS.length);
    const height = Math.max(...row.map((n) => n.height));
    for (const [at, { node }] of row.entries()) {
      boxes.set(node, { x: at * (NODE_WIDTH + GAP), y, width: NODE_WIDTH, height });
    }
    y += height + BETWEEN;
  }
  return { boxes, height: heightOf(boxes), loose: below };
}

const bottomOf = (box: Box | undefined) => (box ? box.y + box.height : 0);
const heightOf = (boxes: ReadonlyMap<string, Box>) => Math.max(0, ...[...boxes.values()].map(bottomOf));

/**
 * Each box in its kind's column, in the order that lets the fewest arrows cross. Arrows within a column have no say.
 */
function inColumns(nodes: readonly Sized[], links: readonly MapLink[]): Map<string, Box> {
  const column = new Map(nodes.map((n) => [n.node, NODE_KINDS.indexOf(n.kind)]));
  const graph = new Graph();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: BETWEEN,
    edgesep: BETWEEN,
    ranksep: GAP,
    ranker: (g: Graph) => {
      // The ranks between are where dagre would put labels on the arrows.
      for (const node of g.nodes()) g.node(node).rank = 2 * (column.get(node) ?? 0);
    },
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { node, height } of nodes) graph.setNode(node, { width: NODE_WIDTH, height });
  for (const { from, to } of links) {
    if ((column.get(from) ?? 0) < (column.get(to) ?? 0)) graph.setEdge(from, to);
  }
  dagreLayout(graph);
  const placed = nodes.map(({ node, kind, height }) => {
    const y = graph.node(node).y - height / 2;
    return [node, { x: columnX(kind), y, width: NODE_WIDTH, height }] as const;
  });
  return apart(nodes, new Map(placed));
}

/** Moves the boxes of a column so that none is over another, and the topmost of all at 0. */
function apart(nodes: readonly Sized[], boxes: ReadonlyMap<string, Box>): Map<string, Box> {
  const moved = new Map<string, Box>();
  for (const kind of NODE_KINDS) {
    const own = nodes.filter((n) => n.kind === kind).flatMap((n) => [[n.node, boxes.get(n.node)] as const]);
    let free = Number.NEGATIVE_INFINITY;
    for (const [node, box] of own.sort((a, b) => (a[1]?.y ?? 0) - (b[1]?.y ?? 0))) {
      if (!box) continue;
      const y = Math.max(box.y, free);
      moved.set(node, { ...box, y });
      free = y + box.height + BETWEEN;
    }
  }
  const top = Math.min(...[...moved.values()].map((b) => b.y));
  for (const [node, box] of moved) moved.set(node, { ...box, y: Math.round(box.y - top) });
  return moved;
}

/** An arrow's line, as SVG has it: from the right of one box to the left of the next, or round the side of a column. */
export function linkPath(from: Box, to: Box): string {
  const x1 = from.x + from.width;
  const y1 = from.y + from.height / 2;
  const y2 = to.y + to.height / 2;
  if (from.x === to.x) {
    const out = x1 + GAP * 0.45;
    return `M${x1},${y1} C${out},${y1} ${out},${y2} ${x1},${y2}`;
  }
  const middle = (to.x - x1) / 2;
  return `M${x1},${y1} C${x1 + middle},${y1} ${to.x - middle},${y2} ${to.x},${y2}`;
}

const LETTERS_A_LINE = { name: 27, fact: 37 };

/** How high a box must be for its texts, which wrap at its width. */
export function boxHeight(name: string, facts: readonly string[], status: string | null): number {
  const lines = (text: string, letters: number) => Math.max(1, Math.ceil(text.length / letters));
  const small = [...facts, ...(status === null ? [] : [`xx${status}`])];
  return (
    24 +
    lines(name, LETTERS_A_LINE.name) * 21 +
    small.reduce((sum, text) => sum + lines(text, LETTERS_A_LINE.fact) * 18 + 3, 0)
  );
}
