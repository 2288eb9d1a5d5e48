import type { Router } from 'express';
import { followupsAnswer, myBenefitsAnswer, ownersAnswer } from '../answers/followups.ts';
import { realisationAnswer } from '../answers/realisation.ts';
import { today } from '../clock.ts';
import { closeBenefit, reopenBenefit } from '../edits/benefitEnding.ts';
import { removeFollowup, saveFollowup } from '../edits/followup.ts';
import { scheduleFollowups } from '../edits/followupSchedule.ts';
import type { Db } from '../warehouse/schema.ts';
import type { AnswerCache } from './answerCache.ts';
import { mountEdit } from './editAction.ts';
import { mount } from './endpoint.ts';

/** Following up on benefits: what is due, for whom, and how it went. */
export function followupRoutes(router: Router, cache: AnswerCache, db: Db): void {
  mount(router, cache, 'followups', ({ project }) => followupsAnswer(db, project, today()));
  mount(router, cache, 'myBenefits', (_, { owner }) => myBenefitsAnswer(db, owner ?? null, today()));
  mount(router, cache, 'owners', () => ownersAnswer(db, today()));
  mount(router, cache, 'realisation', ({ project }) => realisationAnswer(db, project, today()));
  mountEdit(router, 'saveFollowup', ({ params, body: { revision, ...followup } }, editor) =>
    saveFollowup(db, { ...params, revision }, followup, today(), editor),
  );
  mountEdit(router, 'scheduleFollowups', ({ params, body }, editor) =>
    scheduleFollowups(db, params.project, body, editor),
  );
  mountEdit(router, 'removeFollowup', ({ params: { due, ...params }, body }, editor) =>
    removeFollowup(db, { ...params, ...body }, due, editor),
  );
  mountEdit(router, 'closeBenefit', ({ params, body }, editor) =>
    closeBenefit(db, { ...params, ...body }, today(), editor),
  );
  mountEdit(router, 'reopenBenefit', ({ params, body }, editor) =>
    reopenBenefit(db, { ...params, ...body }, editor),
  );
}
