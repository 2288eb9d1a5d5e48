import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { GevinstError } from '../../server/errors.ts';
import { writeTemplate } from '../template/writeTemplate.ts';
import { cannotWrite } from './cannotWrite.ts';

/** `gevinst template FILE.xlsx`: writes the workbook to fill in. */
export async function runTemplate(path: string, { force }: { force: boolean }): Promise<void> {
  if (extname(path).toLowerCase() !== '.xlsx') {
    throw new GevinstError(
      'bad-parameter',
      `${path}: the template is a workbook, so its name must end in .xlsx.`,
    );
  }
  if (!force && existsSync(path)) {
    throw new GevinstError('bad-parameter', `${path} is there already. Use --force to write over it.`);
  }
  try {
    await writeTemplate(path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
  process.stdout.write(`Wrote ${path}. Fill it in, and load it: gevinst load ${path}\n`);
}
