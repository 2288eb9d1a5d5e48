import type { Row } from '../readers/rows.ts';
import { runSource } from './runSource.ts';
import type { RunColumns, RunTable } from './runTable.ts';
import { Misread } from './source.ts';

const HOST = ['Hostname', 'Host', 'Machine'];
/** What only the API's answers have. */
const API_END = ['EndTime'];
const COLUMNS: RunColumns = {
  queue: ['Process', 'ReleaseName', 'Release.Name'],
  transaction: ['Key', 'Id'],
  started: ['Started (absolute)', 'Started', 'StartTime'],
  ended: ['Ended (absolute)', 'Ended', ...API_END],
  status: ['State'],
  reason: [],
};

export const uipathJobs = runSource({
  name: 'uipath-jobs',
  title: 'UiPath Orchestrator: jobs',
  mapping: {
    queue: '`Process`, or `ReleaseName` or `Release.Name`',
    transaction:
      'JSON: `Key`, else `Id`. CSV: `Process`, the start (the end for a job that never started), `Hostname`, and which of the file’s rows that agree in all three it is',
    started: '`Started (absolute)` or `StartTime`',
    ended: '`Ended (absolute)` or `EndTime`',
    status: '`State`',
    items: '1',
    reason: 'none: `Info` is the robot’s own text and may name a citizen',
  },
  states: {
    Pending: 'not-final',
    Running: 'not-final',
    Stopping: 'not-final',
    Terminating: 'not-final',
    Suspended: 'not-final',
    Resumed: 'not-final',
    Successful: 'success',
    Faulted: 'system_exception',
    Stopped: 'abandoned',
  },
  signatures: [
    ['Process', 'State', 'Ended (absolute)'],
    ['ReleaseName', 'State', 'EndTime'],
    ['Release.Name', 'State', 'EndTime'],
  ],
  open(table: RunTable) {
    table.require(COLUMNS.queue, COLUMNS.status, COLUMNS.started, COLUMNS.ended);
    if (table.has(API_END)) {
      table.require(COLUMNS.transaction);
      return (row: Row) => {
        const status = table.status(row, COLUMNS.status);
        return typeof status === 'string' ? table.run(row, COLUMNS, status) : status;
      };
    }
    const seen = new Map<string, number>();
    return (row: Row) => {
      // Rows that are not final count too, so that a job keeps its number when it ends.
      const started = table.moment(row, COLUMNS.started);
      if (started instanceof Misread) return started;
      const moment = Number.isNaN(started) ? `ended ${table.text(row, COLUMNS.ended)}` : started;
      const job = JSON.stringify([table.text(row, COLUMNS.queue), moment, table.text(row, HOST)]);
      const occurrence = (seen.get(job) ?? 0) + 1;
      seen.set(job, occurrence);
      const status = table.status(row, COLUMNS.status);
      if (typeof status !== 'string') return status;
      return table.run(row, COLUMNS, status, { transaction: `${job} ${occurrence}`, started });
    };
  },
});
