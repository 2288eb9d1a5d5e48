import type { Router } from 'express';
import { loadAnswer, loadsAnswer } from '../answers/loads.ts';
import type { Db } from '../warehouse/schema.ts';
import type { AnswerCache } from './answerCache.ts';
import { mount } from './endpoint.ts';

export function loadRoutes(router: Router, cache: AnswerCache, db: Db): void {
  mount(router, cache, 'loads', (_params, { limit }) => loadsAnswer(db, limit ? Number(limit) : undefined));
  mount(router, cache, 'load', ({ load }) => loadAnswer(db, Number(load)));
}
