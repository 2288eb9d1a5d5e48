import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LoadResult, loadPaths } from '../../../etl/load.ts';
import { engines, type TestWarehouse } from '../../support/databases.ts';
import { tempFolder } from '../../support/gevinst.ts';
import { contentsOf } from '../bad-input/contents.ts';
import { workbook } from '../bad-input/makeArchive.ts';
import { PersonalNumbers } from '../bad-input/personalNumbers.ts';
import { fixture, LOADED } from '../support.ts';

const ROWS = 400;
const numbers = new PersonalNumbers();
const cpr = () => numbers.next();

/** A cell that holds a number in one row of so many, and what it should hold in the others. */
const now = (every: number, usual: string) => (row: number) => (row % every === 0 ? cpr() : usual);
const text = () => `Borger ${cpr()} mangler bilag`;

type Cells = Readonly<Record<string, (row: number) => string>>;

/** Exports with a personal number in every column that can hold words. */
const EXPORTS: Readonly<Record<string, Cells>> = {
  'uipath-queue': {
    Id: String,
    QueueName: now(5, 'Pension'),
    Status: now(7, 'Failed'),
    Reference: cpr,
    'ProcessingException.Reason': text,
    'ProcessingException.Type': cpr,
    'Specific Data': text,
    StartProcessing: now(11, '2025-03-02 08:00:00'),
    EndProcessing: now(13, '2025-03-02 08:01:00'),
  },
  'uipath-jobs': {
    Process: now(5, 'Pension'),
    State: now(7, 'Faulted'),
    Hostname: cpr,
    'Started (absolute)': now(11, '2025-03-02 08:00:00'),
    'Ended (absolute)': () => '2025-03-02 08:01:00',
    Info: text,
  },
  'uipath-log': {
    message: text,
    level: cpr,
    logType: cpr,
    jobId: cpr,
    processName: cpr,
    timeStamp: now(11, '2025-03-02T08:00:00Z'),
    queueName: now(5, 'Pension'),
    transactionID: cpr,
    transactionStatus: now(7, 'Failed'),
    processingExceptionReason: text,
    processingExceptionType: cpr,
  },
  'blueprism-queue': {
    ident: String,
    completed: (row) => (row % 2 === 0 ? '' : now(3, '2025-03-02 08:00:00')(row)),
    exception: () => '2025-03-02 08:00:00',
    exceptionreason: text,
    Queue: now(5, 'Pension'),
    keyvalue: cpr,
    status: text,
    tags: cpr,
  },
  'power-automate': {
    flowsessionid: cpr,
    name: now(5, 'Pension'),
    startedon: now(11, '2025-03-02T08:00:00Z'),
    completedon: () => '2025-03-02T08:01:00Z',
    statuscode: now(7, 'Failed'),
    errorcode: now(2, ''),
    errormessage: text,
  },
  openorchestrator: {
    id: cpr,
    queue_name: now(5, 'Pension'),
    status: now(7, 'FAILED'),
    end_date: now(11, '2025-03-02 08:00:40'),
    data: text,
    reference: cpr,
    message: text,
  },
  'automation-server': {
    id: cpr,
    workqueue: now(5, 'Pension'),
    status: now(7, 'failed'),
    work_duration_seconds: cpr,
    updated_at: now(11, '2025-03-02 08:00:40'),
    data: text,
    message: text,
  },
  n8n: {
    id: cpr,
    workflowName: now(5, 'Pension'),
    status: now(7, 'error'),
    startedAt: () => '2025-03-02T08:00:00Z',
    stoppedAt: now(11, '2025-03-02T08:00:40Z'),
  },
};

type Write = (header: string[], rows: string[][]) => Promise<Buffer> | Buffer | string;

const FORMATS: Readonly<Record<string, Write>> = {
  csv: (header, rows) => [header, ...rows].map((row) => row.join(';')).join('\n'),
  json: (header, rows) =>
    JSON.stringify({
      value: rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]]))),
    }),
  xlsx: (header, rows) => workbook({ [`udtræk ${cpr()}`]: [header, ...rows] }),
  parquet: (header, rows) =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: header.map((name, at) => ({
          name,
          data: rows.map((row) => row[at] ?? ''),
          type: 'STRING',
        })),
      }),
    ),
};

describe.each(Object.keys(EXPORTS))('%s with personal numbers in every column', (source) => {
  const folder = tempFolder();
  let warehouse: TestWarehouse;
  const results: LoadResult[] = [];

  beforeAll(async () => {
    const [sqlite] = engines;
    if (sqlite?.name !== 'sqlite') throw new Error('The first engine is expected to be SQLite.');
    warehouse = await sqlite.open();
    await loadPaths(warehouse.db, [fixture('ok/minimal')], LOADED);
    const cells = EXPORTS[source] ?? {};
    for (const [ending, write] of Object.entries(FORMATS)) {
      const path = join(folder.path, `${source} ${cpr()}.${ending}`);
      const rows = Array.from({ length: ROWS }, (_, row) => Object.values(cells).map((cell) => cell(row)));
      writeFileSync(path, await write(Object.keys(cells), rows));
      results.push(await loadPaths(warehouse.db, [path], { ...LOADED, source, createRobots: true }));
    }
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  test('rows are kept and refused from a file of each format', () => {
    expect(results.map(({ files }) => files[0]?.error)).toEqual([undefined, undefined, undefined, undefined]);
    for (const { kept, duplicate, refused } of results) {
      expect(kept + duplicate).toBeGreaterThan(ROWS / 4);
      expect(refused).toBeGreaterThan(0);
    }
  });

  test('none reaches the database, its journal, or what the load tells', async () => {
    const files = ['', '-wal'].map((end) => readFileSync(`${warehouse.url}${end}`));
    expect(files.flatMap((bytes) => numbers.in(bytes))).toEqual([]);
    const rows = [...(await contentsOf(warehouse.db)).values()].flat().join('\n');
    expect(numbers.asNumbersIn(rows)).toEqual([]);
    expect(numbers.in(Buffer.from(JSON.stringify(results)))).toEqual([]);
  });
});
