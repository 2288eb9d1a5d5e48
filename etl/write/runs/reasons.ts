import type { Db } from '../../../server/warehouse/schema.ts';
import { maskCpr } from '../../privacy.ts';
import { ownCopy } from '../../readers/rows.ts';
import { shortened } from '../../refusal.ts';

const LONGEST = 400;
const MOST_REMEMBERED = 20_000;
const IN_ONE = 1_000;

/** Numbers the reasons of runs, each distinct text once, with personal numbers masked. */
export class Reasons {
  /** Numbers by the text as it stands in the file, so that most runs need no masking. */
  readonly #written = new Map<string, number>();
  #fresh: { reason_id: number; reason: string }[] = [];

  private constructor(
    readonly known: Map<string, number>,
    private last: number,
  ) {}

  static async read(db: Db): Promise<Reasons> {
    const rows = await db.selectFrom('reason').selectAll().execute();
    const last = rows.reduce((most, row) => Math.max(most, row.reason_id), 0);
    return new Reasons(new Map(rows.map((row) => [row.reason, row.reason_id])), last);
  }

  /** The number of a reason; 0 for a blank one. */
  id(cell: string): number {
    const remembered = this.#written.get(cell);
    if (remembered !== undefined) return remembered;
    const own = ownCopy(cell);
    const reason = shortened(maskCpr(own.trim()), LONGEST);
    const id = reason === '' ? 0 : (this.known.get(reason) ?? this.#add(reason));
    if (this.#written.size >= MOST_REMEMBERED) this.#written.clear();
    this.#written.set(own, id);
    return id;
  }

  #add(reason: string): number {
    this.last++;
    this.known.set(reason, this.last);
    this.#fresh.push({ reason_id: this.last, reason });
    return this.last;
  }

  async write(trx: Db): Promise<void> {
    for (let at = 0; at < this.#fresh.length; at += IN_ONE) {
      await trx
        .insertInto('reason')
        .values(this.#fresh.slice(at, at + IN_ONE))
        .execute();
    }
    this.#fresh = [];
  }
}
