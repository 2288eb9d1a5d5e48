import { maskCpr } from '../../../../server/privacy.ts';
import { type Place, placeText } from '../../../readers/rows.ts';
import { unreadableFile } from '../../../unreadableFile.ts';

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/\d{4},?[ T]+\d{1,2}:/;

/**
 * Stops at a moment that can only be read with its month first, `02/13/2026 08:00`, without AM or PM. In the other rows
 * of its file, of which a machine writes all alike, days up to the 12th would be taken for months.
 * @param text a moment that could not be read
 * @throws GevinstError `unreadable-file`
 */
export function requireDayFirst(text: string, place: Place, column: string): void {
  const [, first, second] = SLASHED.exec(text) ?? [];
  if (!(Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12)) return;
  const value = maskCpr(text);
  const where = placeText(place);
  throw unreadableFile(
    'month-first',
    `${where.charAt(0).toUpperCase()}${where.slice(1)}, ${column}: “${value}” has its month first. Days up to the 12th would be taken for months, so nothing was loaded. Export with dates such as 2026-03-31, or describe the file in a mapping file (gevinst map).`,
    { line: place.line, column, value },
  );
}
