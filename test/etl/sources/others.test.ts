import { describe, expect, test } from 'vitest';
import { automationServer } from '../../../etl/sources/automationServer.ts';
import { bluePrismQueue } from '../../../etl/sources/bluePrismQueue.ts';
import { n8n } from '../../../etl/sources/n8n.ts';
import { openOrchestrator } from '../../../etl/sources/openOrchestrator.ts';
import { powerAutomate } from '../../../etl/sources/powerAutomate.ts';
import { Misread, Passed, type RunSource } from '../../../etl/sources/source.ts';
import { readRow, runsOf, table } from './read.ts';

const START = '2026-03-02T07:00:00Z';
const END = '2026-03-02T07:01:00Z';
const ENDED = Date.UTC(2026, 2, 2, 7, 1) / 1000;

describe('Blue Prism', () => {
  const HEADER = [
    'ID',
    'Attempt',
    'Status',
    'CompletedDate',
    'ExceptionDate',
    'ExceptionReason',
    'Tags',
    'Worktime',
    'Queue',
  ];
  const row = (cells: Partial<Record<string, string>>) =>
    table(
      HEADER,
      HEADER.map((name) => cells[name] ?? { ID: 'b', Attempt: '1', Queue: 'Q' }[name] ?? ''),
    );

  test('the outcome is which date is set; the status is free text', async () => {
    expect(await readRow(bluePrismQueue, row({ Status: 'Exception', CompletedDate: END }))).toMatchObject({
      status: 'success',
    });
    expect(await readRow(bluePrismQueue, row({ Status: 'Completed', ExceptionDate: END }))).toMatchObject({
      status: 'system_exception',
    });
    expect(await readRow(bluePrismQueue, row({ Status: 'Completed' }))).toEqual(new Passed('not-final'));
  });

  test.each([
    [{ ExceptionReason: 'Business Exception: x' }, 'business_exception'],
    [{ ExceptionReason: 'x', Tags: 'Exception: Business exception' }, 'business_exception'],
    [{ ExceptionReason: 'System Exception: x' }, 'system_exception'],
    [{}, 'system_exception'],
  ])('an exception with %j is a %s', async (cells, status) => {
    expect(await readRow(bluePrismQueue, row({ ...cells, ExceptionDate: END }))).toMatchObject({ status });
  });

  test('two attempts at an item are two transactions', async () => {
    const both = [row({ ExceptionDate: END }), row({ Attempt: '2', CompletedDate: END })];
    const found = await Promise.all(both.map((rows) => readRow(bluePrismQueue, rows)));
    expect(found).toMatchObject([{ transaction: 'b 1' }, { transaction: 'b 2' }]);
  });

  test('ident, where there is one, is the attempt’s own', async () => {
    const rows = table(
      ['id', 'ident', 'attempt', 'completed', 'exception', 'queueident'],
      ['b', '501', '2', END, '', '7'],
    );
    expect(await readRow(bluePrismQueue, rows)).toMatchObject({ transaction: '501', queue: '7' });
    expect(await readRow(bluePrismQueue, rows, { queue: 'Pension' })).toMatchObject({ queue: 'Pension' });
  });

  test('it started its work time before it ended; loaded is when it was queued', async () => {
    expect(await readRow(bluePrismQueue, row({ CompletedDate: END, Worktime: '20' }))).toMatchObject({
      started: ENDED - 20,
    });
    expect(await readRow(bluePrismQueue, row({ CompletedDate: END }))).toMatchObject({ started: Number.NaN });
  });
});

