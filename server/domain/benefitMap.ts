/** The columns of a benefit map, left to right. */
export const NODE_KINDS = ['solution', 'change', 'benefit', 'goal'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** A box of a map. `node` is a code (of a project, a robot or a benefit) or, for changes and goals, the text itself. */
export interface MapNode {
  node: string;
  kind: NodeKind;
}

export interface MapLink {
  from: string;
  to: string;
}

/** A project's map. */
export interface BenefitMap {
  nodes: MapNode[];
  links: MapLink[];
}

/** What a code is of, and on whose map it can be: a benefit that is set aside is on none, and keeps its arrows. */
export interface MapCode {
  project: string | null;
  kind: 'solution' | 'benefit';
}

/** Everything that maps are drawn from: all arrows, whose code a code is, and the kinds that were chosen. */
export interface MapSource {
  links: readonly MapLink[];
  /** What codes are, of projects, robots and benefits. */
  codes: ReadonlyMap<string, MapCode>;
  /** By project: the texts on its map with the column each was put in. */
  chosen: ReadonlyMap<string, ReadonlyMap<string, NodeKind>>;
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

/** Arrows that can be followed both ways. */
export interface LinkIndex {
  source: MapSource;
  next: Neighbours;
  previous: Neighbours;
  /** By project: its benefits, and its solutions that arrows go from. */
  benefits: ReadonlyMap<string, readonly string[]>;
  solutions: ReadonlyMap<string, readonly string[]>;
}

/** Makes the arrows quick to follow; the same index serves every project. */
export function linkIndex(source: MapSource): LinkIndex {
  const next = neighbours(source.links.map((l) => [l.from, l.to]));
  const previous = neighbours(source.links.map((l) => [l.to, l.from]));
  const benefits = new Map<string, string[]>();
  const solutions = new Map<string, string[]>();
  for (const [code, { project, kind }] of source.codes) {
    if (project === null) continue;
    if (kind === 'benefit') put(benefits, project, code);
    else if (next.has(code)) put(solutions, project, code);
  }
  return { source, next, previous, benefits, solutions };
}

/**
 * A project's map: its solution and all of its benefits, what they lead to and come from, and the texts put on it by
 * hand. Texts are shared by all projects that use the same words; arrows to and from other projects' codes are not
 * followed, nor are those to a text that only another project's benefits come from.
 */
export function projectMap(index: LinkIndex, project: string): BenefitMap {
  const { codes, chosen: allChosen } = index.source;
  const chosen = allChosen.get(project) ?? new Map<string, NodeKind>();
  const own = (node: string) => codes.get(node)?.project === project;
  const foreign = (node: string) => codes.has(node) && !own(node);
  const benefits = index.benefits.get(project) ?? [];
  const toOwnBenefit = reached(index.previous, benefits, (node) => !foreign(node));
  const downstream = reached(index.next, benefits, (node) => !foreign(node));
  const elsewhere = (node: string) =>
    !codes.has(node) && !toOwnBenefit.has(node) && !downstream.has(node) && leadsAway(index, node, own);
  const belongs = (node: string) => !foreign(node) && !elsewhere(node);

  const texts = [...chosen.keys()].filter((node) => !codes.has(node));
  const starts = [project, ...benefits, ...(index.solutions.get(project) ?? []), ...texts];
  const nodes = new Set([...reached(index.next, starts, belongs), ...toOwnBenefit]);
  const links = [...nodes].flatMap((from) =>
    (index.next.get(from) ?? []).filter((to) => nodes.has(to)).map((to) => ({ from, to })),
  );
  const kindOf = (node: string): NodeKind =>
    codes.get(node)?.kind ??
    chosen.get(node) ??
    (downstream.has(node) && !toOwnBenefit.has(node) ? 'goal' : 'change');
  return {
    nodes: [...nodes].map((node) => ({ node, kind: kindOf(node) })).sort(byColumn),
    links: links.sort(byEnds),
  };
}

/** Whether the arrows from a text lead to another project's benefit and to none of the project's own. */
function leadsAway({ next, source }: LinkIndex, node: string, own: (node: string) => boolean): boolean {
  const ahead = [...reached(next, [node], () => true)].filter((n) => source.codes.get(n)?.kind === 'benefit');
  return ahead.length > 0 && !ahead.some(own);
}

/** What the arrows lead to from some nodes, themselves included. Going round in a circle ends where it began. */
function reached(
  along: Neighbours,
  from: readonly string[],
  enter: (node: string) => boolean,
): ReadonlySet<string> {
  const seen = new Set(from);
  const waiting = [...from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const neighbour of along.get(node) ?? []) {
      if (seen.has(neighbour) || !enter(neighbour)) continue;
      seen.add(neighbour);
      waiting.push(neighbour);
    }
  }
  return seen;
}

/** The benefits that carry each goal of a map: those from which arrows lead to it, directly or through others. */
export function carriers(map: BenefitMap): Map<string, string[]> {
  const previous = neighbours(map.links.map((l) => [l.to, l.from]));
  const kinds = new Map(map.nodes.map((n) => [n.node, n.kind]));
  return new Map(
    map.nodes
      .filter((n) => n.kind === 'goal')
      .map(({ node }) => [
        node,
        [...reached(previous, [node], () => true)].filter((n) => kinds.get(n) === 'benefit').sort(),
      ]),
  );
}

/** Why an arrow cannot be drawn on a map, if it cannot: it goes backwards, to itself, or closes a circle. */
export function whyNotLink(map: BenefitMap, { from, to }: MapLink): 'same' | 'backwards' | 'circle' | null {
  if (from === to) return 'same';
  const column = (node: string) =>
    NODE_KINDS.indexOf(map.nodes.find((n) => n.node === node)?.kind ?? 'change');
  if (column(from) > column(to)) return 'backwards';
  const next = neighbours(map.links.filter((l) => l.from !== from || l.to !== to).map((l) => [l.from, l.to]));
  return reached(next, [to], () => true).has(from) ? 'circle' : null;
}

function neighbours(pairs: readonly (readonly [string, string])[]): Neighbours {
  const all = new Map<string, string[]>();
  for (const [a, b] of pairs) put(all, a, b);
  return all;
}

function put(groups: Map<string, string[]>, key: string, value: string): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function byColumn(a: MapNode, b: MapNode): number {
  return NODE_KINDS.indexOf(a.kind) - NODE_KINDS.indexOf(b.kind) || (a.node < b.node ? -1 : 1);
}

function byEnds(a: MapLink, b: MapLink): number {
  return a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1;
}
