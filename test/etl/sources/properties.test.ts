import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SOURCES } from '../../../etl/sources/index.ts';
import { Misread, Passed } from '../../../etl/sources/source.ts';
import { RUN_STATUS } from '../../../server/warehouse/status.ts';
import { openFixture, readRows, table } from './read.ts';

const HEADERS: Record<string, string[]> = {
  'uipath-queue': [
    'Id',
    'Status',
    'StartProcessing',
    'EndProcessing',
    'ProcessingExceptionType',
    'Exception',
    'Queue',
  ],
  'uipath-jobs': ['Process', 'State', 'Hostname', 'Started (absolute)', 'Ended (absolute)'],
  'uipath-log': [
    'message',
    'level',
    'timeStamp',
    'jobId',
    'processName',
    'totalExecutionTimeInSeconds',
    'queueName',
    'transactionID',
    'transactionState',
    'transactionStatus',
    'transactionExecutionTime',
    'processingExceptionReason',
  ],
  'blueprism-queue': [
    'ID',
    'Attempt',
    'CompletedDate',
    'ExceptionDate',
    'ExceptionReason',
    'Worktime',
    'Queue',
  ],
  'power-automate': [
    'flowrunid',
    'workflowname',
    'status',
    'starttime',
    'endtime',
    'parentrunid',
    'errormessage',
  ],
  openorchestrator: ['id', 'queue_name', 'status', 'start_date', 'end_date'],
  'automation-server': ['id', 'workqueue', 'status', 'started_at', 'work_duration_seconds', 'updated_at'],
  n8n: ['id', 'status', 'startedAt', 'stoppedAt', 'workflowId'],
};

const moment = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const cell = (states: readonly string[]) =>
  fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '12',
      'Q',
      'Started',
      'Ended',
      'Business\nx',
      ' \n',
      '13/13/2026 08:00:00 PM',
      ...states,
    ),
    moment,
    moment.map((text) => text.slice(0, 19).replace('T', ' ')),
    fc.string(),
  );

test.each(SOURCES.map((source) => ({ name: source.name, source })))(
  '$name: any row is a whole run, passed over, or refused with its column and what was expected',
  async ({ name, source }) => {
    const header = HEADERS[name] ?? [];
    const cells = fc.array(cell(Object.keys(source.states)), {
      minLength: header.length,
      maxLength: header.length,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { maxLength: 8 }), async (rows) => {
        for (const { result } of await readRows(source, table(header, ...rows))) {
          if (result instanceof Passed) continue;
          if (result instanceof Misread) {
            expect(header).toContain(result.column);
            expect(result.fault.expected).not.toBe('');
            continue;
          }
          expect(Number.isInteger(result.ended)).toBe(true);
          expect(Number.isNaN(result.started) || Number.isInteger(result.started)).toBe(true);
          expect(result.queue.trim()).not.toBe('');
          expect(result.transaction.trim()).not.toBe('');
          expect(RUN_STATUS).toHaveProperty(result.status);
          expect(result.reason).not.toMatch(/[\r\n]/);
        }
      }),
    );
  },
);

test('the same file gives the same transactions, however often it is read', async () => {
  const source = SOURCES.find(({ name }) => name === 'uipath-jobs');
  if (!source) throw new Error('no such source');
  const read = async () => {
    const { rows, close } = await openFixture('sources/uipath-jobs/ok/jobs.csv');
    const found = await readRows(source, rows);
    await close();
    return found;
  };
  expect(await read()).toEqual(await read());
});
