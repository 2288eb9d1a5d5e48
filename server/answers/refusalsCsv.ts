import type { Refusal } from '../contract/loads.ts';
import { danishReason } from '../contract/refusalTexts.ts';

const HEADER = ['linje', 'kolonne', 'værdi', 'årsag', 'kode'];
const BOM = '\uFEFF';

/** A load's refusals as a Danish Excel opens them: semicolons, and a mark that says that it is UTF-8. */
export function refusalsCsv(refusals: readonly Refusal[]): string {
  const lines = refusals.map((refusal) => [
    String(refusal.line),
    refusal.column ?? '',
    refusal.value ?? '',
    danishReason(refusal),
    refusal.code,
  ]);
  return `${BOM}${[HEADER, ...lines].map((cells) => `${cells.map(cell).join(';')}\r\n`).join('')}`;
}

/** A spreadsheet takes a cell that starts like this for a formula, and works it out. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
