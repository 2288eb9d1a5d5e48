import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { GevinstError } from '../../server/errors.ts';
import { measurements } from '../../server/queries/measurements.ts';
import { measures } from '../../server/queries/measures.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import type { PreparedMeasure } from '../template/sheets.ts';
import { writePrepared, writeTemplate } from '../template/writeTemplate.ts';
import { cannotWrite } from './cannotWrite.ts';

export interface TemplateOptions {
  db?: string;
  /** Whose measures are to be filled in; else the template is the empty one. */
  project?: string;
  force: boolean;
}

/** `gevinst template FILE.xlsx`: writes the workbook to fill in; with `--project` one with that project’s measures. */
export async function runTemplate(path: string, { db = '', project, force }: TemplateOptions): Promise<void> {
  if (extname(path).toLowerCase() !== '.xlsx') {
    throw new GevinstError(
      'bad-parameter',
      `${path}: the template is a workbook, so its name must end in .xlsx.`,
    );
  }
  if (!force && existsSync(path)) {
    throw new GevinstError('bad-parameter', `${path} is there already. Use --force to write over it.`);
  }
  const prepared = project === undefined ? null : await measuresOf(db, project);
  try {
    if (prepared === null) await writeTemplate(path);
    else await writePrepared(path, prepared);
  } catch (error) {
    throw cannotWrite(path, error);
  }
  process.stdout.write(`Wrote ${path}. Fill it in, and load it: gevinst load ${path}\n`);
}

/** @throws GevinstError `not-found` when the project has no measures */
async function measuresOf(database: string, project: string): Promise<PreparedMeasure[]> {
  const db = await openWarehouse(database);
  try {
    const rows = await measures(db, project);
    if (rows.length === 0) {
      throw new GevinstError('not-found', `The project “${project}” has no measures.`, { project });
    }
    const values = await measurements(
      db,
      rows.map(({ measure }) => measure),
    );
    return rows.map(({ measure, name, unit }) => ({
      measure,
      name,
      unit,
      per: values.findLast((value) => value.measure === measure)?.per ?? null,
    }));
  } finally {
    await db.destroy();
  }
}
