import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { MappingForm, type MappingText } from '../server/contract/mappings.ts';
import { Problem } from '../server/contract/problem.ts';
import { LoadOutcome, UndoOutcome, type UploadOptions } from '../server/contract/uploads.ts';
import { type ErrorCode, GevinstError } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import { type Loader, REFUSED, type Watch } from '../server/uploads/loader.ts';
import { safeName } from '../server/uploads/storage.ts';
import { type ChildOutput, runItself } from './childProcess.ts';
import type { EachFile } from './eachFile.ts';
import { TABLES } from './sources/canonical/tables/index.ts';
import { SOURCES } from './sources/index.ts';

/** Refusals of each table that are shown; all are counted, and the load's own record has more. */
const SHOWN = 50;

/**
 * Loads in a process of its own, as `gevinst load` does: the server's one connection answers meanwhile.
 * @param database a SQLite path or a postgres URL
 */
export function childLoader(database: string): Loader {
  return {
    sources: [
      ...TABLES.map(({ name }) => ({ name, title: null })),
      ...SOURCES.map(({ name, title }) => ({ name, title })),
    ],
    masked: maskCpr,
    check: checkMappings,
    async mappingForm(path, { part, table, mapping }, folder) {
      const args = ['map', path, '--json'];
      if (part !== undefined) args.push(`--sheet=${part}`);
      if (table !== undefined) args.push(`--table=${table}`);
      if (mapping !== undefined) {
        await checkMapping(mapping, basename(path));
        args.push(`--mapping=${await written(mapping, join(folder, 'mapping-read'))}`);
      }
      const output = await runItself(null, args);
      const answer = answerOf(z.union([MappingForm, Problem]), output, 'unreadable-file');
      if (!('error' in answer)) return answer;
      const { message, details } = answer.error;
      throw new GevinstError('unreadable-file', maskCpr(message), details);
    },
    template: (project) => templateOf(database, project),
    preview: (paths, options, watch) => loadFiles(database, paths, options, watch, true),
    load: (paths, options, watch) => loadFiles(database, paths, options, watch, false),
    async undo(load) {
      const output = await runItself(database, ['undo', String(load), '--json']);
      const answer = answerOf(z.union([UndoOutcome, Problem]), output, 'cannot-undo');
      if (!('error' in answer)) return answer;
      const { message, details } = answer.error;
      throw new GevinstError('cannot-undo', maskCpr(message), details);
    },
  };
}

/** Written by a process of its own, to a folder that is gone again. */
async function templateOf(database: string, project: string | null): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'gevinst-template-'));
  try {
    const path = join(folder, 'skabelon.xlsx');
    const asked = project === null ? [] : [`--project=${project}`];
    const { complaint } = await runItself(database, ['template', path, ...asked]);
    return await readFile(path).catch(() => {
      throw new GevinstError(project === null ? 'internal' : 'not-found', maskCpr(complaint));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkMappings({ files = {} }: UploadOptions): Promise<void> {
  for (const [file, { mapping }] of Object.entries(files)) if (mapping) await checkMapping(mapping, file);
}

/** @throws GevinstError `bad-mapping` that also names the file */
async function checkMapping({ text, name }: MappingText, file: string): Promise<void> {
  const { parseMapping } = await import('./sources/mapping/readMapping.ts');
  try {
    parseMapping(text, name);
  } catch (error) {
    if (!(error instanceof GevinstError)) throw error;
    throw new GevinstError(error.code, error.message, { ...error.details, file });
  }
}

/** All in one process, so that files see each other in a preview too, whatever each is said to be. */
async function loadFiles(
  database: string,
  paths: readonly string[],
  options: UploadOptions,
  { folder, onProgress, signal }: Watch,
  dryRun: boolean,
): Promise<LoadOutcome> {
  const each = join(folder, 'each.json');
  await writeFile(each, JSON.stringify(await saidOf(paths, options, folder)));
  const refused = join(folder, REFUSED);
  await rm(refused, { recursive: true, force: true });
  const args = ['load', ...paths, `--each=${each}`, `--refused=${refused}`, '--json', '--progress'];
  if (dryRun) args.push('--dry-run');
  if (options.createRobots) args.push('--create-robots');
  if (options.municipality) args.push(`--municipality=${options.municipality}`);
  if (options.queues) {
    const queues = join(folder, 'queues.json');
    await writeFile(queues, JSON.stringify(options.queues));
    args.push(`--queues=${queues}`);
  }
  const output = await runItself(database, args, { signal, onProgress });
  const { files } = answerOf(LoadOutcome, output, 'load-failed');
  return { files: files.map((file) => ({ ...file, refusals: file.refusals.slice(0, SHOWN) })), dryRun };
}

async function saidOf(
  paths: readonly string[],
  { files = {} }: UploadOptions,
  folder: string,
): Promise<EachFile> {
  const said: Record<string, EachFile[string]> = {};
  for (const [i, path] of paths.entries()) {
    const { mapping, ...own } = files[basename(path)] ?? {};
    said[path] = mapping ? { ...own, source: await written(mapping, join(folder, `mapping-${i}`)) } : own;
  }
  return said;
}

/** Writes a mapping under its own name, which its loads go by, in a folder where it meets no other; gives its path. */
async function written({ name, text }: MappingText, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${safeName(maskCpr(name)).replace(/\.(ya?ml|json)$/i, '')}.yaml`);
  await writeFile(path, text);
  return path;
}

/** What the process answered, else what it complained of. @throws GevinstError of the code given */
function answerOf<T>(schema: z.ZodMiniType<T>, { stdout, complaint }: ChildOutput, code: ErrorCode): T {
  const answer = stdout.trim() === '' ? undefined : schema.parse(JSON.parse(stdout));
  if (answer !== undefined) return answer;
  throw new GevinstError(code, maskCpr(complaint) || 'The load ended without saying why.');
}
