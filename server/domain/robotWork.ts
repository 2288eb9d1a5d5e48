/** What a robot did in one month: runs of every outcome and how many succeeded; `seconds` is the time of the `timed` runs. */
export interface MonthOfWork {
  month: string;
  runs: number;
  succeeded: number;
  seconds: number;
  timed: number;
}

/** Several months of work together. `share` is succeeded ÷ runs, `hours` is seconds ÷ 3600; null where there is nothing to count. */
export interface Work {
  runs: number;
  succeeded: number;
  share: number | null;
  hours: number | null;
  timed: number;
}

/** The months' sums. A run whose start or end is not told has no time: `hours` is of the `timed` runs alone. */
export function workOf(months: readonly Omit<MonthOfWork, 'month'>[]): Work {
  const sum = (of: keyof Omit<MonthOfWork, 'month'>) => months.reduce((total, m) => total + m[of], 0);
  const [runs, succeeded, timed] = [sum('runs'), sum('succeeded'), sum('timed')];
  return {
    runs,
    succeeded,
    share: runs === 0 ? null : succeeded / runs,
    hours: timed === 0 ? null : sum('seconds') / 3600,
    timed,
  };
}

/** The work of several robots by month, the first month first; a month in which nothing ran is not among them. */
export function byMonth(rows: readonly MonthOfWork[]): (Work & { month: string })[] {
  const months = new Map<string, MonthOfWork[]>();
  for (const row of rows) months.set(row.month, [...(months.get(row.month) ?? []), row]);
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, some]) => ({ month, ...workOf(some) }));
}
