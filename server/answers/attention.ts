import type { BehindTarget, FollowupDue } from '../contract/portfolio.ts';
import { dayNumber, dayText, firstDay } from '../domain/calendar.ts';
import { dueness } from '../domain/followupState.ts';
import { judge, judgedRole, missedTarget } from '../domain/judged.ts';
import { judgedOn } from '../domain/project.ts';
import { DAYS_AHEAD } from '../domain/schedule.ts';
import { benefitEndings } from '../queries/benefitEndings.ts';
import { openFollowups } from '../queries/openFollowups.ts';
import type { ProjectData } from '../queries/toInputs.ts';
import type { Db } from '../warehouse/schema.ts';

/**
 * Benefits whose target fell due before today, or by the end of a month that is asked for, and was not met by then, most
 * overdue first.
 * Not those whose follow-up has ended: what became of them is said.
 */
export async function behindTarget(
  db: Db,
  data: readonly ProjectData[],
  asked: number | null,
  today: string,
): Promise<BehindTarget[]> {
  const ended = new Set((await benefitEndings(db)).flatMap((b) => (b.closed === null ? [] : [b.benefit])));
  const day = judgedOn(asked, today);
  const dueBefore = asked === null ? today : earliest(dayText(firstDay(asked + 1)), today);
  const behind = data.flatMap((d) =>
    d.inputs.benefits.flatMap((inputs): BehindTarget[] => {
      const record = d.records.get(inputs.benefit.benefit);
      const target = missedTarget(inputs, day, dueBefore);
      if (!record || ended.has(record.benefit) || !target) return [];
      const { after, per } = judge(inputs, day);
      if (after === null) return [];
      const measure = d.measures.get(record[judgedRole(inputs)] ?? '')?.record;
      return [
        {
          project: d.record.project,
          projectName: d.record.name,
          benefit: record.benefit,
          name: record.name,
          owner: record.owner,
          unit: measure?.unit ?? '',
          per,
          after,
          target: target.value,
          due: target.due,
        },
      ];
    }),
  );
  return behind.sort((a, b) => (a.due < b.due ? -1 : 1));
}

/** Follow-ups of these projects that are overdue or due within thirty days. */
export async function dueFollowups(
  db: Db,
  data: readonly ProjectData[],
  today: string,
): Promise<FollowupDue[]> {
  const shown = new Set(data.map((d) => d.record.project));
  const due = await openFollowups(db, { by: dayText(dayNumber(today) + DAYS_AHEAD) });
  return due
    .filter((f) => shown.has(f.project))
    .map((f) => ({
      project: f.project,
      projectName: f.project_name,
      benefit: f.benefit,
      name: f.name,
      owner: f.owner,
      due: f.due,
      overdue: dueness(f.due, today) === 'overdue',
    }));
}

function earliest(a: string, b: string): string {
  return a < b ? a : b;
}
