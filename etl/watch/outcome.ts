import { danishReason } from '../../server/contract/refusalTexts.ts';
import { maskCpr } from '../../server/privacy.ts';
import { safeName } from '../../server/uploads/storage.ts';
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

/** Why a link is not loaded. */
export const A_LINK =
  'It is a link to another file, and links are not followed. Put a copy of the file in the folder.';

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
  const refused = outcome.results.filter(({ refusedCsv }) => refusedCsv !== undefined);
  return Object.fromEntries(
    refused.map(({ part, refusedCsv = '' }) => [
      refused.length === 1 ? '.refused.csv' : `.${safeName(part ?? '')}.refused.csv`,
      refusedCsv,
    ]),
  );
}

/** For those who find it, in Danish; then for those who are asked, in English and with the words of the documentation. */
function reasonText(outcome: Outcome): string {
  return [...danish(outcome), '---', 'In English:', '', ...english(outcome)]
    .join('\r\n')
    .replace(/(\r\n){3,}/g, '\r\n\r\n');
}

function danish({ file, error, results, refused }: Outcome): string[] {
  const failure = results.find(({ status }) => status === 'failed');
  const lines = [`Intet fra ${file} er indlæst.`, '', danishError(failure, error, refused), ''];
  for (const { result, refusal } of firstRefusals(results)) {
    const { line, column, value } = refusal;
    const where = [result.part, `linje ${line}`, column].filter((part) => part !== null).join(', ');
    lines.push(`${where}: ${value === null ? '' : `“${value}” – `}${danishReason(refusal)}`);
  }
  if (refused > SHOWN) lines.push(`og ${refused - SHOWN} mere.`);
  for (const { queue, rows } of firstQueues(results))
    lines.push(`Ingen robot har køen “${queue}” (${rows} rækker).`);
  return [...lines, '', 'Ret filen, og læg den i mappen igen.', ''];
}

function danishError(failure: FileResult | undefined, error: string | null, refused: number): string {
  const { lackingDanish, has, why } = failure?.errorDetails ?? {};
  if (failure?.errorCode === 'missing-column' && lackingDanish)
    return `Filen mangler en kolonne, der skal være der: ${lackingDanish}. Dens kolonner er ${has ?? ''}.`;
  if (error === A_LINK)
    return 'Det er en genvej til en anden fil, og genveje bliver ikke fulgt. Læg en kopi af filen i mappen.';
  if (why === 'other-database' || why === 'own-warehouse')
    return 'Det er en SQLite-database, men ikke OpenOrchestrators (tabellen Queues) eller Automation Servers (tabellen workitem). Gem den tabel, der skal ind, som CSV.';
  if (failure?.errorCode === 'unknown-table')
    return 'Hverken filens navn eller dens kolonner fortæller, hvad den er.';
  if (failure?.errorCode === 'unknown-queue') return 'Filen fortæller ikke, hvilken kø den er fra.';
  if (!failure && refused > 0) return 'Alle rækker er afvist.';
  return `Filen kan ikke læses: ${error ?? ''}`;
}

function english({ file, error, results, refused }: Outcome): string[] {
  const lines = [`Nothing of ${file} was loaded.`, '', error ?? '', ''];
  for (const { result, refusal } of firstRefusals(results)) {
    const { line, column, value, expected } = refusal;
    const where = [result.part, `line ${line}`, column].filter((part) => part !== null).join(', ');
    lines.push(`${where}: ${value === null ? '' : `“${value}” — `}expected ${expected}`);
  }
  if (refused > SHOWN) lines.push(`and ${refused - SHOWN} more.`);
  for (const { queue, rows } of firstQueues(results))
    lines.push(`No robot has the queue “${queue}” (${rows} rows).`);
  return [...lines, '', 'Put it right, and put the file back in the folder that is watched.', ''];
}

function firstRefusals(results: readonly FileResult[]) {
  return results.flatMap((result) => result.refusals.map((refusal) => ({ result, refusal }))).slice(0, SHOWN);
}

function firstQueues(results: readonly FileResult[]) {
  return results.flatMap(({ unknownQueues }) => unknownQueues).slice(0, SHOWN);
}
