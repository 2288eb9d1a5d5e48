import type { z } from 'zod';
import { TABLES } from '../canonical/tables/index.ts';
import { didYouMean } from './nearest.ts';
import { MappingFile } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong in a mapping file, in words: with its line, its path and what was expected. */
export function faultWords(
  issue: Issue,
  written: unknown,
  lineOf: (at: readonly PropertyKey[]) => number,
): string[] {
  const { path } = issue;
  const where = (at: readonly PropertyKey[]) => {
    const words = at.map(String).join('.');
    return `Line ${lineOf(at)}${words === '' ? '' : `, ${words}`}:`;
  };
  const found = valueAt(written, path);
  const has = typeof found === 'string' ? `; it is “${found}”` : '';
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(written, path);
    return issue.keys.map(
      (key) =>
        `${where([...path, key])} there is no ${key} here.${didYouMean(key, known) || ` Expected ${known.join(', ')}.`}`,
    );
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = typeof found === 'string' ? didYouMean(found, values) : '';
    return [`${where(path)} expected one of ${values.join(', ')}${has}.${near}`];
  }
  if (issue.code === 'invalid_union' && path.at(-1) === 'table') {
    const names = TABLES.map(({ name }) => name);
    const near = typeof found === 'string' ? didYouMean(found, names) : '';
    return [`${where(path)} ${issue.message}${has || '; it is not there'}.${near}`];
  }
  if (issue.code === 'invalid_type') {
    const SHAPES: Record<string, string> = {
      string: 'a text',
      array: 'a list',
      object: 'names with values',
      record: 'names with values',
    };
    const wanted = SHAPES[issue.expected] ?? issue.expected;
    const lack = found === undefined ? '; it is not there' : has;
    return [`${where(path)} expected ${wanted}${lack}.`];
  }
  return [`${where(path)} ${issue.message}${has}.`];
}

function valueAt(written: unknown, path: readonly PropertyKey[]): unknown {
  let value = written;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** The names that may stand where a path leads. */
function knownKeys(written: unknown, path: readonly PropertyKey[]): string[] {
  const table = valueAt(written, ['table']);
  let schema: unknown = MappingFile.options.find(({ shape }) => shape.table.value === table);
  for (const key of path) schema = inner(schema, key);
  return Object.keys((unwrapped(schema) as z.ZodObject).shape);
}

function inner(schema: unknown, key: PropertyKey): unknown {
  const bare = unwrapped(schema) as z.ZodObject | z.ZodArray;
  return 'element' in bare ? bare.element : bare.shape[String(key)];
}

function unwrapped(schema: unknown): unknown {
  const { innerType } = (schema as z.ZodOptional).def;
  return innerType ? unwrapped(innerType) : schema;
}
