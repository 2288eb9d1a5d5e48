import type { Router } from 'express';
import { portfolioAnswer, projectsAnswer } from '../answers/portfolio.ts';
import { today } from '../clock.ts';
import type { Db } from '../warehouse/schema.ts';
import type { AnswerCache } from './answerCache.ts';
import { mount } from './endpoint.ts';

export function portfolioRoutes(router: Router, cache: AnswerCache, db: Db): void {
  mount(router, cache, 'portfolio', (_params, query) => portfolioAnswer(db, query, today()));
  mount(router, cache, 'projects', (_params, query) => projectsAnswer(db, query, today()));
}
