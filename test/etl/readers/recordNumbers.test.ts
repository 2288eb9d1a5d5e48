import { describe, expect, test } from 'vitest';
import { numbered } from '../../../etl/readers/recordNumbers.ts';
import type { Record } from '../../../etl/readers/records.ts';
import { readOne } from './support.ts';

/** The numbers of records on these lines, given a chunk of the file at a time. */
async function numbersOf(...chunks: number[][]): Promise<(number | null)[]> {
  async function* batches(): AsyncGenerator<Record[]> {
    for (const lines of chunks) yield lines.map((line) => ({ line, text: '{}' }));
  }
  const numbers: (number | null)[] = [];
  for await (const batch of numbered(batches())) numbers.push(...batch.map(({ record }) => record ?? null));
  return numbers;
}

describe('which record a row is', () => {
  test.each<[string, number[][], (number | null)[]]>([
    ['all on one line: each is named', [[1, 1, 1]], [1, 2, 3]],
    ['one on each line: the line tells', [[1, 2, 5]], [null, null, null]],
    ['two on one of three lines: these two, by their number in the file', [[1, 2, 2, 3]], [null, 2, 3, null]],
    ['also where the file is read in chunks between them', [[1, 2], [], [2], [3]], [null, 2, 3, null]],
    ['a single record needs no number', [[1]], [null]],
    ['none', [[]], []],
  ])('%s', async (_, chunks, numbers) => {
    expect(await numbersOf(...chunks)).toEqual(numbers);
  });

  test.each<[string, string, string, (number | undefined)[]]>([
    ['an answer of OData', 'a.json', '{"value":[{"id":1},{"id":2}]}', [1, 2]],
    [
      'pages of answers, one a line',
      'a.jsonl',
      '{"data":[{"id":1},{"id":2}]}\n{"data":[{"id":3}]}',
      [1, 2, undefined],
    ],
    ['what is no record is one all the same', 'a.json', '[{"id":1},7,{"id":2}]', [1, 2, 3]],
  ])('%s', async (_, name, text, numbers) => {
    const { read } = await readOne(name, text);
    expect(read.map(({ record }) => record)).toEqual(numbers);
  });
});
