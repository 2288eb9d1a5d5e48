import { describe, expect, test } from 'vitest';
import { Fault } from '../../../etl/refusal.ts';
import { Misread, Passed } from '../../../etl/sources/source.ts';
import { uipathJobs } from '../../../etl/sources/uipathJobs.ts';
import { uipathLog } from '../../../etl/sources/uipathLog.ts';
import { uipathQueue } from '../../../etl/sources/uipathQueue.ts';
import { COPENHAGEN, Zone } from '../../../etl/time/zone.ts';
import { openFixture, readRow, readRows, runsOf, table } from './read.ts';

describe('a queue item', () => {
  const HEADER = [
    'Id',
    'Status',
    'StartProcessing',
    'EndProcessing',
    'ProcessingExceptionType',
    'QueueDefinitionId',
  ];
  const item = (status: string, type = '') =>
    table(HEADER, ['1', status, '2026-03-02T07:00:00Z', '2026-03-02T07:01:00Z', type, '77']);

  test.each([
    ['3', 'success'],
    ['Successful', 'success'],
    ['SUCCESSFUL', 'success'],
    ['2', 'system_exception'],
    ['4', 'abandoned'],
  ])('of status %s is a run with outcome %s', async (status, outcome) => {
    expect(await readRow(uipathQueue, item(status))).toMatchObject({ status: outcome });
  });

  test.each([
    ['0', 'not-final'],
    ['IN_PROGRESS', 'not-final'],
    ['5', 'retried'],
    ['retried', 'retried'],
    ['6', 'deleted'],
  ])('of status %s is passed over as %s', async (status, why) => {
    expect(await readRow(uipathQueue, item(status))).toMatchObject({ why });
  });

  test.each([
    'BusinessException',
    '1',
    'businessRuleException',
    'UiPath.Core.BusinessRuleException',
    'Business Exception: x',
  ])('that failed with %s is a business exception', async (type) => {
    expect(await readRow(uipathQueue, item('Failed', type))).toMatchObject({ status: 'business_exception' });
  });

  test.each(['', 'ApplicationException', '0', 'Afvist af Business'])(
    'that failed with %j is a system exception',
    async (type) => {
      expect(await readRow(uipathQueue, item('Failed', type))).toMatchObject({ status: 'system_exception' });
    },
  );

  test('that succeeded has no exception, whatever is left of an earlier one', async () => {
    expect(await readRow(uipathQueue, item('Successful', 'BusinessException'))).toMatchObject({
      status: 'success',
      reason: '',
    });
  });

  test('under three folders has one transaction id, so that it is counted once', async () => {
    const { rows, close } = await openFixture('sources/uipath-queue/ok/queue-items.json');
    const ids = (await runsOf(uipathQueue, rows)).map(({ transaction }) => transaction);
    expect(ids).toEqual(['3001', '3001', '3001', '3002', '3003', '3005', '3007']);
    await close();
  });

  test('times without an offset are in the declared zone', async () => {
    const rows = table(
      ['Id', 'Status', 'Ended (absolute)', 'Queue'],
      ['1', 'Successful', '2026-03-02 08:00:00', 'Q'],
    );
    const [inUtc] = await runsOf(uipathQueue, rows, { zone: new Zone('UTC') });
    expect(inUtc?.ended).toBe(Date.UTC(2026, 2, 2, 8) / 1000);
  });

  test('that the reader found fault with is refused as such', () => {
    const fault = new Fault('bad-quote', 'a closing quote');
    const read = uipathQueue.reader(item('Successful'), { queue: 'Q', name: 'x.csv', zone: COPENHAGEN });
    expect(read({ line: 2, cells: ['1', 'Successful'], fault })).toEqual(new Misread(null, null, fault));
  });
});

