import { expect, test } from 'vitest';
import { sources } from './sources.ts';

/** Values only: a type may be exported to name what an exported function takes or gives. */
const EXPORT = /^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm;

/** Whether any other file takes a name from a file; one that loads it when needed takes every word that it has. */
function isTaken(path: string, name: string): boolean {
  const word = new RegExp(`\\b${name}\\b`);
  return sources.some((other) =>
    other.imports.some(
      ({ from, names, whole }) =>
        from === path &&
        (names.includes(name) || whole === 'static' || (whole === 'dynamic' && word.test(other.text))),
    ),
  );
}

test('every exported value is used by another file', () => {
  const unused = sources
    .filter(({ path }) => !path.startsWith('server/contract/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(EXPORT)].flatMap(([, name]) =>
        name && !isTaken(path, name) ? [`${path}: ${name}`] : [],
      ),
    );
  expect(unused).toEqual([]);
});

test('every file is used: by another, by a script, or by the test runner', () => {
  const imported = new Set(sources.flatMap(({ imports }) => imports.map(({ from }) => from)));
  const started = [
    'etl/cli.ts',
    'web/main.tsx',
    'etl/runFile/thread.ts',
    'etl/runFile/readThread.ts',
    'etl/sources/canonical/document.ts',
    'etl/sources/document.ts',
    'test/bench/index.ts',
    'test/support/screenshot.ts',
  ];
  const unused = sources
    .map(({ path }) => path)
    .filter((path) => !imported.has(path) && !started.includes(path))
    .filter((path) => !/\.test\.ts$|-setup\.ts$|\.d\.ts$/.test(path));
  expect(unused).toEqual([]);
});
