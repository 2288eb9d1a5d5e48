import type { Row } from '../readers/rows.ts';
import { runSource } from './runSource.ts';
import type { RunColumns, RunTable } from './runTable.ts';
import { Misread, Passed } from './source.ts';

const COLUMNS: RunColumns = {
  queue: ['QueueDefinition.Name', 'QueueName', 'Queue Name', 'Queue'],
  queueNumber: ['QueueDefinitionId'],
  transaction: ['Id', 'Key'],
  started: ['StartProcessing', 'Started (absolute)', 'Started'],
  ended: ['EndProcessing', 'Ended (absolute)', 'Ended'],
  status: ['Status'],
  reason: [
    'ProcessingException.Reason',
    'ProcessingExceptionReason',
    'Exception Reason',
    'Exception',
    'Exception Details',
  ],
};
const EXCEPTION_TYPE = [
  'ProcessingExceptionType',
  'ProcessingException.Type',
  'Processing Exception Type',
  'Exception Type',
  'Exception',
  'Exception Details',
];

/** The exception as a whole, in a cell of its own: `@{Reason=…; Type=BusinessException}` of PowerShell, or JSON. */
const WHOLE_EXCEPTION = ['ProcessingException'];

/** What UiPath calls a business exception: the type’s name or number, or text that begins with it. */
export function isBusinessException(type: string): boolean {
  return type === '1' || /^(UiPath\.Core\.)?business/i.test(type);
}

function isWholeBusinessException(exception: string): boolean {
  return /^@?\{(.*[;,])?\s*["']?Type["']?\s*[=:]\s*["']?Business/is.test(exception);
}

export const uipathQueue = runSource({
  name: 'uipath-queue',
  title: 'UiPath Orchestrator: queue transactions',
  mapping: {
    queue:
      '`QueueDefinition.Name`, `QueueName` or `Queue`; else `--queue`, else `QueueDefinitionId`, else the file’s name',
    transaction: '`Id`, else `Key`',
    started: '`StartProcessing` or `Started (absolute)`',
    ended: '`EndProcessing` or `Ended (absolute)`',
    status:
      '`Status`; a failed one is a `business_exception` when `ProcessingExceptionType`, `ProcessingException.Type`, `Exception Type` or the text in `Exception` begins with Business',
    items: '1',
    reason:
      'the first line of `ProcessingException.Reason`, `Exception Reason`, `Exception` or `Exception Details`',
  },
  states: {
    New: 'not-final',
    '0': 'not-final',
    InProgress: 'not-final',
    '1': 'not-final',
    Failed: 'system_exception',
    '2': 'system_exception',
    Successful: 'success',
    '3': 'success',
    Abandoned: 'abandoned',
    '4': 'abandoned',
    Retried: 'retried',
    '5': 'retried',
    Deleted: 'deleted',
    '6': 'deleted',
  },
  signatures: [
    ['Status', 'EndProcessing'],
    ['Status', 'Started (absolute)', 'Ended (absolute)'],
  ],
  open(table: RunTable) {
    table.require(COLUMNS.transaction, COLUMNS.status, COLUMNS.ended);
    table.requireQueue(COLUMNS);
    return (row: Row) => {
      const status = table.status(row, COLUMNS.status);
      if (status instanceof Passed) return table.passed(row, COLUMNS, status);
      if (status instanceof Misread) return status;
      const isBusiness =
        status === 'system_exception' &&
        (isBusinessException(table.text(row, EXCEPTION_TYPE)) ||
          isWholeBusinessException(table.text(row, WHOLE_EXCEPTION)));
      return table.run(row, COLUMNS, isBusiness ? 'business_exception' : status);
    };
  },
});
