import type { Router } from 'express';
import { portfolioPayersAnswer, projectPayersAnswer } from '../answers/payers.ts';
import { planAnswer } from '../answers/plan.ts';
import { projectAnswer } from '../answers/project.ts';
import { today } from '../clock.ts';
import { explainDeviation } from '../edits/deviation.ts';
import { freezePlan } from '../edits/plan.ts';
import { saveRisks } from '../edits/risks.ts';
import type { Db } from '../warehouse/schema.ts';
import type { AnswerCache } from './answerCache.ts';
import { mountEdit } from './editAction.ts';
import { mount } from './endpoint.ts';

/** Kroner as they are sent → whole øre. */
const oere = (kroner: number) => Math.round(kroner * 100);

/** Plans, risks, and who pays and gains. */
export function planRoutes(router: Router, cache: AnswerCache, db: Db): void {
  mount(router, cache, 'plan', ({ project }) => planAnswer(db, project, today()));
  mount(router, cache, 'projectPayers', ({ project }, { until }) =>
    projectPayersAnswer(db, project, today(), until),
  );
  mount(router, cache, 'portfolioPayers', (_params, query) => portfolioPayersAnswer(db, query, today()));
  mountEdit(router, 'freezePlan', async ({ params: { project }, body }, editor) => {
    await projectAnswer(db, project);
    const years = body.years.map((y) => ({
      year: y.year,
      scenario0: oere(y.scenario0),
      scenario1: oere(y.scenario1),
      risk: oere(y.risk),
    }));
    return freezePlan(db, project, { ...body, years }, today(), editor);
  });
  mountEdit(router, 'saveRisks', async ({ params: { project }, body }, editor) => {
    await projectAnswer(db, project);
    const risks = body.risks.map((r) => ({ ...r, consequence: oere(r.consequence) }));
    return saveRisks(db, project, { ...body, risks }, editor);
  });
  mountEdit(router, 'explainDeviation', async ({ params: { project, year }, body }, editor) => {
    const { explanations, draft } = await planAnswer(db, project, today());
    const known = draft.filter((y) => y.basis !== 'expected');
    const years = [...explanations, ...known].map((y) => y.year);
    return explainDeviation(db, { project, year: Number(year), years }, body, editor);
  });
}
