import { maskCpr } from '../../server/privacy.ts';
import type { LoadResult } from '../load.ts';
import type { Destiny } from './folder.ts';

type FileResult = LoadResult['files'][number];

/** What came of one file. */
export interface Outcome {
  /** Its name, personal numbers masked. */
  file: string;
  destiny: Destiny;
  tables: string[];
  read: number;
  kept: number;
  duplicate: number;
  refused: number;
  /** Why nothing of it was loaded. */
  error: string | null;
  results: FileResult[];
}

const SHOWN = 100;

/**
 * What came of a file whose tables were loaded, or not, with these results.
 * @param broken why there are no results
 */
export function outcomeOf(name: string, results: FileResult[], broken: string | null): Outcome {
  const sum = (count: 'read' | 'kept' | 'duplicate' | 'refused') =>
    results.reduce((n, result) => n + result[count], 0);
  const failure = results.find(({ status }) => status === 'failed');
  const [kept, duplicate, refused] = [sum('kept'), sum('duplicate'), sum('refused')];
  const passed = results.some((result) => Object.keys(result.passed).length > 0);
  const allRefused = refused > 0 && kept + duplicate === 0 && !passed;
  const empty = results.length === 0 ? (broken ?? 'It has no table.') : null;
  const error = empty ?? failure?.error ?? (allRefused ? 'Every row was refused.' : null);
  return {
    file: maskCpr(name),
    destiny: error === null ? 'done' : 'failed',
    tables: [...new Set(results.flatMap(({ table }) => table ?? []))],
    read: sum('read'),
    kept,
    duplicate,
    refused,
    error,
    results,
  };
}

/** The texts that are put beside a file where it is moved to, by the ending of their names. */
export function textsBeside(outcome: Outcome): Record<string, string> {
  if (outcome.destiny === 'failed') return { '.reason.txt': reasonText(outcome) };
  return outcome.refused > 0 ? { '.refused.csv': refusedCsv(outcome) } : {};
}

function reasonText({ file, error, results, refused }: Outcome): string {
  const lines = [`Nothing of ${file} was loaded.`, '', error ?? '', ''];
  const refusals = results.flatMap((result) => result.refusals.map((refusal) => ({ result, refusal })));
  for (const { result, refusal } of refusals.slice(0, SHOWN)) {
    const { line, column, value, expected } = refusal;
    const where = [result.part, `line ${line}`, column].filter((part) => part !== null).join(', ');
    lines.push(`${where}: ${value === null ? '' : `“${value}” — `}expected ${expected}`);
  }
  if (refused > SHOWN) lines.push(`and ${refused - SHOWN} more.`);
  const queues = results.flatMap(({ unknownQueues }) => unknownQueues);
  for (const { queue, rows } of queues.slice(0, SHOWN)) {
    lines.push(`No robot has the queue “${queue}” (${rows} rows).`);
  }
  lines.push('', 'Put it right, and put the file back in the folder that is watched.', '');
  return lines.join('\r\n').replace(/(\r\n){3,}/g, '\r\n\r\n');
}

const BOM = '\ufeff';

function refusedCsv({ results }: Outcome): string {
  const rows = results.flatMap(({ part, refusals }) =>
    refusals.map(({ line, column, value, code, expected }) =>
      [part ?? '', String(line), column ?? '', value ?? '', code, expected].map(cell).join(';'),
    ),
  );
  return `${BOM}${['part;line;column;value;code;expected', ...rows].join('\r\n')}\r\n`;
}

/** A spreadsheet would run what starts like a formula. */
function cell(text: string): string {
  const safe = /^[=+@\t]|^-(?![\d.,]+$)/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
