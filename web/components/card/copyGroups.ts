import type { BenefitEntry } from '../../../server/contract/card.ts';

interface Choice {
  value: string;
  label: string;
}

/** Benefits of a project, under its name and municipality. */
export interface CopyGroup {
  group: string;
  items: Choice[];
}

/** Benefits to copy from by their projects, in the order that they come in. */
export function copyGroups(benefits: readonly BenefitEntry[]): CopyGroup[] {
  const groups = new Map<string, CopyGroup>();
  for (const { benefit, name, project, projectName, municipalityName } of benefits) {
    const found = groups.get(project) ?? { group: `${projectName}, ${municipalityName}`, items: [] };
    found.items.push({ value: benefit, label: name });
    groups.set(project, found);
  }
  return [...groups.values()];
}

/** What is left of some groups by a search: every word of it is in the benefit's name or its project's, in any capitals. */
export function searchedGroups<I extends { label: string }, G extends { group?: unknown; items: I[] }>(
  groups: readonly G[],
  search: string,
): G[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return groups.flatMap((group) => {
    const items = group.items.filter(({ label }) => {
      const text = `${label} ${String(group.group)}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return items.length === 0 ? [] : [{ ...group, items }];
  });
}
