import { describe, expect, test } from 'vitest';
import { files, readText, sources } from './sources.ts';

/** Migrations are never edited, and texts are tables: their length says nothing. */
const judged = sources
  .filter(({ path }) => !/^server\/warehouse\/migrations\/|^web\/text\//.test(path))
  .sort((a, b) => a.lines - b.lines);
const at = (share: number) => judged[Math.floor((judged.length - 1) * share)]?.lines;

describe('files are short', () => {
  test('half of them have at most 80 lines, nine in ten at most 200', () => {
    expect(at(0.5)).toBeLessThanOrEqual(80);
    expect(at(0.9)).toBeLessThanOrEqual(200);
  });

  test('none has over 400', () => {
    expect(judged.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path}: ${lines}`)).toEqual(
      [],
    );
  });
});

describe('nothing is switched off', () => {
  const found = (pattern: RegExp) =>
    sources.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, i) => (pattern.test(line) ? `${path}:${i + 1}: ${line.trim()}` : [])),
    );

  test('no type is any', () => {
    expect(found(/(:|\bas|<)\s*any\b(?=\s*[;,)>[\]|&={]|$)/)).toEqual([]);
  });

  test('no check of types and no test is turned off', () => {
    expect(found(/@ts-(ignore|nocheck)\b|\b(test|describe|it)\.(skip|only|todo)\(/)).toEqual([]);
  });

  test('nothing is left for later', () => {
    expect(found(/\b(TO-?DO|FIX-?ME|X{3})\b/)).toEqual([]);
  });
});

test('no file names a folder of the machine that it was written on', () => {
  const text = files.filter((path) => !/\.(png|xlsx|parquet|arrow|zip|woff2?|ico)$/.test(path));
  const folder = /(^|[\s'"`(=:])\/(home|root|Users|work)\/\w/m;
  expect(text.filter((path) => folder.test(readText(path)))).toEqual([]);
});
