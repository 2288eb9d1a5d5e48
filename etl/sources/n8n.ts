import type { Row } from '../readers/rows.ts';
import { runSource } from './runSource.ts';
import type { RunColumns, RunTable } from './runTable.ts';

const COLUMNS: RunColumns = {
  queue: ['workflowName', 'workflowData.name', 'workflow.name'],
  queueNumber: ['workflowId'],
  transaction: ['id'],
  started: ['startedAt'],
  ended: ['stoppedAt'],
  status: ['status'],
  reason: [],
};

/** What n8n calls an execution of which it lost sight. */
const BROKE_OFF = new Set(['crashed']);

export const n8n = runSource({
  name: 'n8n',
  title: 'n8n: executions',
  mapping: {
    queue: '`workflowName` or `workflowData.name`; else `--queue`, else `workflowId`',
    transaction: '`id`',
    started: '`startedAt`',
    ended: '`stoppedAt`',
    status: '`status`',
    items: '1',
    reason: 'none: the error is in the execution’s data, which is not read',
  },
  states: {
    new: 'not-final',
    running: 'not-final',
    waiting: 'not-final',
    success: 'success',
    error: 'system_exception',
    failed: 'system_exception',
    crashed: 'system_exception',
    canceled: 'abandoned',
    cancelled: 'abandoned',
  },
  signatures: [['status', 'startedAt', 'stoppedAt']],
  open(table: RunTable) {
    table.require(COLUMNS.transaction, COLUMNS.status, COLUMNS.ended);
    table.requireQueue(COLUMNS);
    return (row: Row) => {
      const status = table.status(row, COLUMNS.status);
      if (typeof status !== 'string') return status;
      return table.run(
        row,
        COLUMNS,
        status,
        BROKE_OFF.has(table.text(row, COLUMNS.status)) ? { hasEnded: false } : {},
      );
    };
  },
});
