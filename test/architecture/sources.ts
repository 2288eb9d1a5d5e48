import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const NOT_OURS = new Set(['node_modules', '.git', 'dist', '.cache', 'coverage']);
const FOLDERS = ['server', 'etl', 'web', 'fixtures', 'test'];

export interface Import {
  /** A file of the repository by its path from the root, or a package. */
  from: string;
  names: string[];
  /** Taken whole, as `* as all`, or when it is needed. */
  whole: 'static' | 'dynamic' | null;
  /** Gone after compilation: `import type`. */
  typeOnly: boolean;
}

export interface Source {
  path: string;
  text: string;
  lines: number;
  imports: Import[];
}

const STATEMENT =
  /^(?:import|export)(\s+type)?\b([^'"();]*?)\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

/** Paths from the root of all files that are not made or installed. */
export const files: string[] = readdirSync(ROOT, { withFileTypes: true })
  .filter(({ name }) => !NOT_OURS.has(name))
  .flatMap((entry) => (entry.isDirectory() ? within(entry.name) : [entry.name]));

/** All TypeScript of the repository with what it imports. */
export const sources: Source[] = files
  .filter((path) => FOLDERS.some((folder) => path.startsWith(`${folder}/`)))
  .filter((path) => ['.ts', '.tsx'].includes(extname(path)))
  .map((path) => {
    const text = readText(path);
    return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) };
  });

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function within(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(STATEMENT)].map(([, type, clause, from, bare, dynamic]) => {
    const name = from ?? bare ?? dynamic ?? '';
    return {
      from: name.startsWith('.') ? normalize(join(dirname(path), name)) : name,
      names: namesIn(clause ?? ''),
      whole: dynamic ? 'dynamic' : clause?.includes('*') ? 'static' : null,
      typeOnly: Boolean(type),
    };
  });
}

/** `base, { a, type B as C }` takes a and B. */
function namesIn(clause: string): string[] {
  const braces = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
  return braces.split(',').flatMap((part) => /^\s*(?:type\s+)?(\w+)/.exec(part)?.[1] ?? []);
}
