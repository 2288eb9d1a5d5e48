import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type ErrorDetail, GevinstError } from '../../../server/errors.ts';
import { maskCpr } from '../../../server/privacy.ts';
import { unreadable } from '../../openFile.ts';
import { windows1252 } from '../../readers/windows1252.ts';
import { Zone } from '../../time/zone.ts';
import { TABLES } from '../canonical/tables/index.ts';
import { DateFormat } from './dateFormat.ts';
import { faultWords } from './faultWords.ts';
import type { Mapping } from './mapping.ts';
import { MappingFile } from './schema.ts';

const LARGEST = 1 << 20;
const MOST_FAULTS = 10;

/**
 * Reads a mapping file, YAML or JSON.
 * @throws GevinstError `bad-mapping` that names each fault with its line, its path, and what was expected
 */
export async function readMapping(path: string): Promise<Mapping> {
  return mappingOf(await readMappingContent(path), basename(path));
}

/** What a mapping file says, as it is written. @throws GevinstError `bad-mapping` */
export async function readMappingContent(path: string): Promise<z.infer<typeof MappingFile>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { message } = unreadable(error) as Error;
    throw new GevinstError('bad-mapping', `Cannot read the mapping ${path}: ${message}`, { path });
  }
  const text = isUtf8(bytes) ? bytes.toString('utf8') : windows1252(bytes);
  return mappingContent(text, basename(path));
}

/**
 * The mapping that a text says, YAML or JSON.
 * @param name the mapping file’s name, which also names the mapping where it does not itself
 * @throws GevinstError `bad-mapping`
 */
export function parseMapping(text: string, name: string): Mapping {
  return mappingOf(mappingContent(text, name), name);
}

/**
 * What a mapping file says, as it is written.
 * @throws GevinstError `bad-mapping`, whose details have what is wrong by its path, such as `columns.started`
 */
function mappingContent(text: string, name: string): z.infer<typeof MappingFile> {
  if (text.length > LARGEST) throw badMapping(name, ['It is larger than a megabyte: it is no mapping.']);
  const lines = new LineCounter();
  // All is kept as text: 0751 and 1.10 are what they say, and not numbers.
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [broken] = document.errors;
  if (broken) {
    throw badMapping(name, [`Line ${lines.linePos(broken.pos[0]).line}: ${broken.message}`]);
  }
  if (!isMap(document.contents)) {
    throw badMapping(name, ['Line 1: expected names with values, such as “table: runs”.']);
  }
  const written = plain(document, name);
  const read = MappingFile.safeParse(written);
  if (!read.success) {
    const lineOf = (at: readonly PropertyKey[]) => lineIn(document, lines, at);
    throw badMapping(
      name,
      read.error.issues.flatMap((issue) => faultWords(issue, written, lineOf)),
      Object.fromEntries(read.error.issues.map(({ path, message }) => [path.map(String).join('.'), message])),
    );
  }
  return read.data;
}

/** @throws GevinstError `bad-mapping` for aliases that stand for more than a mapping ever holds */
function plain(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw badMapping(name, [(error as Error).message]);
  }
}

function mappingOf(read: z.infer<typeof MappingFile>, file: string): Mapping {
  const table = TABLES.find(({ name }) => name === read.table);
  if (!table) throw new GevinstError('internal', `There is no table ${read.table}.`);
  const origins = new Map(
    Object.keys(table.columns).flatMap((column) => {
      const origin = read.columns[column];
      return origin ? [[column, origin] as const] : [];
    }),
  );
  return {
    name: maskCpr(read.name ?? file.replace(/(\.map(ping)?)?\.(ya?ml|json)$/i, '')),
    table,
    origins,
    part: read.sheet ?? read.entry ?? null,
    separator: read.separator === undefined ? null : read.separator === 'tab' ? '\t' : read.separator,
    zone: read.zone === undefined ? null : new Zone(read.zone),
    decimal: read.decimal ?? null,
    dates: read.dates === undefined ? null : DateFormat.of(read.dates),
    filters: (read.where ?? []).map(({ column, equals, not }) => ({
      column,
      texts: [equals ?? not ?? []].flat(),
      keeps: equals !== undefined,
    })),
    statuses: read.statuses ?? {},
    codes: new Map(
      Object.entries(read.codes ?? {}).flatMap(([column, words]) =>
        words ? [[column, words] as const] : [],
      ),
    ),
  };
}

function badMapping(name: string, faults: readonly string[], details: ErrorDetail = {}): GevinstError {
  const shown = faults.slice(0, MOST_FAULTS).map((fault) => `\n  ${maskCpr(fault)}`);
  if (faults.length > MOST_FAULTS) shown.push(`\n  and ${faults.length - MOST_FAULTS} more`);
  return new GevinstError('bad-mapping', `${name} cannot be used as a mapping:${shown.join('')}`, details);
}

/** The line of the deepest part of a path that is in the file, from 1. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && `${item.key.value}` === String(key));
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else {
      const items = (node as { items?: { range?: [number, number, number] }[] } | null)?.items;
      node = items?.[Number(key)];
      if (!node) break;
      offset = (node as { range?: [number, number, number] }).range?.[0] ?? offset;
    }
  }
  return lines.linePos(offset).line;
}
