import { GevinstError } from '../../server/errors.ts';
import { holdsCpr, maskUncounted } from '../../server/privacy.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { addMunicipalities } from './municipalities.ts';

/** Where a robot that is made belongs. */
interface Home {
  /** Its project; one of its own, of the same name, when it is null. */
  project: string | null;
  /** Of a project that is made; the warehouse's only one when it is null. */
  municipality: { municipality: string; name: string } | null;
}

/** What becomes of names that no robot has. */
export interface NewRobots extends Home {
  /** Whether a robot is made for each of them; else only for those that are said. */
  all: boolean;
  /** What single ones are, by their names as they are shown: another robot's code, or one to be made there. */
  queues: ReadonlyMap<string, Home & { robot: string | null }>;
}

interface Fresh extends Home {
  robot_id: number;
  robot: string;
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
  #fresh: Fresh[] = [];

  private constructor(
    private readonly trx: Db,
    private readonly making: NewRobots | null,
    private readonly byQueue: boolean,
  ) {}

  /** @param byQueue whether a row may name a robot by its queue */
  static async read(trx: Db, making: NewRobots | null, byQueue: boolean): Promise<Robots> {
    const robots = new Robots(trx, making, byQueue);
    if (making) await requireProjects(trx, making);
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
    const known = this.known(name);
    if (known !== 0) return known;
    const code = name.trim().normalize('NFC');
    const found = this.making === null ? 0 : this.#said(code, this.making);
    if (found === 0) this.addUnknown(code, 1);
    return found;
  }

  /** The robot that a name was said to be, or one that is made for it; 0 for neither. */
  #said(code: string, making: NewRobots): number {
    const said = making.queues.size === 0 ? undefined : making.queues.get(maskUncounted(code));
    if (said?.robot == null) return said || making.all ? this.#make(code, said ?? making) : 0;
    const robot = this.#codes.get(said.robot) ?? 0;
    if (robot !== 0) this.#codes.set(code, robot);
    return robot;
  }

  /** As `find`, of the robots that there are: none is made, and nothing is noted. */
  known(name: string): number {
    const code = name.trim().normalize('NFC');
    return this.#codes.get(code) ?? (this.byQueue ? this.#queues.get(evened(code)) : undefined) ?? 0;
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
    if (fresh.length === 0) return;
    this.#fresh = [];
    const alone = fresh.filter(({ project }) => project === null);
    if (alone.length > 0) await this.#addProjects(alone, loadId);
    await this.trx
      .insertInto('robot')
      .values(
        fresh.map(({ robot_id, robot, project }) => ({
          robot_id,
          robot,
          project: project ?? robot,
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

  async #addProjects(robots: readonly Fresh[], loadId: number): Promise<void> {
    const only = (await this.#onlyMunicipality()) ?? NOT_SAID;
    await addMunicipalities(
      this.trx,
      robots.map(({ municipality }) => municipality ?? only),
    );
    await this.trx
      .insertInto('project')
      .values(
        robots.map(({ robot, municipality }) => ({
          project: robot,
          name: robot,
          municipality: (municipality ?? only).municipality,
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

  #make(code: string, { project, municipality }: Home): number {
    if (code === '' || code.length > LONGEST_CODE || holdsCpr(code)) return 0;
    const robot_id = ++this.#last;
    this.#codes.set(code, robot_id);
    this.#fresh.push({ robot_id, robot: code, project, municipality });
    return robot_id;
  }
}

/** @throws GevinstError `bad-parameter` when one of the projects is not there */
async function requireProjects(trx: Db, { project, queues }: NewRobots): Promise<void> {
  const named = [project, ...[...queues.values()].map((said) => said.project)].filter((one) => one !== null);
  if (named.length === 0) return;
  const rows = await trx.selectFrom('project').select('project').where('project', 'in', named).execute();
  const lacking = named.find((one) => !rows.some((row) => row.project === one));
  if (lacking === undefined) return;
  throw new GevinstError(
    'bad-parameter',
    `There is no project “${maskUncounted(lacking)}” to make robots in.`,
  );
}

function evened(queue: string): string {
  return queue.trim().normalize('NFC').toLowerCase();
}
