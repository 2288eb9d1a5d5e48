import type { FollowedBenefit, Followup } from '../contract/followups.ts';
import type { BenefitInputs } from '../domain/benefit.ts';
import { dayNumber } from '../domain/calendar.ts';
import { benefitState, dueness, nextOpen, stateFacts, withReached } from '../domain/followupState.ts';
import { judge, judgedRole, missedTarget } from '../domain/judged.ts';
import { ownerOf } from '../domain/owners.ts';
import { defaultUntil } from '../domain/project.ts';
import { followupRevision } from '../edits/followupContent.ts';
import { benefitEndings } from '../queries/benefitEndings.ts';
import { followups } from '../queries/followups.ts';
import type { ProjectData } from '../queries/toInputs.ts';
import type { Db } from '../warehouse/schema.ts';

/** What is known of benefits' follow-up, by benefit. */
interface Kept {
  followups: ReadonlyMap<string, Followup[]>;
  endings: ReadonlyMap<string, { closed: string | null; deviation: string | null }>;
}

/** Each benefit of these projects as it is followed up, as it stands on `today`. */
export async function followedBenefits(
  db: Db,
  data: readonly ProjectData[],
  today: string,
  project?: string,
): Promise<FollowedBenefit[]> {
  const kept = await keptFollowups(db, project);
  return data.flatMap((d) =>
    d.inputs.benefits.flatMap((inputs) => followedBenefit(d, inputs, kept, today) ?? []),
  );
}

async function keptFollowups(db: Db, project?: string): Promise<Kept> {
  const byBenefit = new Map<string, Followup[]>();
  for (const { benefit, ...followup } of await followups(db, project)) {
    const own = byBenefit.get(benefit);
    if (own) own.push(followup);
    else byBenefit.set(benefit, [followup]);
  }
  const endings = await benefitEndings(db, project);
  return {
    followups: byBenefit,
    endings: new Map(endings.map(({ benefit, ...ending }) => [benefit, ending])),
  };
}

function followedBenefit(
  data: ProjectData,
  inputs: BenefitInputs,
  kept: Kept,
  today: string,
): FollowedBenefit | null {
  const record = data.records.get(inputs.benefit.benefit);
  if (!record) return null;
  const own = kept.followups.get(record.benefit) ?? [];
  const { closed, deviation } = kept.endings.get(record.benefit) ?? { closed: null, deviation: null };
  const until = defaultUntil(data.inputs.reach, today) ?? 0;
  const judged = withReached(judge(inputs, until));
  const measure = data.measures.get(record[judgedRole(inputs)] ?? '')?.record;
  const behind = closed === null && missedTarget(inputs, until, dayNumber(today)) !== undefined;
  const next = closed === null ? (nextOpen(own)?.due ?? null) : null;
  const due = next === null ? 'later' : dueness(next, today);
  return {
    project: data.record.project,
    projectName: data.record.name,
    benefit: record.benefit,
    name: record.name,
    owner: ownerOf(record),
    ownerEmail: record.owner_email,
    ...benefitState({ ...stateFacts(inputs), closed, followups: own }, today),
    urgency: due !== 'later' ? due : behind ? 'behind' : 'none',
    behind,
    measure: measure?.measure ?? null,
    measureName: measure?.name ?? null,
    level: measure?.kind === 'level',
    unit: measure?.unit ?? null,
    per: judged.per,
    before: judged.before,
    after: judged.after,
    difference: judged.difference,
    target: judged.target,
    targetDue: judged.targetDue,
    targetMet: judged.targetMet,
    reached: judged.reached,
    reasons: judged.reasons,
    deviation,
    closed,
    followups: own,
    next,
    revision: followupRevision({ closed, deviation, followups: own }),
  };
}
