import type { Db } from '../warehouse/schema.ts';

/** A project's plans, oldest first. */
export async function plans(db: Db, project: string) {
  return db.selectFrom('plan').selectAll().where('project', '=', project).orderBy('version').execute();
}

/** The years of all of a project's plans. */
export async function planYears(db: Db, project: string) {
  return db
    .selectFrom('plan_year')
    .selectAll()
    .where('project', '=', project)
    .orderBy('version')
    .orderBy('year')
    .execute();
}

/** Why the years of a project came out otherwise than planned. */
export async function deviations(db: Db, project: string) {
  return db.selectFrom('deviation').selectAll().where('project', '=', project).orderBy('year').execute();
}
