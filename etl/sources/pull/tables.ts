/** A table of a robot platform's database, and what is read of it. */
export interface TableSpec {
  /** The product, as errors name it. */
  product: string;
  table: string;
  key: string;
  /** When a row was last changed, or ended. Rows without it are not read: nothing has come of them yet. */
  moment: string;
  /** What is read, the key and the moment among it. */
  columns: readonly string[];
  /** What is read where the table has it: older versions do not. */
  optional: readonly string[];
  /** Where the queue's name is when the row only has its number. */
  queue: { table: string; key: string; name: string; by: string } | null;
}

/** The queue elements of OpenOrchestrator. */
export const QUEUES: TableSpec = {
  product: 'OpenOrchestrator',
  table: 'Queues',
  key: 'id',
  moment: 'end_date',
  columns: ['id', 'queue_name', 'status', 'end_date'],
  optional: ['start_date'],
  queue: null,
};

/** The work items of Automation Server. */
export const WORK_ITEMS: TableSpec = {
  product: 'Automation Server',
  table: 'workitem',
  key: 'id',
  moment: 'updated_at',
  columns: ['id', 'workqueue_id', 'status', 'updated_at'],
  optional: ['started_at', 'work_duration_seconds'],
  queue: { table: 'workqueue', key: 'id', name: 'name', by: 'workqueue_id' },
};
