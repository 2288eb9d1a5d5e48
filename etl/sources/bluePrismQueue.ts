import type { Row } from '../readers/rows.ts';
import { runSource } from './runSource.ts';
import type { RunColumns, RunTable } from './runTable.ts';
import { Passed } from './source.ts';

const COMPLETED = ['completed', 'CompletedDate', 'Completed Date'];
const EXCEPTION = ['exception', 'ExceptionDate', 'Exception Date'];
const REASON = ['exceptionreason', 'Exception Reason'];
const TAGS = ['tags', 'tag'];
const ID = ['id', 'Item ID'];
const COLUMNS: RunColumns = {
  queue: ['Queue', 'QueueName', 'Queue Name'],
  queueNumber: ['queueident', 'queueid'],
  transaction: ['ident', ...ID],
  started: [],
  seconds: ['attemptworktime', 'worktime', 'Work Time'],
  ended: COMPLETED,
  status: [],
  reason: REASON,
};
const FAILED: RunColumns = { ...COLUMNS, ended: EXCEPTION };

export const bluePrismQueue = runSource({
  name: 'blueprism-queue',
  title: 'Blue Prism: work queue items',
  mapping: {
    queue: '`Queue` or `QueueName`; else `--queue`, else `queueident`, else the file’s name',
    transaction: '`ident`, else `ID` and `Attempt`',
    started: 'the end less `attemptworktime` or `worktime` seconds: the date loaded is when it was queued',
    ended: '`completed` or `CompletedDate`, else `exception` or `ExceptionDate`',
    status:
      'which of the two dates there is; an exception is a `business_exception` when its reason or `Tags` says Business. `status` is free text and never used',
    items: '1',
    reason: 'the first line of `exceptionreason`',
  },
  states: {
    'completed date': 'success',
    'exception date': 'system_exception',
    'neither date': 'not-final',
  },
  signatures: [
    ['completed', 'exception', 'exceptionreason'],
    ['CompletedDate', 'ExceptionDate'],
    ['Completed Date', 'Exception Date'],
  ],
  open(table: RunTable) {
    table.require(COLUMNS.transaction, COMPLETED, EXCEPTION);
    table.requireQueue(COLUMNS);
    return (row: Row) => {
      const transaction = key(table, row);
      if (table.text(row, COMPLETED) !== '') return table.run(row, COLUMNS, 'success', { transaction });
      if (table.text(row, EXCEPTION) === '') return new Passed('not-final');
      const isBusiness = [REASON, TAGS].some((names) => /\bbusiness/i.test(table.text(row, names)));
      return table.run(row, FAILED, isBusiness ? 'business_exception' : 'system_exception', { transaction });
    };
  },
});

/** `id` stays the same when an item is tried again, and only the attempt tells them apart. */
function key(table: RunTable, row: Row): string {
  const ident = table.id(row, ['ident']);
  if (ident !== '') return ident;
  const id = table.id(row, ID);
  return id === '' ? '' : `${id} ${table.text(row, ['attempt']) || '1'}`;
}
