import type { Refusal } from '../server/contract/loads.ts';
import { danishReason, refusalText } from '../server/contract/refusalTexts.ts';
import { maskCpr } from '../server/privacy.ts';
import type { Part } from './readers/parts.ts';
import type { Rows } from './readers/rows.ts';

/** Their names are no table's columns, so that a file which has been mended can be loaded with them in it. */
const WHY = ['afvist på linje', 'afvist i kolonne', 'afvist fordi'];
const BOM = '\ufeff';

/**
 * The refused rows of a table as they stand in its file, with where and why in front: a CSV file to mend and load again.
 * The table is read once more, to its last refused row. Personal numbers are masked, and formulas are made text.
 * @param separator of the file's cells, where a mapping says it
 */
export async function refusedRows(
  part: Part,
  refusals: readonly Refusal[],
  separator?: string,
): Promise<string> {
  const waiting = new Map<string, Refusal[]>();
  for (const refusal of refusals) {
    const key = placeOf(refusal.line, refusalText(refusal).record);
    waiting.set(key, [...(waiting.get(key) ?? []), refusal]);
  }
  const rows = await part.rows(() => {}, separator);
  const found: string[][] = [];
  for await (const batch of rows.batches()) {
    for (const { line, record, cells } of batch) {
      const key = placeOf(line, record ?? null);
      const why = waiting.get(key);
      if (!why) continue;
      waiting.delete(key);
      found.push([...reasons(why), ...cells.map((text) => written(text, rows))]);
    }
    if (waiting.size === 0) break;
  }
  // A row that is not there any more, of a file that was changed meanwhile, is told of all the same.
  for (const why of waiting.values()) found.push(reasons(why));
  const between = rows.decimal === '.' ? ',' : ';';
  const lines = [[...WHY, ...rows.header], ...found];
  return `${BOM}${lines.map((cells) => `${cells.map((text) => cell(text, between)).join(between)}\r\n`).join('')}`;
}

function placeOf(line: number, record: number | null): string {
  return `${line}.${record ?? ''}`;
}

function reasons(why: readonly Refusal[]): string[] {
  const columns = why.flatMap(({ column }) => column ?? []);
  return [String(why[0]?.line ?? ''), columns.join(', '), why.map(danishReason).join(' ')];
}

/** A cell of a format with types of its own has a decimal point, which is another thing beside semicolons. */
function written(text: string, { decimal }: Rows): string {
  const isNumber = decimal === null && /^-?\d+\.\d+$/.test(text) && !/^-?\d{1,3}\.\d{3}$/.test(text);
  return isNumber ? text.replace('.', ',') : text;
}

/** A spreadsheet would run what starts like a formula; a negative number is none. */
function cell(text: string, between: string): string {
  const masked = maskCpr(text);
  const safe = /^[=+@\t\r]|^-(?![\d.,]+$)/.test(masked) ? `'${masked}` : masked;
  return safe.includes(between) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
