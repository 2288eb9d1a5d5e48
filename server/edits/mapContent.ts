import type { MapContent } from '../contract/map.ts';
import {
  type BenefitMap,
  type LinkIndex,
  type MapLink,
  type MapSource,
  projectMap,
} from '../domain/benefitMap.ts';

/** What of a map its editors decide: the texts on it with their columns, and all arrows. */
export function contentOf(map: BenefitMap, source: MapSource): MapContent {
  return { nodes: map.nodes.filter(({ node }) => !source.codes.has(node)), links: map.links };
}

/** The maps of all projects but one. */
export function otherMaps(index: LinkIndex, project: string): BenefitMap[] {
  const others = projectsOf(index.source).filter((other) => other !== project);
  return others.map((other) => projectMap(index, other));
}

/** All projects that have a map. */
export function projectsOf({ codes }: MapSource): string[] {
  return [...new Set([...codes.values()].flatMap((code) => code.project ?? []))].sort();
}

/** On how many of some maps a text or an arrow is. */
export function countOthers(maps: readonly BenefitMap[]) {
  const counted = new Map<string, number>();
  const add = (key: string) => counted.set(key, (counted.get(key) ?? 0) + 1);
  for (const map of maps) {
    for (const { node } of map.nodes) add(node);
    for (const link of map.links) add(keyOf(link));
  }
  return {
    node: (node: string) => counted.get(node) ?? 0,
    link: (link: MapLink) => counted.get(keyOf(link)) ?? 0,
  };
}

/** An arrow as one text, different for different arrows. */
export function keyOf({ from, to }: MapLink): string {
  return JSON.stringify([from, to]);
}
