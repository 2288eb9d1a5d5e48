import type { PlanYear } from '../domain/plan.ts';
import { isDay } from '../domain/schedule.ts';
import { GevinstError } from '../errors.ts';
import type { Db } from '../warehouse/schema.ts';
import { recordChange } from './changes.ts';
import { type Editor, edit } from './edit.ts';

/** A plan as it is approved; amounts of its years in øre. `after` is the newest version that was there when it was written. */
export interface NewPlan {
  after: number;
  approved: string;
  approvedBy: string;
  note: string | null;
  years: readonly PlanYear[];
}

/**
 * Keeps a plan as a project's next version: the first is its business case, later ones are estimates. No version is ever
 * changed.
 * @param today the last day on which it can have been approved; the first is that of the version before
 * @throws GevinstError `changed-meanwhile` when there is a newer version by now; `bad-parameter`
 */
export async function freezePlan(
  db: Db,
  project: string,
  plan: NewPlan,
  today: string,
  editor: Editor,
): Promise<{ version: number }> {
  requireDay(plan.approved, today);
  requireYears(plan.years);
  return edit(db, async (trx) => {
    const last = await trx
      .selectFrom('plan')
      .select(['version', 'approved'])
      .where('project', '=', project)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    if ((last?.version ?? 0) !== plan.after) {
      throw new GevinstError(
        'changed-meanwhile',
        `The project has a plan that is newer than version ${plan.after}. Nothing was saved: see it first.`,
        { what: 'The plan' },
      );
    }
    if (last && plan.approved < last.approved) {
      const message = `Version ${last.version} was approved on ${last.approved}: this one cannot have been before it.`;
      throw new GevinstError('bad-parameter', message, {
        parameter: 'approved',
        expected: 'a day from then on',
      });
    }
    const version = plan.after + 1;
    const row = {
      kind: version === 1 ? ('business_case' as const) : ('estimate' as const),
      approved: plan.approved,
      approved_by: plan.approvedBy.trim(),
      note: plan.note?.trim() || null,
    };
    await trx
      .insertInto('plan')
      .values({ project, version, ...row, created: editor.at, created_by: editor.by })
      .execute();
    await trx
      .insertInto('plan_year')
      .values(
        plan.years.map(({ year, scenario0, scenario1, risk }) => ({
          project,
          version,
          year,
          scenario0_oere: scenario0,
          scenario1_oere: scenario1,
          risk_oere: risk,
        })),
      )
      .execute();
    await recordChange(trx, editor, {
      project,
      subject: 'plan',
      key: String(version),
      verb: 'created',
      before: null,
      after: { ...row, years: plan.years.map(inKroner) },
    });
    return { version };
  });
}

/** A change is read by people. */
function inKroner({ year, scenario0, scenario1, risk }: PlanYear) {
  return { year, scenario0: scenario0 / 100, scenario1: scenario1 / 100, risk: risk / 100 };
}

function requireDay(day: string, today: string): void {
  if (isDay(day) && day <= today) return;
  throw new GevinstError(
    'bad-parameter',
    `“${day}” is no day up to today, on which a plan can be approved.`,
    {
      parameter: 'approved',
    },
  );
}

/** A plan without a gap: a year that is left out would count as zero. */
function requireYears(years: readonly PlanYear[]): void {
  const sorted = years.map((y) => y.year).sort((a, b) => a - b);
  const gap = sorted.find((year, i) => i > 0 && year !== (sorted[i - 1] ?? 0) + 1);
  if (gap === undefined) return;
  throw new GevinstError('bad-parameter', 'The years of a plan must follow each other, each of them once.', {
    parameter: 'years',
    year: gap,
  });
}
