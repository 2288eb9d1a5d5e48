import { Router } from 'express';
import { GevinstError } from '../errors.ts';
import type { Loader } from '../uploads/loader.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { Db } from '../warehouse/schema.ts';
import { AnswerCache } from './answerCache.ts';
import { calendarRoutes } from './calendar.ts';
import { cardRoutes } from './card.ts';
import { explanationRoutes } from './explanations.ts';
import { followupRoutes } from './followups.ts';
import { loadRoutes } from './loads.ts';
import { mapRoutes } from './map.ts';
import { measuringRoutes } from './measuring.ts';
import { openApiDocument } from './openapi.ts';
import { planRoutes } from './plan.ts';
import { portfolioRoutes } from './portfolio.ts';
import { projectRoutes } from './projects.ts';
import { uploadRoutes } from './uploads.ts';

/** Everything under /api. */
export function api(db: Db, uploads: Uploads, loader: Loader): Router {
  const router = Router();
  const cache = new AnswerCache(db);
  portfolioRoutes(router, cache, db);
  projectRoutes(router, cache, db);
  explanationRoutes(router, cache, db);
  cardRoutes(router, cache, db);
  followupRoutes(router, cache, db);
  loadRoutes(router, cache, db);
  measuringRoutes(router, db);
  mapRoutes(router, cache, db);
  planRoutes(router, cache, db);
  calendarRoutes(router, db);
  uploadRoutes(router, db, uploads, loader);
  router.get('/api/openapi.json', (_req, res) => {
    res.json(openApiDocument());
  });
  router.use('/api', (req) => {
    const what = req.method === 'GET' ? 'There is nothing at' : `${req.method} is not possible at`;
    throw new GevinstError('not-found', `${what} ${req.baseUrl}${req.path}. See /api/openapi.json.`);
  });
  return router;
}
