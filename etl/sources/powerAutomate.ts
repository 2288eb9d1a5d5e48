import type { Row } from '../readers/rows.ts';
import { runSource } from './runSource.ts';
import type { RunColumns, RunTable } from './runTable.ts';
import { Passed } from './source.ts';

const label = (column: string) => `${column}@OData.Community.Display.V1.FormattedValue`;
const PARENT = ['parentrunid'];
const PRIMARY = ['isprimary'];
const REASON = ['errorcode', 'errormessage'];
const DESKTOP: RunColumns = {
  queue: ['workflowname', 'regardingobjectid.name', label('_regardingobjectid_value'), 'name'],
  transaction: ['flowsessionid'],
  started: ['startedon'],
  ended: ['completedon'],
  status: ['statuscode', label('statuscode')],
  reason: REASON,
};
/** `name` of a cloud flow's run is the run's own. */
const CLOUD: RunColumns = {
  queue: ['workflowname', label('_workflow_value')],
  queueNumber: ['workflowid'],
  transaction: ['flowrunid'],
  started: ['starttime'],
  ended: ['endtime'],
  status: ['status', label('status')],
  reason: REASON,
};

export const powerAutomate = runSource({
  name: 'power-automate',
  title: 'Microsoft Power Automate: runs of desktop and cloud flows (Dataverse)',
  mapping: {
    queue:
      'desktop flows: `workflowname`, the name of `regardingobjectid`, or `name`; cloud flows: `workflowname`, else `--queue`, else `workflowid`',
    transaction: '`flowsessionid` or `flowrunid`',
    started: '`startedon` or `starttime`',
    ended: '`completedon` or `endtime`',
    status: '`statuscode` or `status`, as a number or a name',
    items: '1',
    reason: '`errorcode`, else the first line of `errormessage`',
  },
  states: {
    NotSpecified: 'not-final',
    '0': 'not-final',
    Paused: 'not-final',
    '1': 'not-final',
    Running: 'not-final',
    '2': 'not-final',
    Waiting: 'not-final',
    '3': 'not-final',
    Succeeded: 'success',
    Success: 'success',
    '4': 'success',
    Skipped: 'other-event',
    '5': 'other-event',
    Suspended: 'not-final',
    '6': 'not-final',
    Cancelled: 'abandoned',
    Canceled: 'abandoned',
    '7': 'abandoned',
    Failed: 'system_exception',
    '8': 'system_exception',
    Faulted: 'system_exception',
    '9': 'system_exception',
    TimedOut: 'system_exception',
    '10': 'system_exception',
    Aborted: 'abandoned',
    '11': 'abandoned',
    Ignored: 'other-event',
    '12': 'other-event',
  },
  signatures: [
    ['flowsessionid', 'statuscode'],
    ['flowrunid', 'status'],
  ],
  open(table: RunTable) {
    const columns = table.has(CLOUD.transaction) ? CLOUD : DESKTOP;
    table.require(columns.transaction, columns.status, columns.ended);
    table.requireQueue(columns);
    return (row: Row) => {
      if (isChild(table, row)) return new Passed('child-run');
      const status = table.status(row, columns.status);
      return typeof status === 'string' ? table.run(row, columns, status) : status;
    };
  },
});

function isChild(table: RunTable, row: Row): boolean {
  if (table.text(row, PARENT) !== '') return true;
  return /^(false|falsk|no|nej|0)$/i.test(table.text(row, PRIMARY));
}
