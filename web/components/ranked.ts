import type { ProjectRow } from '../../server/contract/projects.ts';

export type RankBy = 'net' | 'hours' | 'roi';

/** Projects with the figure they are ranked by, largest first, unknown last, equals by name. */
export function ranked(
  projects: readonly ProjectRow[],
  by: RankBy,
): { project: ProjectRow; value: number | null }[] {
  return projects
    .map((project) => ({ project, value: project.totals[by] }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) {
        if (a.value !== b.value) return a.value === null ? 1 : -1;
      } else if (a.value !== b.value) return b.value - a.value;
      return a.project.name.localeCompare(b.project.name, 'da');
    });
}
