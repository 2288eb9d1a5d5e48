import { describe, expect, test } from 'vitest';
import { type Import, type Source, sources } from './sources.ts';

const REPOSITORY = /^(server|etl|web|fixtures|test)\//;
const isPackage = ({ from }: Import) => !REPOSITORY.test(from) && !from.endsWith('.json');
const isNode = ({ from }: Import) => from.startsWith('node:');
const starts =
  (...prefixes: string[]) =>
  ({ from }: Import) =>
    prefixes.some((prefix) => from === prefix || (prefix.endsWith('/') && from.startsWith(prefix)));
const not = (rule: (i: Import) => boolean) => (i: Import) => !rule(i);

/** What the files of a folder may import. */
const RULES: [string, string, (i: Import) => boolean][] = [
  ['server/domain/', 'domain imports only domain', starts('server/domain/')],
  [
    'server/contract/',
    'contract imports zod and domain',
    starts('server/contract/', 'server/domain/', 'zod/mini'),
  ],
  [
    'server/queries/',
    'queries import the warehouse and the domain’s shapes',
    starts('server/queries/', 'server/warehouse/', 'server/domain/', 'server/contract/', 'kysely'),
  ],
  [
    'server/warehouse/',
    'the warehouse imports its drivers',
    (i) => starts('server/warehouse/', 'server/errors.ts')(i) || isPackage(i),
  ],
  [
    'server/answers/',
    'answers ask queries, and hold no SQL',
    not(starts('kysely', 'express', 'pg', 'better-sqlite3')),
  ],
  [
    'server/edits/',
    'edits know no HTTP',
    not(starts('express', 'pg', 'better-sqlite3', 'server/routes/', 'server/answers/')),
  ],
  [
    'server/routes/',
    'routes never import SQL',
    not(starts('kysely', 'pg', 'better-sqlite3', 'server/warehouse/dialect.ts')),
  ],
  [
    'web/',
    'web imports from the server only contract and domain, and nothing of Node',
    (i) => starts('web/', 'server/contract/', 'server/domain/')(i) || (isPackage(i) && !isNode(i)),
  ],
  [
    'etl/readers/',
    'readers make rows of bytes: they know neither sources nor the warehouse',
    not(starts('etl/sources/', 'etl/write/', 'server/warehouse/', 'server/queries/', 'kysely')),
  ],
  ['etl/', 'loading knows no pages and no routes', not(starts('web/', 'server/routes/'))],
  ['server/', 'the server knows no loading and no pages', not(starts('etl/', 'web/', 'fixtures/'))],
];

const within = (folder: string) => sources.filter(({ path }) => path.startsWith(folder));
const breaches = (found: Source[], allowed: (i: Import) => boolean) =>
  found.flatMap(({ path, imports }) =>
    imports.filter(not(allowed)).map(({ from }) => `${path} imports ${from}`),
  );

describe('a folder imports what its job needs', () => {
  test.each(RULES)('%s: %s', (folder, _rule, allowed) => {
    expect(within(folder).length).toBeGreaterThan(0);
    expect(breaches(within(folder), allowed)).toEqual([]);
  });

  test('no product file imports a test', () => {
    const product = sources.filter(({ path }) => !path.startsWith('test/'));
    expect(breaches(product, not(starts('test/')))).toEqual([]);
  });
});

describe('a folder does only its job', () => {
  const lines = (folder: string, pattern: RegExp) =>
    within(folder).flatMap(({ path, text }) =>
      text.split('\n').flatMap((l) => (pattern.test(l) ? `${path}: ${l}` : [])),
    );

  test('the arithmetic has no clock, no chance, no input and no output', () => {
    expect(
      lines('server/domain/', /Date\.now|new Date\(\)|Math\.random|\bprocess\.|\bconsole\.|\bfetch\(/),
    ).toEqual([]);
  });

  test('queries never format', () => {
    expect(lines('server/queries/', /\bIntl\b|toLocale|toFixed/)).toEqual([]);
  });

  test('SQL is written in queries, in the warehouse and in what writes loads and edits, nowhere else', () => {
    const others = [
      'server/domain/',
      'server/contract/',
      'server/answers/',
      'server/routes/',
      'web/',
      'etl/readers/',
    ];
    const sqlText = /\bsql`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/;
    expect(others.flatMap((folder) => lines(folder, sqlText))).toEqual([]);
  });
});

test('no file imports itself through others', () => {
  const graph = new Map(
    sources.map(({ path, imports }) => [path, imports.filter((i) => !i.typeOnly).map((i) => i.from)]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  expect(circles).toEqual([]);
});
