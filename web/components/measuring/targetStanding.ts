import type { Measure, SeriesPoint, Target } from '../../../server/contract/measures.ts';
import { dayNumber } from '../../../server/domain/calendar.ts';
import { directOf, meets, targetAt, targetValueIn } from '../../../server/domain/judged.ts';

/** How a measure stands to its targets on a day. */
interface TargetStanding {
  /** The next target, or the last where all are past. */
  target: Target | null;
  /** `late` is met, but only after its day; `ahead` has still time; null where it cannot be said. */
  is: 'met' | 'late' | 'ahead' | 'missed' | null;
  /** Whether the difference was measured directly, so that no target can be held against it. */
  direct: boolean;
  /** The last target whose day has passed, where it is not met and is not `target`. */
  missed: Target | null;
  baseline: SeriesPoint | undefined;
  latest: SeriesPoint | undefined;
}

/** A target can be met through its day. What is measured goes before what is expected, and only that meets a target. */
export function targetStanding(measure: Measure, today: string): TargetStanding {
  const { better, measurements, targets } = measure;
  const newest = (phase: SeriesPoint['phase']) => {
    const own = measurements.filter((m) => m.phase === phase && m.from <= today);
    return own.findLast((m) => m.basis === 'actual') ?? own.at(-1);
  };
  const [baseline, latest, saved] = [newest('before'), newest('after'), newest('saved')];
  const direct = directOf({ after: latest, saved }) !== undefined;
  const reaches = (m: SeriesPoint, { value }: Target) =>
    meets(m.value, targetValueIn(value, baseline, m), better);
  const judged = latest?.basis === 'actual' && !direct ? latest : null;
  const target = targetAt(targets, dayNumber(today)) ?? null;
  const last = [...targets].sort((a, b) => (a.due < b.due ? -1 : 1)).findLast((t) => t.due < today);
  const inTime = (t: Target) =>
    measurements.some((m) => m.phase === 'after' && m.basis === 'actual' && m.from <= t.due && reaches(m, t));
  const standing = (t: Target) =>
    judged === null
      ? null
      : reaches(judged, t)
        ? inTime(t)
          ? 'met'
          : 'late'
        : t.due < today
          ? 'missed'
          : 'ahead';
  return {
    target,
    is: target && standing(target),
    direct,
    missed: last && last.due !== target?.due && standing(last) === 'missed' ? last : null,
    baseline,
    latest,
  };
}
