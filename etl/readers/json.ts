import type { Told } from '../../server/contract/uploads.ts';
import { unreadableFile } from '../unreadableFile.ts';
import type { Bytes } from './bytes.ts';
import type { Inspection } from './inspect.ts';
import { hasList, recordsIn } from './jsonAnswer.ts';
import { JsonScanner } from './jsonScanner.ts';
import { numbered } from './recordNumbers.ts';
import { type Record, rowsOfRecords } from './records.ts';
import type { Rows } from './rows.ts';
import { textChunks } from './text.ts';

const LONGEST_LINE = 16 << 20;

/**
 * Opens a JSON file: a list of records, or an object that has one, as OData and most APIs answer, or several of these.
 * @throws GevinstError `unreadable-file`
 */
export async function openJson(
  file: Bytes,
  inspection: Inspection,
  onBytes: (bytes: number) => void,
): Promise<Rows> {
  const told: Told[] = [];
  return rowsOfRecords(numbered(recordsOf(file, inspection, onBytes, told)), told);
}

async function* recordsOf(
  file: Bytes,
  inspection: Inspection,
  onBytes: (bytes: number) => void,
  told: Told[],
): AsyncGenerator<Record[]> {
  const scanner = new JsonScanner();
  for await (const text of textChunks(file, inspection, onBytes)) {
    yield scanner.push(Buffer.from(text)).flatMap(recordsIn);
  }
  scanner.end();
  if (scanner.further !== null) {
    told.push({
      code: 'further-list',
      values: { line: scanner.further },
      text: `line ${scanner.further} starts a further list of records, which was not read`,
    });
  }
  if (scanner.found) return;
  throw unreadableFile('no-list', 'It has no list of records. Expected [{…}, …] or {"value": [{…}, …]}.', {});
}

/**
 * Opens a file that has a record on each line, also after other text, as UiPath's robots write their logs.
 * @throws GevinstError `unreadable-file`
 */
export async function openJsonLines(
  file: Bytes,
  inspection: Inspection,
  onBytes: (bytes: number) => void,
): Promise<Rows> {
  return rowsOfRecords(numbered(linesOf(file, inspection, onBytes)));
}

async function* linesOf(
  file: Bytes,
  inspection: Inspection,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Record[]> {
  let rest = '';
  let line = 1;
  for await (const chunk of textChunks(file, inspection, onBytes)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) {
      const long = line + lines.length;
      throw unreadableFile('long-line', `Line ${long} is longer than 16 million characters.`, { line: long });
    }
    yield lines.flatMap((text) => recordOn(line++, text) ?? []).flatMap(recordsIn);
  }
  const last = recordOn(line, rest);
  if (last) yield recordsIn(last);
}

function recordOn(line: number, text: string): Record | null {
  if (text.trim() === '') return null;
  const start = text.indexOf('{');
  return { line, text: start < 0 ? null : text.slice(start) };
}

/** What a list holds first; a CSV file may have a column `[id]`, as SQL Server writes names. */
const STARTS_LIST = /^\[\s*([[{\]"\d-]|true\b|false\b|null\b|$)/;

/** Which of the two a text is that starts as JSON does; null for neither. */
export function jsonFormat(name: string, start: string): 'json' | 'jsonl' | null {
  const text = start.replace(/^\ufeff/, '').trimStart();
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'jsonl';
  if (text.startsWith('[')) return STARTS_LIST.test(text) ? 'json' : null;
  if (text.startsWith('{') && !/^\{\s*["}]/.test(text)) return null;
  const [first = '', second = ''] = text.split('\n').filter((line) => line.trim() !== '');
  if (!text.startsWith('{')) return isLogLine(first) ? 'jsonl' : null;
  const isLine =
    second === '' ? !/\.json$/i.test(name) && !hasList(first) : second.trimStart().startsWith('{');
  return isLine && isWhole(first) ? 'jsonl' : 'json';
}

/** `HH:mm:ss.ffff Level {json}` */
function isLogLine(line: string): boolean {
  return /^\d\d:\d\d:\d\d\.\d+ \w+ \{/.test(line);
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
