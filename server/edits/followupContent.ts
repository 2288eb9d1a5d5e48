import type { Followup } from '../contract/followups.ts';
import { GevinstError } from '../errors.ts';
import type { BenefitRecord } from '../queries/benefits.ts';
import type { Trx } from '../warehouse/schema.ts';
import { requireRevision, revisionOf } from './revision.ts';

/** What of a benefit its follow-up is, which one editor must not write over another's. */
interface FollowupContent {
  closed: string | null;
  /** Why it goes otherwise than planned. */
  deviation: string | null;
  /** Soonest due first. */
  followups: readonly Followup[];
}

/** Which benefit, and the revision of its follow-up that the editor saw. */
export interface SeenBenefit {
  project: string;
  benefit: string;
  revision: string;
}

/** What tells one state of a benefit's follow-up from another. */
export function followupRevision({ closed, deviation, followups }: FollowupContent): string {
  return revisionOf({ closed, deviation, followups });
}

/** A benefit with its follow-up, as the editor saw it. @throws GevinstError `not-found`, `changed-meanwhile` */
export async function openFollowup(
  trx: Trx,
  seen: SeenBenefit,
): Promise<FollowupContent & { record: BenefitRecord }> {
  const opened = await followupOf(trx, seen.project, seen.benefit);
  const { record, ...content } = opened;
  requireRevision(content, seen.revision, `The follow-up of “${record.name}”`);
  return opened;
}

/** A benefit with its follow-up as it is. @throws GevinstError `not-found` */
export async function followupOf(
  trx: Trx,
  project: string,
  benefit: string,
): Promise<FollowupContent & { record: BenefitRecord }> {
  const record = await trx
    .selectFrom('benefit')
    .selectAll()
    .where('benefit', '=', benefit)
    .where('project', '=', project)
    .executeTakeFirst();
  if (!record) {
    throw new GevinstError('not-found', `The project “${project}” has no benefit “${benefit}”.`, {
      project,
      benefit,
    });
  }
  const card = await trx
    .selectFrom('benefit_card')
    .select(['closed', 'deviation'])
    .where('benefit', '=', benefit)
    .executeTakeFirst();
  const followups = await trx
    .selectFrom('followup')
    .select(['due', 'done', 'status', 'note', 'value'])
    .where('benefit', '=', benefit)
    .orderBy('due')
    .execute();
  return {
    record,
    closed: card?.closed ?? null,
    deviation: card?.deviation ?? null,
    followups: followups.map((row) => ({ ...row, status: row.status as Followup['status'] })),
  };
}
