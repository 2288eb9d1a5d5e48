import type { BusinessCase } from '../../server/contract/report.ts';

/** Figures as their sources publish them: a number with its precision, or the ends of a range. */
export interface PublishedCases {
  sources: Record<string, string>;
  cases: { project: string; source: string; until: string; figures: PublishedFigure[] }[];
}

type PublishedFigure = { words: string; figure: string; note?: string } & (
  | { published: number; precision: number; per?: number }
  | { from: string; to: string }
);

/**
 * A figure of a business case by its path: `totals.roi`, `years.2021.net`, `months.2021-06.hours`,
 * `benefits.CODE.after`.
 */
export function figureAt(report: BusinessCase, path: string): number | string {
  const [part = '', ...rest] = path.split('.');
  const [key = '', field = ''] = rest;
  const found = part === 'totals' ? cellOf(report.totals, key) : cellOf(rowOf(report, part, key), field);
  if (typeof found === 'number' || typeof found === 'string') return found;
  throw new Error(`${path} of ${report.project} is ${JSON.stringify(found)}`);
}

function rowOf(report: BusinessCase, part: string, key: string): object | undefined {
  if (part === 'years') return report.years.find((y) => y.year === Number(key));
  if (part === 'months') return report.months.find((m) => m.month === key);
  return report.benefits.find((b) => b.benefit === key);
}

function cellOf(row: object | undefined, field: string): unknown {
  return new Map(Object.entries(row ?? {})).get(field);
}
