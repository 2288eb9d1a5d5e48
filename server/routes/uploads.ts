import { readFile } from 'node:fs/promises';
import type { Router } from 'express';
import { loadAnswer } from '../answers/loads.ts';
import { projectAnswer } from '../answers/project.ts';
import { actions } from '../contract/actions.ts';
import type { Loader } from '../uploads/loader.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { Db } from '../warehouse/schema.ts';
import { mountAction } from './action.ts';
import { validated } from './endpoint.ts';

/** What changes the warehouse: files that are sent, looked through and loaded, and loads that are undone. */
export function uploadRoutes(router: Router, db: Db, uploads: Uploads, loader: Loader): void {
  mountAction(router, 'sources', () => ({ sources: [...loader.sources] }));
  router.get('/api/template.xlsx', async (_req, res) => {
    const file = await loader.template(null);
    res.set('Cache-Control', 'no-store').attachment('gevinst-skabelon.xlsx').send(file);
  });
  router.get('/api/projects/:project/template.xlsx', async (req, res) => {
    const { project } = await projectAnswer(db, String(req.params.project));
    const file = await loader.template(project);
    res.set('Cache-Control', 'no-store').attachment('gevinst-maalinger.xlsx').send(file);
  });
  mountAction(router, 'addFile', ({ query }, req) => {
    const declared = Number(req.get('Content-Length') ?? Number.NaN);
    return uploads.add(req, query.name, declared, query.upload);
  });
  mountAction(router, 'upload', ({ params }) => uploads.get(params.upload));
  mountAction(router, 'dropUpload', async ({ params }) => {
    await uploads.drop(params.upload);
    return {};
  });
  router.get('/api/uploads/:upload/refused/:table', async (req, res) => {
    const { upload = '', table } = req.params;
    validated(actions.upload.params, { upload });
    const { name, path } = await uploads.refused(upload, Number(table));
    res.set('Cache-Control', 'no-store').attachment(name).type('text/csv; charset=utf-8');
    res.send(await readFile(path));
  });
  mountAction(router, 'mappingForm', ({ params, body }) => uploads.mappingForm(params.upload, body));
  mountAction(router, 'preview', ({ params, body }) => uploads.preview(params.upload, body));
  mountAction(router, 'loadUpload', ({ params, body }) => uploads.load(params.upload, body));
  mountAction(router, 'undoLoad', async ({ params }) => {
    const { load } = await loadAnswer(db, Number(params.load));
    return uploads.undo(load);
  });
}
