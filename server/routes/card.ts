import type { Router } from 'express';
import { cardAnswer, cardChoicesAnswer, projectFactsAnswer } from '../answers/card.ts';
import { changesAnswer } from '../answers/changes.ts';
import { today } from '../clock.ts';
import { archiveBenefit, createBenefit, saveBenefit, unarchiveBenefit } from '../edits/benefit.ts';
import { createProject, saveProject } from '../edits/project.ts';
import { restoreChange } from '../edits/restore.ts';
import { benefitEntries } from '../queries/benefitEntries.ts';
import type { Db } from '../warehouse/schema.ts';
import type { AnswerCache } from './answerCache.ts';
import { mountEdit } from './editAction.ts';
import { mount } from './endpoint.ts';

/** Projects and benefits as they are edited, and what was changed. */
export function cardRoutes(router: Router, cache: AnswerCache, db: Db): void {
  mount(router, cache, 'benefitEntries', async () => ({ benefits: await benefitEntries(db) }));
  mount(router, cache, 'card', ({ project, benefit }) => cardAnswer(db, project, benefit));
  mount(router, cache, 'cardChoices', async ({ project }) => ({
    today: today(),
    ...(await cardChoicesAnswer(db, project)),
  }));
  mount(router, cache, 'projectFacts', ({ project }) => projectFactsAnswer(db, project));
  mount(router, cache, 'changes', ({ project }, query) => changesAnswer(db, project, query));
  mountEdit(router, 'createProject', ({ body }, editor) => createProject(db, body.content, editor));
  mountEdit(router, 'saveProject', ({ params, body }, editor) =>
    saveProject(db, params.project, body, editor),
  );
  mountEdit(router, 'createBenefit', ({ params, body }, editor) =>
    createBenefit(db, params.project, body, editor),
  );
  mountEdit(router, 'saveBenefit', ({ params, body }, editor) =>
    saveBenefit(db, params.project, params.benefit, body, editor),
  );
  mountEdit(router, 'archiveBenefit', ({ params, body }, editor) =>
    archiveBenefit(db, params.project, params.benefit, body.revision, editor),
  );
  mountEdit(router, 'unarchiveBenefit', ({ params, body }, editor) =>
    unarchiveBenefit(db, params.project, params.benefit, body.revision, editor),
  );
  mountEdit(router, 'restoreChange', ({ params }, editor) =>
    restoreChange(db, Number(params.change), editor),
  );
}
