import type { Db } from '../../../server/warehouse/schema.ts';
import type { Reference } from './column.ts';

/** The rows that other rows may name, by code. */
export interface Known {
  department: ReadonlyMap<string, { parent: string | null }>;
  project: ReadonlyMap<string, unknown>;
  robot: ReadonlyMap<string, { id: number }>;
  measure: ReadonlyMap<string, { kind: 'flow' | 'level'; name: string }>;
  benefit: ReadonlyMap<string, unknown>;
  /** The number of a robot: its own, or the next free one for a new robot. */
  robotId(robot: string): number;
}

/** Reads the codes of the tables that are needed; the others stay empty. */
export async function readKnown(db: Db, needed: ReadonlySet<Reference>): Promise<Known> {
  const read = async <T>(what: Reference, query: () => Promise<[string, T][]>): Promise<Map<string, T>> =>
    new Map(needed.has(what) ? await query() : []);
  const robot = await read('robot', async () => {
    const rows = await db.selectFrom('robot').select(['robot', 'robot_id']).execute();
    return rows.map((row) => [row.robot, { id: row.robot_id }]);
  });
  return {
    robot,
    robotId: numbering(robot),
    department: await read('department', async () => {
      const rows = await db.selectFrom('department').select(['department', 'parent']).execute();
      return rows.map((row) => [row.department, { parent: row.parent }]);
    }),
    project: await read('project', async () => {
      const rows = await db.selectFrom('project').select('project').execute();
      return rows.map((row) => [row.project, null]);
    }),
    measure: await read('measure', async () => {
      const rows = await db.selectFrom('measure').select(['measure', 'kind', 'name']).execute();
      return rows.map((row) => [row.measure, { kind: row.kind, name: row.name }]);
    }),
    benefit: await read('benefit', async () => {
      const rows = await db.selectFrom('benefit').select('benefit').execute();
      return rows.map((row) => [row.benefit, null]);
    }),
  };
}

function numbering(robots: ReadonlyMap<string, { id: number }>): (robot: string) => number {
  let last = [...robots.values()].reduce((most, { id }) => Math.max(most, id), 0);
  const fresh = new Map<string, number>();
  return (robot) => {
    const id = robots.get(robot)?.id ?? fresh.get(robot) ?? ++last;
    fresh.set(robot, id);
    return id;
  };
}