describe('Power Automate', () => {
  const session = (statuscode: string) =>
    table(
      ['flowsessionid', 'name', 'startedon', 'completedon', 'statuscode'],
      ['s', 'Flow', START, END, statuscode],
    );
  const RUN = [
    'flowrunid',
    'name',
    'workflowname',
    'workflowid',
    'starttime',
    'endtime',
    'status',
    'isprimary',
    'parentrunid',
  ];
  const run = (cells: Partial<Record<string, string>>) =>
    table(
      RUN,
      RUN.map(
        (name) =>
          cells[name] ??
          {
            flowrunid: 'r',
            name: '0858',
            workflowid: 'w',
            starttime: START,
            endtime: END,
            status: 'Succeeded',
          }[name] ??
          '',
      ),
    );

  test.each([
    ['4', 'success'],
    ['7', 'abandoned'],
    ['8', 'system_exception'],
    ['9', 'system_exception'],
    ['10', 'system_exception'],
    ['11', 'abandoned'],
    ['Timed out', 'system_exception'],
    ['Annulleret', 'abandoned'],
  ])('a desktop flow of status %s is %s', async (code, status) => {
    expect(await readRow(powerAutomate, session(code))).toMatchObject({
      status,
      queue: 'Flow',
      transaction: 's',
    });
  });

  test('a label stands in for a code that is not there', async () => {
    const rows = table(
      ['flowsessionid', 'name', 'completedon', 'statuscode@OData.Community.Display.V1.FormattedValue'],
      ['s', 'Flow', END, 'Succeeded'],
    );
    expect(await readRow(powerAutomate, rows)).toMatchObject({ status: 'success' });
  });

  test.each([{ parentrunid: 'p' }, { isprimary: 'false' }, { isprimary: 'False' }, { isprimary: 'Nej' }])(
    'a cloud flow’s run with %j is a child, and not counted again',
    async (cells) => {
      expect(await readRow(powerAutomate, run(cells))).toEqual(new Passed('child-run'));
    },
  );

  test('a cloud flow is known by its own name, never by that of its run', async () => {
    expect(
      await readRow(powerAutomate, run({ workflowname: 'Fordel post', isprimary: 'true' })),
    ).toMatchObject({ queue: 'Fordel post' });
    expect(await readRow(powerAutomate, run({}))).toMatchObject({ queue: 'w' });
    expect(await readRow(powerAutomate, run({}), { queue: 'Post' })).toMatchObject({ queue: 'Post' });
  });
});

describe('OpenOrchestrator', () => {
  const HEADER = ['id', 'queue_name', 'status', 'start_date', 'end_date'];
  const element = (status: string, start = START, end = END) => table(HEADER, ['u', 'Q', status, start, end]);

  test.each(['DONE', 'Done', 'done'])(
    '%s, as the database or the screen has it, is a success',
    async (status) => {
      expect(await readRow(openOrchestrator, element(status))).toMatchObject({ status: 'success' });
    },
  );

  test.each(['IN_PROGRESS', 'In Progress', 'NEW'])(
    '%s is not final, even with an end from before',
    async (status) => {
      expect(await readRow(openOrchestrator, element(status))).toEqual(new Passed('not-final'));
    },
  );

  test('an end before the start is kept as it is: the run counts', async () => {
    const [run] = await runsOf(
      openOrchestrator,
      element('DONE', '2026-03-02 12:00:00', '2026-03-02 08:00:00'),
    );
    expect((run?.ended ?? 0) - (run?.started ?? 0)).toBe(-4 * 3600);
  });
});

test('an element’s id is the same, however a tool spells it', async () => {
  const header = ['id', 'queue_name', 'status', 'end_date'];
  const spellings = [
    '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    '{7C9E6679-7425-40DE-944B-E07FC1F90AE7}',
    '7c9e6679742540de944be07fc1f90ae7',
  ];
  const runs = await runsOf(
    openOrchestrator,
    table(header, ...spellings.map((id) => [id, 'Q', 'DONE', END])),
  );
  expect(new Set(runs.map(({ transaction }) => transaction)).size).toBe(1);
});

