import { type Kysely, sql } from 'kysely';

/**
 * What following up in Gevinst itself needs: more on each benefit's card, the nodes of the map, plans that are frozen,
 * what was counted of how many, and who changed what. A row that was entered by hand has load 0.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createCards(db);
  await createPlans(db);
  await db.schema
    .createTable('change')
    .addColumn('change_id', 'integer', (c) => c.notNull().primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('project', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('subject_key', 'text', (c) => c.notNull())
    .addColumn('verb', 'text', (c) =>
      c.notNull().check(sql`verb in ('created', 'changed', 'removed', 'restored')`),
    )
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .execute();
  await db.schema.createIndex('change_project').on('change').columns(['project', 'subject']).execute();
  await db.schema
    .createTable('reminder')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('recipient', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('sent', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('reminder_pk', ['kind', 'recipient', 'about'])
    .execute();
}

async function createCards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('benefit_card')
    .addColumn('benefit', 'text', (c) => c.notNull().primaryKey())
    .addColumn('measured_by', 'text')
    .addColumn('department', 'text')
    .addColumn('frequency', 'text')
    .addColumn('phase_in', 'text')
    .addColumn('assumptions', 'text')
    .addColumn('dependencies', 'text')
    .addColumn('risks', 'text')
    .addColumn('evidence', 'text')
    .addColumn('deviation', 'text')
    .addColumn('archived', 'text')
    .addColumn('closed', 'text')
    .execute();
  await db.schema
    .createTable('map_node')
    .addColumn('project', 'text', (c) => c.notNull().references('project.project'))
    .addColumn('node', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('solution', 'change', 'benefit', 'goal')`),
    )
    .addPrimaryKeyConstraint('map_node_pk', ['project', 'node'])
    .execute();
  await db.schema.alterTable('measurement').addColumn('counted', 'integer').execute();
  await db.schema.alterTable('followup').addColumn('value', 'double precision').execute();
}

async function createPlans(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plan')
    .addColumn('project', 'text', (c) => c.notNull().references('project.project'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('business_case', 'estimate')`))
    .addColumn('approved', 'text', (c) => c.notNull())
    .addColumn('approved_by', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('created', 'bigint', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('plan_pk', ['project', 'version'])
    .execute();
  await db.schema
    .createTable('plan_year')
    .addColumn('project', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('scenario0_oere', 'bigint', (c) => c.notNull())
    .addColumn('scenario1_oere', 'bigint', (c) => c.notNull())
    .addColumn('risk_oere', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('plan_year_pk', ['project', 'version', 'year'])
    .execute();
  await db.schema
    .createTable('deviation')
    .addColumn('project', 'text', (c) => c.notNull().references('project.project'))
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('explanation', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('deviation_pk', ['project', 'year'])
    .execute();
}
