import { type Kysely, sql } from 'kysely';
import { embedded } from '../engine.ts';

/**
 * What loading from any source needs: more of each load is told, what a row replaced is kept so that a load can be
 * undone, and on SQLite runs are appended, with the index that keeps them unique beside them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('load').addColumn('table_name', 'text').execute();
  await db.schema.alterTable('load').addColumn('part', 'text').execute();
  await db.schema
    .alterTable('load')
    .addColumn('rows_passed', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('load')
    .addColumn('masked', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('load').addColumn('undone', 'bigint').execute();
  await db.schema.alterTable('load').addColumn('undone_by', 'text').execute();
  await sql`update load set table_name = source where status = 'loaded'`.execute(db);
  await db.schema.createIndex('load_sha256').on('load').column('sha256').execute();
  await db.schema
    .createTable('replaced')
    .addColumn('table_name', 'text', (c) => c.notNull())
    .addColumn('row_key', 'text', (c) => c.notNull())
    .addColumn('replaced_by', 'integer', (c) => c.notNull())
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('replaced_pk', ['table_name', 'row_key', 'replaced_by'])
    .execute();
  await db.schema.createIndex('replaced_load').on('replaced').column('load_id').execute();
  if (embedded(db)) await appendRuns(db);
}

/** `run` becomes a table that grows at its end; `run_index` takes over from its key. */
async function appendRuns(db: Kysely<unknown>): Promise<void> {
  await sql`alter table run rename to run_before`.execute(db);
  await db.schema
    .createTable('run')
    .addColumn('run_id', 'integer', (c) => c.primaryKey())
    .addColumn('robot_id', 'integer', (c) => c.notNull().references('robot.robot_id'))
    .addColumn('run_key', 'bigint', (c) => c.notNull())
    .addColumn('started', 'bigint')
    .addColumn('ended', 'bigint', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull().check(sql`status between 0 and 3`))
    .addColumn('items', 'integer', (c) => c.notNull().check(sql`items >= 0`))
    .addColumn('seconds', 'integer', (c) => c.check(sql`seconds >= 0`))
    .addColumn('reason_id', 'integer')
    .addColumn('load_id', 'integer', (c) => c.notNull())
    .execute();
  await sql`
    insert into run (robot_id, run_key, started, ended, status, items, seconds, reason_id, load_id)
    select robot_id, run_key, started, ended, status, items, seconds, reason_id, load_id
    from run_before order by robot_id, run_key`.execute(db);
  await sql`drop table run_before`.execute(db);
  await db.schema
    .createTable('run_index')
    .addColumn('robot_id', 'integer', (c) => c.notNull())
    .addColumn('segment', 'integer', (c) => c.notNull())
    .addColumn('entries', 'integer', (c) => c.notNull())
    .addColumn('hi', 'blob', (c) => c.notNull())
    .addColumn('lo', 'blob', (c) => c.notNull())
    .addColumn('run_ids', 'blob', (c) => c.notNull())
    .addColumn('prints', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('run_index_pk', ['robot_id', 'segment'])
    .execute();
}