describe('the queue of an item', () => {
  const row = (...cells: [string, string][]) =>
    table(
      ['Id', 'Status', 'EndProcessing', ...cells.map(([name]) => name)],
      ['1', '3', '2026-03-02T07:01:00Z', ...cells.map(([, cell]) => cell)],
    );
  const queueOf = async (rows: ReturnType<typeof table>, context = {}) => {
    const read = await readRow(uipathQueue, rows, context);
    return read && 'queue' in read ? read.queue : read;
  };

  test.each(['QueueDefinition.Name', 'QueueName', 'Queue', 'queue name'])(
    'is in %s, before all else',
    async (column) => {
      const rows = row(['QueueDefinitionId', '77'], [column, ' Pension ']);
      expect(await queueOf(rows, { queue: 'Other', name: 'Third-2026-03.csv' })).toBe('Pension');
    },
  );

  test('is that of the command line before its number', async () => {
    expect(await queueOf(row(['QueueDefinitionId', '77']), { queue: 'Pension' })).toBe('Pension');
  });

  test('is its number before the file’s name', async () => {
    expect(await queueOf(row(['QueueDefinitionId', '77']), { name: 'Pension-2026-03.json' })).toBe('77');
  });

  test('is in the file’s name, where nothing else tells', async () => {
    expect(await queueOf(row(), { name: 'Pension-2026-03.csv' })).toBe('Pension');
  });

  test('must be somewhere: the error says to use --queue', async () => {
    await expect(queueOf(row(), { name: 'export.csv' })).rejects.toThrow(/--queue/);
  });
});

describe('a job', () => {
  const HEADER = ['Process', 'State', 'Hostname', 'Started (absolute)', 'Ended (absolute)'];
  const ids = async (...rows: string[][]) =>
    (await runsOf(uipathJobs, table(HEADER, ...rows))).map(({ transaction }) => transaction);
  const A = ['P', 'Successful', 'H', '2026-02-13 08:00:00.123', '2026-02-13 08:10:00'];

  test('is the same job in a file with dates in the other way, and without milliseconds', async () => {
    const us = ['P', 'Successful', 'H', '02/13/2026 08:00:00 AM', '02/13/2026 08:10:00 AM'];
    expect(await ids(us)).toEqual(await ids(A));
  });

  test('that agrees with another in process, start and machine is told from it by its order', async () => {
    const found = await ids(A, A, A);
    expect(new Set(found).size).toBe(3);
    expect(await ids(A, A, A)).toEqual(found);
  });

  test('keeps its number while it is running', async () => {
    const running = ['P', 'Running', 'H', '2026-02-13 08:00:00.123', ''];
    const [, second] = await ids(A, A);
    expect(await ids(running, A)).toEqual([second]);
  });

  test('of another machine, process or start is another job', async () => {
    const others = [
      ['P', 'Successful', 'H2', ...A.slice(3)],
      ['P2', 'Successful', 'H', ...A.slice(3)],
      ['P', 'Successful', 'H', '2026-02-13 08:00:01', A[4] ?? ''],
    ];
    expect(new Set(await ids(A, ...others)).size).toBe(4);
  });

  test('that never started is told from others by its end', async () => {
    const failed = (ended: string) => ['P', 'Faulted', '', '', ended];
    const monday = await ids(failed('2026-02-16 08:00:00'));
    expect(await ids(failed('2026-02-17 08:00:00'))).not.toEqual(monday);
  });

  test.each([
    ['Successful', 'success'],
    ['Faulted', 'system_exception'],
    ['Stopped', 'abandoned'],
  ])('that is %s is a run with outcome %s', async (state, status) => {
    const cells = ['P', state, ...A.slice(2)];
    expect(await readRow(uipathJobs, table(HEADER, cells))).toMatchObject({ status, queue: 'P', items: 1 });
  });

  test('of the API has an id of its own, in whatever spelling', async () => {
    const header = ['Id', 'Key', 'ReleaseName', 'State', 'StartTime', 'EndTime'];
    const job = (key: string, id = '7') => [id, key, 'P', 'Successful', '', '2026-02-13T07:10:00Z'];
    const key = '8b1a9953-c461-4a3b-8a0f-0000000000ab';
    const [upper, lower, other] = await runsOf(
      uipathJobs,
      table(header, job(`{${key.toUpperCase()}}`), job(key), job('')),
    );
    expect(upper?.transaction).toBe(lower?.transaction);
    expect(other).toMatchObject({ transaction: '7', queue: 'P', started: Number.NaN });
  });

  test.each(['Pending', 'Running', 'Stopping', 'Terminating', 'Suspended', 'Resumed'])(
    'that is %s is not final',
    async (state) => {
      expect(await readRow(uipathJobs, table(HEADER, ['P', state, ...A.slice(2)]))).toEqual(
        new Passed('not-final'),
      );
    },
  );
});

