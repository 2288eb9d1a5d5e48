import { fold } from './canonical/fold.ts';

const ENDINGS = /(\.(csv|json|jsonl|ndjson|xlsx|parquet|arrow|txt|zip|gz|refused))+$/i;
const START = /^(queue[ _-]?items?|queue[ _-]?transactions?|transactions|transaktioner)[ _-]+/i;
const COPY = /[ _-]*\(\d+\)$/;
/** A day, a month, a year or a moment, with or without a second one: `-2026-03`, `_20260331`, ` 2026-03-01_2026-03-31`. */
const DATES =
  /([ _-]+(19|20)\d\d([-_.]?(0[1-9]|1[0-2])([-_.]?([0-2]\d|3[01])([ _T-]*[0-2]\d[-_.:]?[0-5]\d([-_.:]?[0-5]\d)?Z?)?)?)?)+$/;
const NO_NAMES = new Set(
  ['queue', 'queues', 'items', 'export', 'report', 'download', 'data', 'transactions'].map(fold),
);

/**
 * The queue's name from the name of a file such as `Sygedagpenge-2026-03.csv` or `Queue_Items_Sygedagpenge.csv`: what
 * is left without `Queue_Items_` in front and a date behind. null when there is neither, or nothing is left.
 */
export function queueOfFileName(file: string): string | null {
  const name = file.replace(ENDINGS, '').replace(COPY, '');
  const bare = name.replace(START, '').replace(DATES, '').trim();
  if (bare === name.trim() || bare === '' || /^[\d ._-]+$/.test(bare) || NO_NAMES.has(fold(bare)))
    return null;
  return bare;
}
