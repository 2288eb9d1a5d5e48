import type { Router } from 'express';
import { planExplanationsAnswer } from '../answers/explain/plan.ts';
import { portfolioExplanationAnswer, portfolioExplanationsAnswer } from '../answers/explain/portfolio.ts';
import { explanationAnswer, explanationsAnswer } from '../answers/explain/project.ts';
import { today } from '../clock.ts';
import type { Db } from '../warehouse/schema.ts';
import type { AnswerCache } from './answerCache.ts';
import { mount } from './endpoint.ts';

export function explanationRoutes(router: Router, cache: AnswerCache, db: Db): void {
  mount(router, cache, 'explanation', ({ project }, query) => explanationAnswer(db, project, query, today()));
  mount(router, cache, 'explanations', ({ project }, { until }) =>
    explanationsAnswer(db, project, until, today()),
  );
  mount(router, cache, 'planExplanations', ({ project }, { version }) =>
    planExplanationsAnswer(db, project, version, today()),
  );
  mount(router, cache, 'portfolioExplanation', (_params, query) =>
    portfolioExplanationAnswer(db, query, today()),
  );
  mount(router, cache, 'portfolioExplanations', (_params, query) =>
    portfolioExplanationsAnswer(db, query, today()),
  );
}
