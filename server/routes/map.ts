import type { Router } from 'express';
import { goalsAnswer, mapAnswer } from '../answers/map.ts';
import { today } from '../clock.ts';
import { edit } from '../edits/edit.ts';
import { saveMap } from '../edits/map.ts';
import { addBenefit, renameBenefit } from '../edits/mapBenefit.ts';
import { renameGoal } from '../edits/renameGoal.ts';
import type { Db } from '../warehouse/schema.ts';
import type { AnswerCache } from './answerCache.ts';
import { mountEdit } from './editAction.ts';
import { mount } from './endpoint.ts';

export function mapRoutes(router: Router, cache: AnswerCache, db: Db): void {
  mount(router, cache, 'map', ({ project }) => mapAnswer(db, project, today()));
  mount(router, cache, 'goals', () => goalsAnswer(db, today()));
  mountEdit(router, 'saveMap', ({ params, body }, editor) =>
    edit(db, (trx) => saveMap(trx, params.project, body, editor)),
  );
  mountEdit(router, 'addBenefit', ({ params, body }, editor) =>
    edit(db, (trx) => addBenefit(trx, params.project, body.name, editor)),
  );
  mountEdit(router, 'renameBenefit', ({ params, body }, editor) =>
    edit(db, (trx) => renameBenefit(trx, params, body, editor)),
  );
  mountEdit(router, 'renameGoal', ({ body }, editor) => edit(db, (trx) => renameGoal(trx, body, editor)));
}