describe('Automation Server', () => {
  const HEADER = ['id', 'status', 'workqueue_id', 'started_at', 'work_duration_seconds', 'updated_at'];
  const item = (started: string, seconds: string, status = 'COMPLETED') =>
    table(HEADER, ['1', status, '3', started, seconds, END]);

  test.each([
    [START, '999', ENDED - 60],
    ['', '20', ENDED - 20],
    ['', '0', Number.NaN],
    ['', '', Number.NaN],
  ])('started_at %j and %j seconds of work give the start', async (started, seconds, expected) => {
    expect(await readRow(automationServer, item(started, seconds))).toMatchObject({ started: expected });
  });

  test.each(['PENDING_USER_ACTION', 'pending user action'])(
    '%s waits for a person, and is not final',
    async (status) => {
      expect(await readRow(automationServer, item(START, '', status))).toEqual(new Passed('not-final'));
    },
  );

  test.each(['workqueue', 'workqueue_name', 'workqueue.name'])(
    'the queue’s name is in %s',
    async (column) => {
      const rows = table([...HEADER, column], ['1', 'failed', '3', START, '', END, 'Indflytning']);
      expect(await readRow(automationServer, rows)).toMatchObject({
        queue: 'Indflytning',
        status: 'system_exception',
      });
    },
  );
});

describe('a run that was given up', () => {
  const n8nRow = (status: string, end: string) =>
    table(['id', 'workflowName', 'status', 'stoppedAt'], ['1', 'Q', status, end]);
  test('without an end never gets one: it is passed over, and with one it is a run', async () => {
    for (const status of ['crashed', 'canceled']) {
      expect(await readRow(n8n, n8nRow(status, ''))).toEqual(new Passed('no-end'));
      expect(await readRow(n8n, n8nRow(status, END))).toMatchObject({ ended: ENDED });
    }
    expect(await readRow(n8n, n8nRow('success', ''))).toBeInstanceOf(Misread);
  });
});

describe('n8n', () => {
  test.each([
    ['success', 'success'],
    ['error', 'system_exception'],
    ['crashed', 'system_exception'],
    ['canceled', 'abandoned'],
  ])('an execution of status %s is %s', async (status, outcome) => {
    const rows = table(
      ['id', 'status', 'startedAt', 'stoppedAt', 'workflowId'],
      ['1', status, START, END, 'wf'],
    );
    expect(await readRow(n8n, rows)).toMatchObject({ status: outcome, queue: 'wf', started: ENDED - 60 });
  });

  test('a file with none of an execution’s columns names them', async () => {
    await expect(readRow(n8n, table(['a', '010101-0001'], ['1', '2']))).rejects.toThrow(
      'no column id, nor status, nor stoppedAt. Its columns are a, XXXXXX-XXXX.',
    );
  });
});

describe('all platforms', () => {
  const cases: [string, RunSource, string[], string[], number][] = [
    [
      'OpenOrchestrator',
      openOrchestrator,
      ['id', 'queue_name', 'status', 'end_date'],
      ['1', 'Q', '', END],
      2,
    ],
    [
      'Automation Server',
      automationServer,
      ['id', 'workqueue', 'status', 'updated_at'],
      ['1', 'Q', '', END],
      2,
    ],
    ['n8n', n8n, ['id', 'workflowName', 'status', 'stoppedAt'], ['1', 'Q', '', END], 2],
    [
      'Power Automate',
      powerAutomate,
      ['flowrunid', 'workflowname', 'status', 'endtime'],
      ['1', 'Q', '', END],
      2,
    ],
  ];

  test.each(cases)(
    '%s: every state gives what its table says',
    async (_name, source, header, cells, place) => {
      for (const [state, outcome] of Object.entries(source.states)) {
        const read = await readRow(source, table(header, cells.with(place, state)));
        const isPassed = read instanceof Passed;
        const given = isPassed ? read.why : read && 'status' in read ? read.status : read;
        expect([state, given]).toEqual([state, outcome]);
      }
    },
  );

  test.each(cases)(
    '%s: an unknown state is refused with the states that there are',
    async (_name, source, header, cells, place) => {
      const read = await readRow(source, table(header, cells.with(place, 'Hvil')));
      expect(read).toMatchObject({ column: header[place], value: 'Hvil', fault: { code: 'unknown-code' } });
      expect((read as Misread).fault.expected).toContain(
        Object.keys(source.states).find((state) => !/^\d+$/.test(state)),
      );
    },
  );
});
