import type { Row } from '../readers/rows.ts';
import { runSource } from './runSource.ts';
import type { RunColumns, RunTable } from './runTable.ts';

const SECONDS = ['work_duration_seconds'];
const COLUMNS: RunColumns = {
  queue: ['workqueue', 'workqueue_name', 'workqueue.name'],
  queueNumber: ['workqueue_id', 'workqueue.id'],
  transaction: ['id'],
  started: ['started_at'],
  seconds: SECONDS,
  ended: ['updated_at'],
  status: ['status'],
  reason: [],
};
/** Rows from before work was timed have 0. */
const NOT_TIMED: RunColumns = { ...COLUMNS, seconds: [] };

export const automationServer = runSource({
  name: 'automation-server',
  title: 'Automation Server: work items',
  mapping: {
    queue: '`workqueue`, `workqueue_name` or `workqueue.name`; else `--queue`, else `workqueue_id`',
    transaction: '`id`',
    started: '`started_at`, else the end less `work_duration_seconds` where that is above 0',
    ended: '`updated_at`',
    status: '`status`',
    items: '1',
    reason: 'none: `message` is the robot’s own text and may name a citizen',
  },
  states: {
    new: 'not-final',
    'in progress': 'not-final',
    'pending user action': 'not-final',
    completed: 'success',
    failed: 'system_exception',
  },
  signatures: [
    ['status', 'updated_at', 'workqueue_id'],
    ['status', 'updated_at', 'workqueue'],
    ['status', 'updated_at', 'workqueue_name'],
    ['status', 'updated_at', 'workqueue.name'],
  ],
  open(table: RunTable) {
    table.require(COLUMNS.transaction, COLUMNS.status, COLUMNS.ended);
    table.requireQueue(COLUMNS);
    return (row: Row) => {
      const status = table.status(row, COLUMNS.status);
      if (typeof status !== 'string') return status;
      const wasTimed = Number(table.text(row, SECONDS)) !== 0;
      return table.run(row, wasTimed ? COLUMNS : NOT_TIMED, status);
    };
  },
});
