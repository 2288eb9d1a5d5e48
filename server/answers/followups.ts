import type { FollowedBenefit, FollowupList, MyBenefits, Owner } from '../contract/followups.ts';
import { ownerKey, ownerOf } from '../domain/owners.ts';
import { reportDue } from '../domain/schedule.ts';
import { projectInputs } from '../queries/projectInputs.ts';
import type { Db } from '../warehouse/schema.ts';
import { followedBenefits, urgencies } from './followed.ts';
import { projectData } from './project.ts';

/** A project's benefits with their states and follow-ups. @throws GevinstError `not-found` */
export async function followupsAnswer(db: Db, project: string, today: string): Promise<FollowupList> {
  const data = await projectData(db, project);
  const { live } = data.record;
  return {
    today,
    project,
    live,
    reportDue: live === null ? null : reportDue(live),
    benefits: byUrgency(await followedBenefits(db, [data], today, { project })),
  };
}

/** The benefits of one owner, or of none, with the projects of theirs whose realisation report is due. */
export async function myBenefitsAnswer(db: Db, owner: string | null, today: string): Promise<MyBenefits> {
  const key = ownerKey(owner);
  const data = await projectInputs(db);
  const own = data.filter((d) => [...d.records.values()].some((r) => ownerKey(ownerOf(r)) === key));
  const benefits = byUrgency(await followedBenefits(db, own, today, { owner: key }));
  return {
    today,
    owner: benefits[0]?.owner ?? null,
    benefits,
    reports: own
      .flatMap(({ record: { project, name, live } }) =>
        live === null || reportDue(live) > today ? [] : [{ project, name, due: reportDue(live) }],
      )
      .sort((a, b) => (a.due > b.due ? -1 : 1)),
  };
}

/** Everyone who owns a benefit, by name, and last those that no one owns. */
export async function ownersAnswer(db: Db, today: string): Promise<{ owners: Owner[] }> {
  const owners = new Map<string, Owner>();
  for (const { owner, urgency } of await urgencies(db, await projectInputs(db), today)) {
    const key = ownerKey(owner);
    const found = owners.get(key) ?? { owner, benefits: 0, overdue: 0, due: 0, behind: 0 };
    found.benefits++;
    if (urgency !== 'none') found[urgency]++;
    owners.set(key, found);
  }
  const sorted = [...owners].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'da')));
  return { owners: sorted.map(([, owner]) => owner) };
}

const ORDER = ['overdue', 'due', 'behind', 'none'] as const;

/** What is most overdue first, then what is due soonest, then what is behind its target. */
function byUrgency(benefits: readonly FollowedBenefit[]): FollowedBenefit[] {
  const rank = (b: FollowedBenefit) =>
    `${ORDER.indexOf(b.urgency)} ${b.closed === null ? 0 : 1} ${b.next ?? '9'}`;
  return [...benefits].sort(
    (a, b) => compare(rank(a), rank(b)) || compare(a.project, b.project) || compare(a.benefit, b.benefit),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
