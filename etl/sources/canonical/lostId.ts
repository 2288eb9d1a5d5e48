import { Fault } from '../../refusal.ts';
import { isExcelError } from './column.ts';

/** `1,77244E+15`: what Excel saves of a number of many digits. */
const SHORTENED = /^\d(?:[.,]\d+)?E\+\d+$/;

/** What is wrong with an id that Excel has left nothing of, so that those of several transactions look alike; null for nothing. */
export function lostId(id: string): Fault | null {
  if (isExcelError(id))
    return new Fault('excel-error', 'the source’s id; the cell shows an error of Excel’s');
  if (!SHORTENED.test(id)) return null;
  return new Fault('excel-error', 'the source’s id with all its digits; Excel has shortened it');
}
