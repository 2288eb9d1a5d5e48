import type { MapContent, ProjectMap } from '../../../server/contract/map.ts';
import type { MapLink, MapNode } from '../../../server/domain/benefitMap.ts';

/** What of a map is saved: its texts and its arrows. */
export function contentOf({ nodes, links }: ProjectMap): MapContent {
  return {
    nodes: nodes.filter((n) => n.text).map(({ node, kind }) => ({ node, kind })),
    links: links.map(({ from, to }) => ({ from, to })),
  };
}

/** Of a map as it was, what can be drawn of it now: a benefit that has been set aside since takes its arrows with it. */
export function drawable({ nodes, links }: MapContent, map: ProjectMap): MapContent {
  const there = new Set([...nodes, ...map.nodes.filter((n) => !n.text)].map((n) => n.node));
  return { nodes, links: links.filter(({ from, to }) => there.has(from) && there.has(to)) };
}

/** A new box, with an arrow to it if one is asked for. */
export function withNode(content: MapContent, node: MapNode, from: string | null): MapContent {
  const added = { ...content, nodes: [...content.nodes, node] };
  return from === null ? added : withLink(added, { from, to: node.node });
}

export function withLink(content: MapContent, link: MapLink): MapContent {
  return { ...content, links: [...content.links, link] };
}

export function withoutLink(content: MapContent, gone: MapLink): MapContent {
  return { ...content, links: content.links.filter((l) => l.from !== gone.from || l.to !== gone.to) };
}

/** A text in other words, with all of its arrows. */
export function renamed(content: MapContent, from: string, to: string): MapContent {
  const name = (node: string) => (node === from ? to : node);
  return {
    nodes: content.nodes.map((n) => ({ ...n, node: name(n.node) })),
    links: content.links.map((l) => ({ from: name(l.from), to: name(l.to) })),
  };
}

/** Without a box and its arrows. */
export function withoutNode(content: MapContent, gone: string): MapContent {
  return {
    nodes: content.nodes.filter((n) => n.node !== gone),
    links: content.links.filter((l) => l.from !== gone && l.to !== gone),
  };
}
