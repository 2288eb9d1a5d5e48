import type { Router } from 'express';
import { loadAnswer, loadsAnswer } from '../answers/loads.ts';
import { refusalsCsv } from '../answers/refusalsCsv.ts';
import { endpoints } from '../contract/endpoints.ts';
import type { Db } from '../warehouse/schema.ts';
import { AnswerCache } from './answerCache.ts';
import { mount, validated } from './endpoint.ts';

export function loadRoutes(router: Router, cache: AnswerCache, db: Db): void {
  // A source that was looked at in vain changes this answer alone.
  const fresh = new AnswerCache(db, false);
  mount(router, fresh, 'loads', (_params, { limit }) => loadsAnswer(db, limit ? Number(limit) : undefined));
  mount(router, cache, 'load', ({ load }) => loadAnswer(db, Number(load)));
  router.get('/api/loads/:load/refusals.csv', async (req, res) => {
    validated(endpoints.load.params, req.params);
    const load = Number(req.params.load);
    const { refusals } = await loadAnswer(db, load);
    res.set('Cache-Control', 'no-store').attachment(`afviste-raekker-${load}.csv`);
    res.type('text/csv; charset=utf-8').send(refusalsCsv(refusals));
  });
}
