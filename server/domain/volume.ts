import { daysIn, dayText, firstDay, monthText } from './calendar.ts';

/** Successful items and all runs of a robot, by local month and, where a month must be split, by local day. */
export interface RobotRuns {
  months: ReadonlyMap<string, RunCount>;
  days: ReadonlyMap<string, RunCount>;
}

export interface RunCount {
  /** Items of the runs that free time (successes). */
  items: number;
  /** How many runs that was. */
  successes: number;
  /** Runs of every outcome: a month with none was not observed. */
  runs: number;
}

/** Items that a robot handled successfully from `from` to before `to`, within `month`; undefined if nothing ran that month. */
export function robotItems(runs: RobotRuns, month: number, from: number, to: number): number | undefined {
  const whole = runs.months.get(monthText(month));
  if (!whole || whole.runs === 0) return undefined;
  if (from === firstDay(month) && to - from === daysIn(month)) return whole.items;
  let items = 0;
  for (let day = from; day < to; day++) items += runs.days.get(dayText(day))?.items ?? 0;
  return items;
}
