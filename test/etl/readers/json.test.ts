import { describe, expect, test } from 'vitest';
import { inspect } from '../../../etl/readers/inspect.ts';
import { openJson, openJsonLines } from '../../../etl/readers/json.ts';
import { partsOf } from '../../../etl/readers/parts.ts';
import { inMemory, readAll, readOne } from './support.ts';

describe('records', () => {
  test('fields within fields are columns with dots; lists and what is deeper is JSON text; null is nothing', async () => {
    const { header, cells } = await readOne(
      'a.json',
      '[{"Id": 7, "E": {"Reason": "nede", "In": {"A": 1, "Deep": {"x": [1]}}}, "L": [1, "a"], "ok": true, "n": null}]',
    );
    expect(header).toEqual(['Id', 'E.Reason', 'E.In.A', 'E.In.Deep', 'L', 'ok', 'n']);
    expect(cells).toEqual([['7', 'nede', '1', '{"x":[1]}', '[1,"a"]', 'true', '']]);
  });

  test.each([
    ['a.json', '[]'],
    ['a.json', '{"@odata.context": "x#QueueItems", "@odata.count": 0, "value": []}'],
    ['a.txt', '{"data": [ ], "nextCursor": null}'],
    ['a.json', '{"items":\n[\n], "page": 1}'],
  ])('%s: %j is an empty list, not a record', async (name, text) => {
    const { header, read, rows } = await readOne(name, text);
    expect([header, read, rows.isEmptyList]).toEqual([[], [], true]);
  });

  test('a single record may have an empty list in it', async () => {
    const { header, rows } = await readOne('a.json', '{"id": 1, "tags": []}');
    expect([header, rows.isEmptyList]).toEqual([['id', 'tags'], undefined]);
  });

  test.each([
    [
      'a list of answers',
      'a.json',
      '[{"value":[{"id":1}],"@odata.count":2},\n{"value":[\n{"id":2}]},{"value":[]}]',
      [1, 3],
    ],
    [
      'an answer on each line',
      'a.jsonl',
      '{"data":[{"id":1}],"nextCursor":"x"}\n{"data":[{"id":2}]}',
      [1, 2],
    ],
    [
      'answers one after another',
      'a.json',
      '{"items":\n[{"id":1}],"page":1}\n{"items":[{"id":2}],"page":2}',
      [2, 3],
    ],
    ['a list of lists', 'a.json', '[[{"id":1}],\n[],[{"id":2}]]', [1, 2]],
  ])('pages of answers in one file are one list: %s', async (_, name, text, lines) => {
    const { header, cells, read } = await readOne(name, text);
    expect([header, cells, read.map(({ line }) => line)]).toEqual([['id'], [['1'], ['2']], lines]);
  });

  test('a record with a list of its own is no answer', async () => {
    const { header, cells } = await readOne(
      'a.json',
      '[{"account": "x", "items": [{"id": 1}]}, {"account": "y", "items": []}]',
    );
    expect([header, cells]).toEqual([
      ['account', 'items'],
      [
        ['x', '[{"id":1}]'],
        ['y', '[]'],
      ],
    ]);
  });

  test.each([
    ['{"a": {"value": [{"id": 1}]},\n"b": {"value": [{"id": 2}]}}', 2],
    ['[[{"id": 1}],\n{"id": 2}]', 2],
  ])('what lies beside the records is told, not lost in silence: %j', async (text, line) => {
    const { cells, rows } = await readOne('a.json', text);
    expect(cells).toEqual([['1']]);
    expect(rows.told.map(({ text }) => text)).toEqual([
      `line ${line} starts a further list of records, which was not read`,
    ]);
  });

  test('a field that comes late is a column of its own, and empty before', async () => {
    const early = Array.from({ length: 1_500 }, (_, i) => ({ id: i }));
    const { header, cells } = await readOne('a.json', JSON.stringify([...early, { id: 1_500, late: 'ja' }]));
    expect(header).toEqual(['id', 'late']);
    expect(cells[0]).toEqual(['0', '']);
    expect(cells[1_500]).toEqual(['1500', 'ja']);
  });

  test('numbers longer than a double keep their digits, and three decimals can be no thousands', async () => {
    const { cells } = await readOne(
      'a.json',
      '[{"id": 9007199254740993, "t": "9007199254740993, 12345678901234567", "x": 1.234, "y": -12345678901234567890}]',
    );
    expect(cells).toEqual([
      ['9007199254740993', '9007199254740993, 12345678901234567', '1.2340', '-12345678901234567890'],
    ]);
  });

  test('a field named __proto__ is a field', async () => {
    const { header, cells } = await readOne('a.json', '[{"__proto__": {"a": "1"}, "b": "2"}]');
    expect([header, cells]).toEqual([['__proto__.a', 'b'], [['1', '2']]]);
    expect(({} as { a?: string }).a).toBeUndefined();
  });

  test('the line of each is the one it starts on', async () => {
    const { read } = await readOne('a.json', '{"value":\n[\n{"a": "x\\ny"},\n\n{"a":\n2}, {"a": 3}]}');
    expect(read.map(({ line }) => line)).toEqual([3, 5, 6]);
  });

  test('an element that is no object is refused on its line, the others are read', async () => {
    const { read } = await readOne('a.json', '[{"a": 1},\n2,\n"{}", [{"a": 9}],\n{"a": 3}, {"a": }]');
    expect(read.map(({ line, fault }) => [line, fault?.code])).toEqual([
      [1, undefined],
      [2, 'bad-json'],
      [3, 'bad-json'],
      [3, 'bad-json'],
      [4, undefined],
      [4, 'bad-json'],
    ]);
  });

  test('objects one after another, over several lines each, are records', async () => {
    const { header, cells } = await readOne('a.json', '{"id":\n1}\n{"id": 2,\n"l": [{"x": 1}]}');
    expect(header).toEqual(['id', 'l']);
    expect(cells).toEqual([
      ['1', ''],
      ['2', '[{"x":1}]'],
    ]);
  });

  test('a CSV file whose columns are in brackets is no JSON', async () => {
    expect((await readOne('a.csv', '[id];[name]\n1;x')).header).toEqual(['[id]', '[name]']);
  });

  test('white space before the list does not matter', async () => {
    expect((await readOne('a.txt', `${' \n'.repeat(9)}[{"a": 1}]`)).cells).toEqual([['1']]);
  });

  test('a file of one object is one record', async () => {
    const { header, cells } = await readOne('a.json', '{"id": 1,\n "name": "x"}');
    expect([header, cells]).toEqual([['id', 'name'], [['1', 'x']]]);
  });

  test.each([
    ['cut off in a record', '[{"a": 1}, {"a"', 'The JSON ends on line 1 before its brackets are closed'],
    ['cut off after one', '[{"a": 1},\n', 'The JSON ends on line 2'],
    ['too many brackets', '[{"a": 1}]]', 'The JSON goes on in line 1 after its end'],
    ['a second list', '[{"a": 1}]\n[{"a": 2}]', 'The JSON goes on in line 2 after its end'],
    ['the wrong bracket', '[{"a": 1]}', 'Line 1 has ] where } belongs'],
    ['a bracket too early', ' [{"a": 1}, {"a": 2}}', 'Line 1 has } where ] belongs'],
    ['brackets without end', '['.repeat(5_000), 'nests deeper than 1000'],
    ['no records', '[1, 2, 3]', 'It has no list of records'],
  ])('%s', async (_, text, message) => {
    await expect(readAll('a.json', text)).rejects.toThrow(message);
  });

  test('a payload of ever new fields fills no more than five thousand columns; records of that many are refused', async () => {
    const payload = Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`f${i}`, i]));
    const { header, cells } = await readOne(
      'a.json',
      JSON.stringify([
        { id: 1, payload },
        { id: 2, payload: {} },
      ]),
    );
    expect(header).toHaveLength(5_000);
    expect(cells[1]?.[0]).toBe('2');
    await expect(readOne('a.json', JSON.stringify([payload]))).rejects.toThrow('more than 5000 fields');
  });
});

