import type { Router } from 'express';
import { today } from '../clock.ts';
import { removeMeasurement, saveMeasurement } from '../edits/measurement.ts';
import type { Db } from '../warehouse/schema.ts';
import { mountEdit } from './editAction.ts';

export function measuringRoutes(router: Router, db: Db): void {
  mountEdit(router, 'saveMeasurement', ({ params, body }, editor) => {
    const { replaces = null, ...entry } = body;
    return saveMeasurement(db, { ...params, entry, replaces, today: today() }, editor);
  });
  mountEdit(router, 'removeMeasurement', ({ params, body }, editor) =>
    removeMeasurement(db, { ...params, seen: body }, editor),
  );
}