describe('a robot’s log', () => {
  const HEADER = [
    'message',
    'level',
    'logType',
    'timeStamp',
    'jobId',
    'processName',
    'totalExecutionTimeInSeconds',
    'queueName',
    'transactionID',
    'transactionState',
    'transactionStatus',
    'transactionExecutionTime',
  ];
  const at = (second: number) => `2026-03-02T08:00:${String(second).padStart(2, '0')}.1234567+01:00`;
  const line = (second: number, job: string, ...more: string[]) => [
    'x',
    'Information',
    'Default',
    at(second),
    job,
    'P',
    ...more,
  ];
  const start = (second: number, job: string, id: string) =>
    line(second, job, '', 'Q', id, 'Started', '', '');
  const end = (second: number, job: string, id: string, took = '5') =>
    line(second, job, '', 'Q', id, 'Ended', 'Successful', took);
  const jobEnd = (second: number, job: string, message = 'P execution ended', level = 'Information') => [
    message,
    level,
    'Default',
    at(second),
    job,
    'P',
    '30',
    '',
    '',
    '',
    '',
    '',
  ];
  const T = Date.UTC(2026, 2, 2, 7) / 1000;

  test('a transaction starts on its own line “started”', async () => {
    const [run] = await runsOf(uipathLog, table(HEADER, start(1, 'j', 't'), end(9, 'j', 't', '8000')));
    expect(run).toEqual({
      queue: 'Q',
      transaction: 't',
      started: T + 1,
      ended: T + 9,
      status: 'success',
      items: 1,
      reason: '',
    });
  });

  test('a transaction whose start is not in the file started its seconds before its end', async () => {
    const [run] = await runsOf(uipathLog, table(HEADER, end(9, 'j', 't', '5')));
    expect(run).toMatchObject({ started: T + 4, ended: T + 9 });
  });

  test('a job that ended a transaction is not counted itself', async () => {
    const runs = await runsOf(uipathLog, table(HEADER, end(9, 'j', 't'), jobEnd(40, 'j'), jobEnd(41, 'k')));
    expect(runs.map(({ transaction, queue }) => [transaction, queue])).toEqual([
      ['t', 'Q'],
      ['k', 'P'],
    ]);
  });

  test('a job whose transaction is refused is still not counted itself', async () => {
    const refused = line(9, 'j', '', 'Q', 't', 'Ended', 'Sat på pause', '');
    expect(await runsOf(uipathLog, table(HEADER, refused, jobEnd(40, 'j')))).toEqual([]);
  });

  test('files that follow each other are read on their own', async () => {
    await runsOf(uipathLog, table(HEADER, end(9, 'j', 't')));
    expect(await runsOf(uipathLog, table(HEADER, jobEnd(40, 'j')))).toHaveLength(1);
  });

  test.each([
    ['P execution ended', 'Information', 'success'],
    ['P execution ended', 'Error', 'system_exception'],
    ['P execution faulted', 'Information', 'system_exception'],
    ['P execution stopped.', 'Information', 'abandoned'],
    ['P execution canceled', 'Error', 'abandoned'],
  ])('a job whose last line is “%s” of level %s is %s', async (message, level, status) => {
    const [run] = await runsOf(uipathLog, table(HEADER, jobEnd(40, 'j', message, level)));
    expect(run).toMatchObject({
      status,
      queue: 'P',
      transaction: 'j',
      started: T + 10,
      ended: T + 40,
      reason: '',
    });
  });

  test('all other lines are passed over, a workflow’s own transactionStatus too', async () => {
    const own = line(9, 'j', '', '', '', '', 'min egen', '');
    const found = await readRows(
      uipathLog,
      table(HEADER, line(1, 'j', '', '', '', '', '', ''), own, start(2, 'j', 't')),
    );
    expect(found.map(({ result }) => result)).toEqual(found.map(() => new Passed('other-event')));
  });
});