describe('lines', () => {
  test('a line that is no record is refused, blank ones are passed over', async () => {
    const { read, cells } = await readOne('a.jsonl', '{"a":1}\n\nhvad?\n{"a":\n{"a":2}\n');
    expect(read.map(({ line, fault }) => [line, fault?.code])).toEqual([
      [1, undefined],
      [3, 'bad-json'],
      [4, 'bad-json'],
      [5, undefined],
    ]);
    expect(cells[3]).toEqual(['2']);
  });

  test('a line nested beyond all reason is refused', async () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { read } = await readOne('a.jsonl', `{"a":1}\n${deep}\n`);
    expect(read.map(({ fault }) => fault?.code)).toEqual([undefined, 'bad-json']);
  });

  test.each([
    ['execution.log', '\ufeff08:00:00.1234 Info {"message":"a"}\r\n08:00:01.0000 Error {"message":"b"}\r\n'],
    ['eksport.txt', '{"message":"a"}\n{"message":"b"}\n'],
    ['eksport.ndjson', '{"message":"a"}\n{"message":"b"}'],
  ])('%s is told by what it holds', async (name, text) => {
    expect((await readOne(name, text)).cells).toEqual([['a'], ['b']]);
  });
});

describe('memory is bounded on a file of 200 MB', () => {
  const record = `{"Id": 1, "Status": "Successful", "SpecificContent": {"x": "${'y'.repeat(900)}"}}`;
  const huge = (name: string, line: string, ends: [string, string]) => {
    const chunk = Buffer.from(line.repeat(1_000));
    return {
      name,
      size: null,
      async *chunks() {
        yield Buffer.from(ends[0]);
        for (let i = 0; i < 200; i++) yield chunk;
        yield Buffer.from(ends[1]);
      },
    };
  };
  test.each([
    ['JSON', openJson, huge('a.json', `${record},\n`, ['[', `${record}]`])],
    ['JSON Lines', openJsonLines, huge('a.jsonl', `${record}\n`, ['', ''])],
  ] as const)('%s', async (_, open, file) => {
    const inspection = await inspect(inMemory('a', ''));
    const rows = await open(file, inspection, () => {});
    let count = 0;
    let most = 0;
    for await (const batch of rows.batches()) {
      count += batch.length;
      most = Math.max(most, process.memoryUsage().heapUsed);
    }
    expect(count).toBeGreaterThanOrEqual(200_000);
    expect(most).toBeLessThan(500e6);
  });
});

test('each JSON file is one table, which can be opened again', async () => {
  const file = inMemory('a.json', '[{"a":1}]');
  const [part] = await partsOf(file, await inspect(file));
  for (let times = 0; times < 2; times++) {
    const rows = await part?.rows(() => {});
    expect(rows?.header).toEqual(['a']);
  }
});
