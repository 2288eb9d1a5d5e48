import { ownCopy, type Row } from '../readers/rows.ts';
import { fold } from './canonical/fold.ts';
import { runSource } from './runSource.ts';
import type { RunColumns, RunTable } from './runTable.ts';
import { Misread, Passed } from './source.ts';
import { isBusinessException } from './uipathQueue.ts';

const STATE = ['transactionState'];
const TYPE = ['processingExceptionType'];
const JOB_TIME = ['totalExecutionTimeInSeconds'];
const TRANSACTION: RunColumns = {
  queue: ['queueName'],
  transaction: ['transactionID'],
  started: [],
  seconds: ['transactionExecutionTime'],
  ended: ['timeStamp'],
  status: ['transactionStatus'],
  reason: ['processingExceptionReason'],
};
const JOB: RunColumns = {
  queue: ['processName'],
  transaction: ['jobId'],
  started: [],
  seconds: JOB_TIME,
  ended: ['timeStamp'],
  status: [],
  reason: [],
};

export const uipathLog = runSource({
  name: 'uipath-log',
  title: 'UiPath Robot: execution log',
  mapping: {
    queue: '`queueName`; of a job without transactions `processName`',
    transaction: '`transactionID`; of a job without transactions `jobId`',
    started:
      'the `timeStamp` of the line “Transaction Start”, else the end less `transactionExecutionTime` seconds; of a job the end less `totalExecutionTimeInSeconds`',
    ended: '`timeStamp` of the line “Transaction End”; of a job that of its last line',
    status:
      '`transactionStatus`; a failed one is a `business_exception` when `processingExceptionType` begins with Business. A job is a `success`, unless its last line is an error or says that execution faulted (`system_exception`) or was stopped (`abandoned`)',
    items: '1',
    reason: 'the first line of `processingExceptionReason`',
  },
  states: {
    Successful: 'success',
    Failed: 'system_exception',
    Abandoned: 'abandoned',
    New: 'not-final',
    InProgress: 'not-final',
    Retried: 'retried',
    Deleted: 'deleted',
  },
  signatures: [
    ['message', 'logType', 'timeStamp', 'jobId'],
    ['message', 'logType', 'timeStamp', 'processName'],
  ],
  open(table: RunTable) {
    table.require(['timeStamp'], ['jobId', 'processName']);
    /** The start of each transaction that has not ended. */
    const started = new Map<string, number>();
    const jobsOfTransactions = new Set<string>();

    function start(row: Row): Passed {
      const at = table.moment(row, TRANSACTION.ended);
      const id = table.text(row, TRANSACTION.transaction);
      if (typeof at === 'number' && id !== '') started.set(ownCopy(id), at);
      return new Passed('other-event');
    }

    function end(row: Row) {
      const job = table.text(row, JOB.transaction);
      if (job !== '' && !jobsOfTransactions.has(job)) jobsOfTransactions.add(ownCopy(job));
      const status = table.status(row, TRANSACTION.status);
      if (status instanceof Passed) return table.passed(row, TRANSACTION, status);
      if (status instanceof Misread) return status;
      const isBusiness = status === 'system_exception' && isBusinessException(table.text(row, TYPE));
      const id = table.text(row, TRANSACTION.transaction);
      const known = started.get(id);
      started.delete(id);
      const outcome = isBusiness ? 'business_exception' : status;
      return table.run(row, TRANSACTION, outcome, known === undefined ? {} : { started: known });
    }

    return (row: Row) => {
      const state = fold(table.text(row, STATE));
      const isTransaction = state !== '' || table.text(row, TRANSACTION.transaction) !== '';
      if (isTransaction && state === 'started') return start(row);
      if (isTransaction && table.text(row, TRANSACTION.status) !== '') return end(row);
      if (table.text(row, JOB_TIME) === '') return new Passed('other-event');
      if (jobsOfTransactions.has(table.text(row, JOB.transaction))) return new Passed('other-event');
      return table.run(row, JOB, jobOutcome(table.text(row, ['level']), table.text(row, ['message'])));
    };
  },
});

/** The message is looked at and never kept: it may name a citizen. */
function jobOutcome(level: string, message: string): 'success' | 'system_exception' | 'abandoned' {
  if (/\bexecution (was )?(stopped|cancell?ed|aborted|killed)\W*$/i.test(message)) return 'abandoned';
  if (/\bexecution (has )?(faulted|failed)\W*$/i.test(message)) return 'system_exception';
  return /^(error|fatal|critical)$/i.test(level) ? 'system_exception' : 'success';
}
