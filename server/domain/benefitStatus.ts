import type { BenefitInputs } from './benefit.ts';
import { dayNumber } from './calendar.ts';
import { FOLLOWUP_STATUSES, type Reason } from './codes.ts';
import { judge, meets, missedTarget, targetAt, targetsAsMeasured } from './judged.ts';

/** How it goes with a benefit; the last three are worked out where nobody has followed up. */
export const BENEFIT_STATUSES = [...FOLLOWUP_STATUSES, 'target_met', 'target_ahead', 'planned'] as const;
export type BenefitStatus = (typeof BENEFIT_STATUSES)[number];

export interface StatusFacts {
  /** The last follow-up that was done. */
  followup: { done: string; status: string | null } | null;
}

/** A status with where it is from, and the day of that; null with the reason where it is unknown. */
export interface Status {
  status: BenefitStatus | null;
  from: 'followup' | 'target' | 'dates' | null;
  day: string | null;
  reason: Reason | null;
}

/**
 * How it goes with a benefit: what the last follow-up found, else as its target says of the latest
 * measurement by today: behind if the last target that fell due before today is not met; else the next
 * target is met, or still ahead. One that has not begun is planned.
 */
export function benefitStatus(
  inputs: BenefitInputs,
  { followup }: StatusFacts,
  hasData: boolean,
  today: string,
): Status {
  const said = (status: BenefitStatus, from: Status['from'], day: string | null): Status => ({
    status,
    from,
    day,
    reason: null,
  });
  const found = FOLLOWUP_STATUSES.find((status) => status === followup?.status);
  if (found && followup) return said(found, 'followup', followup.done);
  const begins = inputs.benefit.from ?? inputs.live;
  if (begins !== null && begins > today) return said('planned', 'dates', begins);
  if (!hasData) return { status: null, from: null, day: null, reason: 'no-data' };
  const { after, reasons } = judge(inputs, today);
  const target = targetAt(targetsAsMeasured(inputs, today), dayNumber(today));
  if (target === undefined || after === null || reasons.targetMet) {
    const reason = target ? (reasons.targetMet ?? 'no-after') : 'no-target';
    return { status: null, from: null, day: null, reason };
  }
  const missed = missedTarget(inputs, today);
  if (missed) return said('behind', 'target', missed.due);
  const met = meets(after, target.value, inputs.better);
  return said(met ? 'target_met' : 'target_ahead', 'target', target.due);
}
