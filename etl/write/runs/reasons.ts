import type { Db } from '../../../server/warehouse/schema.ts';

const IN_ONE = 1_000;

/** The warehouse's numbers of the reasons that a reader has numbered its own way. */
export class Reasons {
  /** By the reader's number; 0 is none in both. */
  readonly #ids: number[] = [0];

  private constructor(
    private readonly trx: Db,
    private readonly known: Map<string, number>,
    private last: number,
  ) {}

  static async read(trx: Db): Promise<Reasons> {
    const rows = await trx.selectFrom('reason').selectAll().execute();
    const last = rows.reduce((most, row) => Math.max(most, row.reason_id), 0);
    return new Reasons(trx, new Map(rows.map((row) => [row.reason, row.reason_id])), last);
  }

  /** Takes in the reader's new reasons, in the order of its numbers, and writes those that the warehouse lacks. */
  async add(texts: readonly string[]): Promise<void> {
    const fresh: { reason_id: number; reason: string }[] = [];
    for (const reason of texts) {
      let id = this.known.get(reason);
      if (id === undefined) {
        id = ++this.last;
        this.known.set(reason, id);
        fresh.push({ reason_id: id, reason });
      }
      this.#ids.push(id);
    }
    for (let at = 0; at < fresh.length; at += IN_ONE) {
      await this.trx
        .insertInto('reason')
        .values(fresh.slice(at, at + IN_ONE))
        .execute();
    }
  }

  /** Puts the warehouse's numbers in place of the reader's. */
  renumber(numbers: Int32Array): void {
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] ?? 0;
      if (number !== 0) numbers[i] = this.#ids[number] ?? 0;
    }
  }
}
