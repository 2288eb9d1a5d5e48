import type { Row } from '../readers/rows.ts';
import { runSource } from './runSource.ts';
import type { RunColumns, RunTable } from './runTable.ts';

const COLUMNS: RunColumns = {
  queue: ['queue_name', 'Queue Name', 'Queue'],
  transaction: ['id'],
  started: ['start_date', 'Start Date'],
  ended: ['end_date', 'End Date'],
  status: ['status'],
  reason: [],
};

export const openOrchestrator = runSource({
  name: 'openorchestrator',
  title: 'OpenOrchestrator: queue elements',
  mapping: {
    queue: '`queue_name`; else `--queue`, else the file’s name',
    transaction: '`id`',
    started: '`start_date`',
    ended: '`end_date`',
    status: '`status`',
    items: '1',
    reason: 'none: `message` is the robot’s own text and may name a citizen',
  },
  states: {
    New: 'not-final',
    'In Progress': 'not-final',
    Done: 'success',
    Failed: 'system_exception',
    Abandoned: 'abandoned',
  },
  signatures: [['queue_name', 'status', 'end_date']],
  open(table: RunTable) {
    table.require(COLUMNS.transaction, COLUMNS.status, COLUMNS.ended);
    table.requireQueue(COLUMNS);
    return (row: Row) => {
      const status = table.status(row, COLUMNS.status);
      return typeof status === 'string' ? table.run(row, COLUMNS, status) : status;
    };
  },
});
