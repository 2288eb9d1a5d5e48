import type { Router } from 'express';
import { loadAnswer } from '../answers/loads.ts';
import type { Loader } from '../uploads/loader.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { Db } from '../warehouse/schema.ts';
import { mountAction } from './action.ts';

/** What changes the warehouse: files that are sent, looked through and loaded, and loads that are undone. */
export function uploadRoutes(router: Router, db: Db, uploads: Uploads, { sources }: Loader): void {
  mountAction(router, 'sources', () => ({ sources: [...sources] }));
  mountAction(router, 'addFile', ({ query }, req) => {
    const declared = Number(req.get('Content-Length') ?? Number.NaN);
    return uploads.add(req, query.name, declared, query.upload);
  });
  mountAction(router, 'upload', ({ params }) => uploads.get(params.upload));
  mountAction(router, 'dropUpload', async ({ params }) => {
    await uploads.drop(params.upload);
    return {};
  });
  mountAction(router, 'mappingForm', ({ params, body }) => uploads.mappingForm(params.upload, body));
  mountAction(router, 'preview', ({ params, body }) => uploads.preview(params.upload, body));
  mountAction(router, 'loadUpload', ({ params, body }) => uploads.load(params.upload, body));
  mountAction(router, 'undoLoad', async ({ params }) => {
    const { load } = await loadAnswer(db, Number(params.load));
    return uploads.undo(load);
  });
}
