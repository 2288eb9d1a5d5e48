import type { FilterOption, PortfolioQuery } from '../contract/portfolio.ts';
import type { ProjectRecord } from '../queries/projects.ts';

const FILTERS = ['municipality', 'department', 'field', 'technology', 'stage'] as const;
type Filter = (typeof FILTERS)[number];

/** Whether a project is one that the filters leave. */
export function matches(record: ProjectRecord, query: PortfolioQuery): boolean {
  return FILTERS.every((filter) => query[filter] === undefined || record[filter] === query[filter]);
}

/** The values that each filter can take among all projects, in Danish order. */
export function filterOptions(records: readonly ProjectRecord[]): Record<Filter, FilterOption[]> {
  const options = (filter: Filter) => {
    const found = new Map<string, FilterOption>();
    for (const record of records) {
      const value = record[filter];
      if (value === null) continue;
      const option = found.get(value) ?? { value, label: labelOf(record, filter) ?? value, projects: 0 };
      found.set(value, { ...option, projects: option.projects + 1 });
    }
    return [...found.values()].sort((a, b) => a.label.localeCompare(b.label, 'da'));
  };
  return {
    municipality: options('municipality'),
    department: options('department'),
    field: options('field'),
    technology: options('technology'),
    stage: options('stage'),
  };
}

function labelOf(record: ProjectRecord, filter: Filter): string | null {
  if (filter === 'municipality') return record.municipality_name;
  if (filter === 'department') return record.department_name;
  return record[filter];
}
