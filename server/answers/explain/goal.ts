import type { ExplainedFigure, Explanation } from '../../contract/explanations.ts';
import type { GoalBenefit } from '../../contract/map.ts';
import { carriers } from '../../domain/benefitMap.ts';
import { explainGoal, type GoalCarrier } from '../../domain/explain/goal.ts';
import { basisOf } from '../../domain/report.ts';
import { GevinstError } from '../../errors.ts';
import type { Db } from '../../warehouse/schema.ts';
import { goalsAnswer, mapAnswer } from '../map.ts';
import { NOTHING } from './nothing.ts';

type Sum = (GoalCarrier & Pick<GoalBenefit, 'basis'>)[];

/**
 * What the benefits of all projects, or of one, that carry a goal sum to, each up to its project's last month with data.
 * @throws GevinstError `not-found`; `bad-parameter` without a goal
 */
export async function explainedGoal(
  db: Db,
  project: { project: string; name: string } | null,
  goal: string | undefined,
  today: string,
): Promise<Explanation> {
  if (goal === undefined) {
    throw new GevinstError('bad-parameter', 'Say which goal it is of: the parameter “goal” is its text.', {
      parameter: 'goal',
    });
  }
  const found = project ? await ofProject(db, project.project, goal, today) : await ofAll(db, goal, today);
  if (!found) throw new GevinstError('not-found', `There is no goal “${goal}” here.`, { goal });
  const { formula, ...rest } = explainGoal(found.carriers);
  const known = found.carriers.filter((c) => c.gains !== null);
  return {
    ...NOTHING,
    ...rest,
    figure: 'goalGains' satisfies ExplainedFigure,
    project: project?.project ?? null,
    projectName: project?.name ?? null,
    about: goal,
    from: null,
    until: found.until,
    basis: basisOf({
      expected: known.some((c) => c.expected),
      complete: known.every((c) => c.basis !== 'incomplete'),
    }),
    formula: [...formula],
    sections: rest.sections.map((s) => ({
      ...s,
      steps: s.steps.map((line) => ({ ...line, formula: [], cost: null })),
    })),
  };
}

async function ofProject(db: Db, project: string, goal: string, today: string) {
  const map = await mapAnswer(db, project, today);
  const own = carriers(map).get(goal);
  if (!own) return null;
  const carrying: Sum = map.nodes.flatMap(({ node, name, benefit }) =>
    benefit && own.includes(node) ? [{ project, benefit: node, name, ...gainsOf(benefit) }] : [],
  );
  return { carriers: carrying, until: map.until };
}

async function ofAll(db: Db, goal: string, today: string) {
  const { goals } = await goalsAnswer(db, today);
  const found = goals.find((g) => g.goal === goal);
  if (!found) return null;
  const carrying: Sum = found.benefits.map((b) => ({
    project: b.project,
    benefit: b.benefit,
    name: `${b.name} (${b.projectName})`,
    ...gainsOf(b),
  }));
  return { carriers: carrying, until: null };
}

function gainsOf({ gains, reasons, basis }: Pick<GoalBenefit, 'gains' | 'reasons' | 'basis'>) {
  return { gains, reasons, basis, expected: basis === 'expected' };
}
