import type { Router } from 'express';
import { benefitsAnswer } from '../answers/benefits.ts';
import { businessCaseAnswer, seriesAnswer } from '../answers/businessCase.ts';
import { measuresAnswer } from '../answers/measures.ts';
import { projectAnswer } from '../answers/project.ts';
import { robotChoicesAnswer, robotWorkAnswer, workLoadsAnswer } from '../answers/robotWork.ts';
import { today } from '../clock.ts';
import type { Db } from '../warehouse/schema.ts';
import type { AnswerCache } from './answerCache.ts';
import { mount } from './endpoint.ts';

export function projectRoutes(router: Router, cache: AnswerCache, db: Db): void {
  mount(router, cache, 'project', ({ project }) => projectAnswer(db, project));
  mount(router, cache, 'businessCase', ({ project }, { until }) =>
    businessCaseAnswer(db, project, today(), until),
  );
  mount(router, cache, 'series', ({ project }, { until }) => seriesAnswer(db, project, today(), until));
  mount(router, cache, 'benefits', ({ project }, { until }) => benefitsAnswer(db, project, today(), until));
  mount(router, cache, 'robotChoices', () => robotChoicesAnswer(db));
  mount(router, cache, 'robotWork', ({ project }) => robotWorkAnswer(db, project));
  mount(router, cache, 'workLoads', ({ project }) => workLoadsAnswer(db, project));
  mount(router, cache, 'measures', ({ project }) => measuresAnswer(db, project, today()));
}
