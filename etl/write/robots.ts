import { holdsCpr, maskUncounted } from '../../server/privacy.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { addMunicipalities } from './municipalities.ts';

/** How robots that the warehouse does not know are made; null when they are not. */
export interface NewRobots {
  /** The project that they belong to; each its own, of the same name, when it is null. */
  project: string | null;
  municipality: { municipality: string; name: string } | null;
}

const LONGEST_CODE = 100;
const NOT_SAID = { municipality: '', name: 'Ikke angivet' };

/** The number of a name that several robots' queues have. */
export const SEVERAL = -1;

/** The robots' numbers, by their codes and, for rows of a robot platform, by their queues. */
export class Robots {
  /** Rows by the name that no robot has. */
  readonly unknown = new Map<string, number>();
  readonly #codes = new Map<string, number>();
  readonly #queues = new Map<string, number>();
  #last = 0;
  #fresh: { robot_id: number; robot: string }[] = [];

  private constructor(
    private readonly trx: Db,
    private readonly making: NewRobots | null,
    private readonly byQueue: boolean,
  ) {}

  /** @param byQueue whether a row may name a robot by its queue */
  static async read(trx: Db, making: NewRobots | null, byQueue: boolean): Promise<Robots> {
    const robots = new Robots(trx, making, byQueue);
    const rows = await trx.selectFrom('robot').select(['robot', 'robot_id', 'queue']).execute();
    for (const { robot, robot_id, queue } of rows) {
      robots.#codes.set(robot, robot_id);
      robots.#last = Math.max(robots.#last, robot_id);
      if (queue === null) continue;
      const name = evened(queue);
      robots.#queues.set(name, robots.#queues.has(name) ? SEVERAL : robot_id);
    }
    return robots;
  }

  /** Whether all robots that rows may name are there already, so that their numbers can be given to another thread. */
  get isFixed(): boolean {
    return this.making === null && !this.byQueue;
  }

  get codes(): ReadonlyMap<string, number> {
    return this.#codes;
  }

  /** The number of the robot that a row names; 0 when there is none, `SEVERAL` when it cannot be told. */
  find(name: string): number {
    const code = name.trim().normalize('NFC');
    const known = this.#codes.get(code) ?? (this.byQueue ? this.#queues.get(evened(code)) : undefined);
    if (known !== undefined) return known;
    const made = this.making === null ? 0 : this.#make(code);
    if (made === 0) this.addUnknown(code, 1);
    return made;
  }

  addUnknown(name: string, rows: number): void {
    const MOST = 1_000;
    const shown = maskUncounted(name);
    const before = this.unknown.get(shown) ?? 0;
    if (before > 0 || this.unknown.size < MOST) this.unknown.set(shown, before + rows);
  }

  /** Writes the robots that rows have named since the last time. */
  async write(loadId: number): Promise<void> {
    const fresh = this.#fresh;
    const { making } = this;
    if (fresh.length === 0 || making === null) return;
    this.#fresh = [];
    if (making.project === null) await this.#addProjects(fresh, making, loadId);
    await this.trx
      .insertInto('robot')
      .values(
        fresh.map(({ robot_id, robot }) => ({
          robot_id,
          robot,
          project: making.project ?? robot,
          name: robot,
          platform: null,
          queue: robot,
          live: null,
          retired: null,
          load_id: loadId,
        })),
      )
      .execute();
  }

  async #addProjects(robots: { robot: string }[], making: NewRobots, loadId: number): Promise<void> {
    const municipality = making.municipality ?? (await this.#onlyMunicipality()) ?? NOT_SAID;
    await addMunicipalities(this.trx, [municipality]);
    await this.trx
      .insertInto('project')
      .values(
        robots.map(({ robot }) => ({
          project: robot,
          name: robot,
          municipality: municipality.municipality,
          load_id: loadId,
        })),
      )
      .onConflict((c) => c.column('project').doNothing())
      .execute();
  }

  async #onlyMunicipality() {
    const rows = await this.trx.selectFrom('municipality').selectAll().limit(2).execute();
    return rows.length === 1 ? rows[0] : undefined;
  }

  #make(code: string): number {
    if (code === '' || code.length > LONGEST_CODE || holdsCpr(code)) return 0;
    const robot_id = ++this.#last;
    this.#codes.set(code, robot_id);
    this.#fresh.push({ robot_id, robot: code });
    return robot_id;
  }
}

function evened(queue: string): string {
  return queue.trim().normalize('NFC').toLowerCase();
}
