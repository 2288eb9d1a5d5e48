import type { FollowedBenefit, Followup } from '../contract/followups.ts';
import type { BenefitInputs } from '../domain/benefit.ts';
import { ROLES, type Role } from '../domain/codes.ts';
import { benefitState, dueness, nextOpen, stateFacts, withReached } from '../domain/followupState.ts';
import { judge, judgedRole, missedTarget } from '../domain/judged.ts';
import { ownerKey, ownerOf } from '../domain/owners.ts';
import { followupRevision } from '../edits/followupContent.ts';
import { benefitEndings } from '../queries/benefitEndings.ts';
import type { BenefitRecord } from '../queries/benefits.ts';
import { followups } from '../queries/followups.ts';
import type { ProjectData } from '../queries/toInputs.ts';
import type { Db } from '../warehouse/schema.ts';

/** What is known of benefits' follow-up, by benefit. */
interface Kept {
  followups: ReadonlyMap<string, Followup[]>;
  endings: ReadonlyMap<string, { closed: string | null; deviation: string | null }>;
}

/** A benefit among those of its project. */
interface Found {
  data: ProjectData;
  inputs: BenefitInputs;
  record: BenefitRecord;
}

/** Each benefit of these projects, or of one owner's in them, as it is followed up, as it stands on `today`. */
export async function followedBenefits(
  db: Db,
  data: readonly ProjectData[],
  today: string,
  { project, owner }: { project?: string; owner?: string } = {},
): Promise<FollowedBenefit[]> {
  const kept = await keptFollowups(db, project);
  return found(data)
    .filter(({ record }) => owner === undefined || ownerKey(ownerOf(record)) === owner)
    .map((benefit) => followedBenefit(benefit, kept, today));
}

/** Whose each benefit of these projects is, and how urgent its follow-up is on `today`. */
export async function urgencies(
  db: Db,
  data: readonly ProjectData[],
  today: string,
): Promise<Pick<FollowedBenefit, 'owner' | 'urgency'>[]> {
  const kept = await keptFollowups(db);
  return found(data).map((benefit) => {
    const { urgency } = attentionTo(benefit, kept, today);
    return { owner: ownerOf(benefit.record), urgency };
  });
}

function found(data: readonly ProjectData[]): Found[] {
  return data.flatMap((d) =>
    d.inputs.benefits.flatMap((inputs) => {
      const record = d.records.get(inputs.benefit.benefit);
      return record ? [{ data: d, inputs, record }] : [];
    }),
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

/** What of a benefit calls for attention: the follow-up that is next, and the target that it is behind. */
function attentionTo({ inputs, record }: Found, kept: Kept, today: string) {
  const followups = kept.followups.get(record.benefit) ?? [];
  const { closed, deviation } = kept.endings.get(record.benefit) ?? { closed: null, deviation: null };
  const behind = closed === null && missedTarget(inputs, today) !== undefined;
  const next = closed === null ? (nextOpen(followups)?.due ?? null) : null;
  const due = next === null ? 'later' : dueness(next, today);
  const urgency = due !== 'later' ? due : behind ? 'behind' : 'none';
  return { followups, closed, deviation, behind, next, urgency } as const;
}

function followedBenefit(benefit: Found, kept: Kept, today: string): FollowedBenefit {
  const { data, inputs, record } = benefit;
  const { followups: own, closed, deviation, ...attention } = attentionTo(benefit, kept, today);
  const { behind, next, urgency } = attention;
  const judged = withReached(judge(inputs, today));
  const measure = data.measures.get(record[judgedRole(inputs)] ?? '')?.record;
  return {
    project: data.record.project,
    projectName: data.record.name,
    benefit: record.benefit,
    name: record.name,
    owner: ownerOf(record),
    ownerEmail: record.owner_email,
    ...benefitState({ ...stateFacts(inputs), closed, followups: own }, today),
    urgency,
    behind,
    measure: measure?.measure ?? null,
    measureName: measure?.name ?? null,
    level: measure?.kind === 'level',
    unit: measure?.unit ?? null,
    roles: measure ? rolesOf(data, measure.measure) : [],
    per: judged.per,
    before: judged.before,
    after: judged.after,
    expected: judged.expected,
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

/** As which inputs a project's benefits use a measure. */
function rolesOf({ records }: ProjectData, measure: string): Role[] {
  const benefits = [...records.values()];
  return ROLES.filter((role) => benefits.some((benefit) => benefit[role] === measure));
}
