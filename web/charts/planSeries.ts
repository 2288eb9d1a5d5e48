import { monthNumber, monthText } from '../../server/domain/calendar.ts';

interface CumulativeMonth {
  month: string;
  cumulativeNet: number;
}

/** A line's break-even, and its last point, by index. */
export interface PlanLine {
  last: number | null;
  breakEven: number | null;
}

/** Planned and actual cumulative net by month, in kroner; null where a line does not reach. */
export interface PlanSeries {
  points: { index: number; period: string; actual: number | null; planned: number | null }[];
  actual: PlanLine;
  planned: PlanLine;
  min: number;
  max: number;
}

interface Line {
  months: readonly CumulativeMonth[];
  breakEven: string | null;
}

/** The two lines over the months that either reaches, without gaps. */
export function planSeries(actual: Line, planned: Line): PlanSeries {
  const all = [...actual.months, ...planned.months];
  const numbers = all.map((m) => monthNumber(m.month));
  const first = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const count = all.length === 0 ? 0 : last - first + 1;
  const byMonth = ({ months }: Line) => new Map(months.map((m) => [m.month, m.cumulativeNet]));
  const [own, plan] = [byMonth(actual), byMonth(planned)];
  const points = Array.from({ length: count }, (_, index) => {
    const period = monthText(first + index);
    return { index, period, actual: own.get(period) ?? null, planned: plan.get(period) ?? null };
  });
  const values = all.map((m) => m.cumulativeNet);
  const line = ({ months, breakEven }: Line): PlanLine => {
    const end = months.at(-1);
    return {
      last: end ? monthNumber(end.month) - first : null,
      breakEven: breakEven === null ? null : monthNumber(breakEven) - first,
    };
  };
  return {
    points,
    actual: line(actual),
    planned: line(planned),
    min: values.reduce((a, b) => Math.min(a, b), 0),
    max: values.reduce((a, b) => Math.max(a, b), 0),
  };
}
