import { type Kysely, sql } from 'kysely';
import { engineName } from '../engine.ts';

/** The star of the first version: dimensions, facts with their rollups, and the audit of loads. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createDimensions(db);
  await createMeasured(db);
  await createRuns(db);
  await createAudit(db);
}

async function createDimensions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('municipality')
    .addColumn('municipality', 'text', (c) => c.notNull().primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('department')
    .addColumn('department', 'text', (c) => c.notNull().primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('municipality', 'text', (c) => c.notNull().references('municipality.municipality'))
    .addColumn('parent', 'text', (c) => c.references('department.department'))
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('rate')
    .addColumn('rate', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('hourly_oere', 'bigint', (c) => c.notNull().check(sql`hourly_oere >= 0`))
    .addColumn('hours_per_fte', 'double precision', (c) => c.notNull().check(sql`hours_per_fte > 0`))
    .addColumn('source', 'text')
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('rate_pk', ['rate', 'valid_from'])
    .execute();
  await db.schema
    .createTable('project')
    .addColumn('project', 'text', (c) => c.notNull().primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('municipality', 'text', (c) => c.notNull().references('municipality.municipality'))
    .addColumn('department', 'text', (c) => c.references('department.department'))
    .addColumn('field', 'text')
    .addColumn('technology', 'text')
    .addColumn('stage', 'text')
    .addColumn('started', 'text')
    .addColumn('live', 'text')
    .addColumn('ended', 'text')
    .addColumn('owner', 'text')
    .addColumn('owner_email', 'text')
    .addColumn('contact', 'text')
    .addColumn('goal', 'text')
    .addColumn('summary', 'text')
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('robot')
    .addColumn('robot_id', 'integer', (c) => c.notNull().primaryKey())
    .addColumn('robot', 'text', (c) => c.notNull().unique())
    .addColumn('project', 'text', (c) => c.notNull().references('project.project'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('platform', 'text')
    .addColumn('queue', 'text')
    .addColumn('live', 'text')
    .addColumn('retired', 'text')
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('robot_project').on('robot').column('project').execute();
}

async function createMeasured(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('measure')
    .addColumn('measure', 'text', (c) => c.notNull().primaryKey())
    .addColumn('project', 'text', (c) => c.notNull().references('project.project'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('flow', 'level')`))
    .addColumn('better', 'text', (c) => c.notNull().check(sql`better in ('higher', 'lower')`))
    .addColumn('source', 'text')
    .addColumn('how', 'text')
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('measure_project').on('measure').column('project').execute();
  await db.schema
    .createTable('measurement')
    .addColumn('measure', 'text', (c) => c.notNull().references('measure.measure'))
    .addColumn('phase', 'text', (c) => c.notNull().check(sql`phase in ('before', 'after', 'saved')`))
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('to_day', 'text')
    .addColumn('per', 'text', (c) => c.check(sql`per in ('day', 'week', 'month', 'year', 'period')`))
    .addColumn('value', 'double precision', (c) => c.notNull())
    .addColumn('low', 'double precision')
    .addColumn('high', 'double precision')
    .addColumn('n', 'integer', (c) => c.check(sql`n >= 0`))
    .addColumn('basis', 'text', (c) => c.notNull().check(sql`basis in ('actual', 'expected')`))
    .addColumn('note', 'text')
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('measurement_pk', ['measure', 'phase', 'from_day'])
    .addCheckConstraint('measurement_days', sql`to_day is null or to_day >= from_day`)
    .execute();
  await db.schema
    .createTable('benefit')
    .addColumn('benefit', 'text', (c) => c.notNull().primaryKey())
    .addColumn('project', 'text', (c) => c.notNull().references('project.project'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('volume', 'text')
    .addColumn('minutes', 'text', (c) => c.references('measure.measure'))
    .addColumn('hours', 'text', (c) => c.references('measure.measure'))
    .addColumn('ratio', 'text', (c) => c.references('measure.measure'))
    .addColumn('fte', 'text', (c) => c.references('measure.measure'))
    .addColumn('amount', 'text', (c) => c.references('measure.measure'))
    .addColumn('indicator', 'text', (c) => c.references('measure.measure'))
    .addColumn('rate', 'text')
    .addColumn('from_day', 'text')
    .addColumn('to_day', 'text')
    .addColumn('cashable', 'integer', (c) => c.check(sql`cashable in (0, 1)`))
    .addColumn('attribution', 'double precision', (c) => c.check(sql`attribution between 0 and 1`))
    .addColumn('owner', 'text')
    .addColumn('owner_email', 'text')
    .addColumn('confidence', 'text')
    .addColumn('change', 'text')
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('benefit_project').on('benefit').column('project').execute();
  await db.schema
    .createTable('target')
    .addColumn('measure', 'text', (c) => c.notNull().references('measure.measure'))
    .addColumn('due', 'text', (c) => c.notNull())
    .addColumn('value', 'double precision', (c) => c.notNull())
    .addColumn('low', 'double precision')
    .addColumn('high', 'double precision')
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('target_pk', ['measure', 'due'])
    .execute();
  await db.schema
    .createTable('cost')
    .addColumn('project', 'text', (c) => c.notNull().references('project.project'))
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('to_day', 'text', (c) => c.notNull())
    .addColumn('per', 'text', (c) => c.notNull().check(sql`per in ('once', 'month', 'year', 'period')`))
    .addColumn('category', 'text', (c) => c.notNull())
    .addColumn('internal', 'integer', (c) => c.notNull().check(sql`internal in (-1, 0, 1)`))
    .addColumn('payer', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('occurrence', 'integer', (c) => c.notNull())
    .addColumn('amount_oere', 'bigint', (c) => c.notNull())
    .addColumn('basis', 'text', (c) => c.notNull().check(sql`basis in ('actual', 'expected')`))
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('cost_pk', [
      'project',
      'from_day',
      'to_day',
      'per',
      'category',
      'internal',
      'payer',
      'note',
      'occurrence',
    ])
    .execute();
  await db.schema
    .createTable('risk')
    .addColumn('project', 'text', (c) => c.notNull().references('project.project'))
    .addColumn('risk', 'text', (c) => c.notNull())
    .addColumn('probability', 'double precision', (c) => c.notNull().check(sql`probability between 0 and 1`))
    .addColumn('consequence_oere', 'bigint', (c) => c.notNull())
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('risk_pk', ['project', 'risk'])
    .execute();
  await db.schema
    .createTable('link')
    .addColumn('from_node', 'text', (c) => c.notNull())
    .addColumn('to_node', 'text', (c) => c.notNull())
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('link_pk', ['from_node', 'to_node'])
    .execute();
  await db.schema
    .createTable('followup')
    .addColumn('benefit', 'text', (c) => c.notNull().references('benefit.benefit'))
    .addColumn('due', 'text', (c) => c.notNull())
    .addColumn('done', 'text')
    .addColumn('status', 'text')
    .addColumn('note', 'text')
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('followup_pk', ['benefit', 'due'])
    .execute();
}

/** Every key of these three starts with the robot: on Citus they are distributed by it and co-located. */
async function createRuns(db: Kysely<unknown>): Promise<void> {
  const clustered = engineName(db) === 'sqlite' ? sql`without rowid` : sql``;
  await db.schema
    .createTable('run')
    .addColumn('robot_id', 'integer', (c) => c.notNull().references('robot.robot_id'))
    .addColumn('run_key', 'bigint', (c) => c.notNull())
    .addColumn('started', 'bigint')
    .addColumn('ended', 'bigint', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull().check(sql`status between 0 and 3`))
    .addColumn('items', 'integer', (c) => c.notNull().check(sql`items >= 0`))
    .addColumn('seconds', 'integer', (c) => c.check(sql`seconds >= 0`))
    .addColumn('reason_id', 'integer')
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('run_pk', ['robot_id', 'run_key'])
    .modifyEnd(clustered)
    .execute();
  for (const [table, period] of [
    ['run_day', 'day'],
    ['run_month', 'month'],
  ] as const) {
    await db.schema
      .createTable(table)
      .addColumn('robot_id', 'integer', (c) => c.notNull().references('robot.robot_id'))
      .addColumn(period, 'text', (c) => c.notNull())
      .addColumn('status', 'integer', (c) => c.notNull())
      .addColumn('runs', 'bigint', (c) => c.notNull())
      .addColumn('items', 'bigint', (c) => c.notNull())
      .addColumn('seconds', 'bigint', (c) => c.notNull())
      .addColumn('timed', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint(`${table}_pk`, ['robot_id', period, 'status'])
      .modifyEnd(clustered)
      .execute();
  }
  await db.schema
    .createTable('reason')
    .addColumn('reason_id', 'integer', (c) => c.notNull().primaryKey())
    .addColumn('reason', 'text', (c) => c.notNull().unique())
    .execute();
}

async function createAudit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('load')
    .addColumn('load_id', 'integer', (c) => c.notNull().primaryKey())
    .addColumn('file', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text')
    .addColumn('bytes', 'bigint')
    .addColumn('started', 'bigint', (c) => c.notNull())
    .addColumn('finished', 'bigint')
    .addColumn('loaded_by', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('loaded', 'failed')`))
    .addColumn('rows_read', 'bigint', (c) => c.notNull())
    .addColumn('rows_kept', 'bigint', (c) => c.notNull())
    .addColumn('rows_duplicate', 'bigint', (c) => c.notNull())
    .addColumn('rows_refused', 'bigint', (c) => c.notNull())
    .addColumn('error', 'text')
    .execute();
  await db.schema
    .createTable('refusal')
    .addColumn('load_id', 'integer', (c) => c.notNull().references('load.load_id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('line', 'integer', (c) => c.notNull())
    .addColumn('column_name', 'text')
    .addColumn('value', 'text')
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('expected', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('refusal_pk', ['load_id', 'seq'])
    .execute();
  await db.schema
    .createTable('state')
    .addColumn('name', 'text', (c) => c.notNull().primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
}
