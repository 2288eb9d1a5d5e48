import type { TFunction } from 'i18next';
import type { MonthFigures } from '../../server/contract/report.ts';

const YEAR = 12;

/**
 * How many months FTE are counted in: the last twelve to `until`, from the first in which hours were freed. Of a
 * portfolio the most that any of its projects is counted in. 0 where none were freed.
 */
export function fteMonths(
  months: readonly Pick<MonthFigures, 'month' | 'hours'>[],
  until: string | null,
): number {
  if (until === null) return 0;
  const known = months.filter((m) => m.month <= until);
  const first = known.findIndex((m) => m.hours !== 0);
  return first < 0 ? 0 : Math.min(YEAR, known.length - first);
}

/** What FTE are counted in, in words: the last twelve months, or the fewer that are scaled up to a year. */
export function fteNote(t: TFunction, months: number, each = false): string | null {
  if (months === 0) return null;
  if (each) return t('figures.fteNoteEach', { count: months });
  return months === YEAR ? t('figures.fteNote') : t('figures.fteNoteScaled', { count: months });
}
