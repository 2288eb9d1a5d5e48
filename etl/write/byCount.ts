import type { CompiledQuery, QueryResult, RawBuilder } from 'kysely';
import type { Db } from '../../server/warehouse/schema.ts';

/** A statement over a number of rows, compiled once for each number and run with ever new parameters. */
export class ByCount<R> {
  readonly #compiled = new Map<number, CompiledQuery<R>>();

  /** @param build the statement for a number of rows, with any values in the places of its parameters */
  constructor(
    private readonly db: Db,
    private readonly build: (count: number) => RawBuilder<R>,
  ) {}

  /** @param parameters all of the statement's, in its order */
  async run(count: number, parameters: readonly unknown[]): Promise<QueryResult<R>> {
    let compiled = this.#compiled.get(count);
    if (!compiled) {
      compiled = this.build(count).compile(this.db);
      this.#compiled.set(count, compiled);
    }
    return this.db.executeQuery({ ...compiled, parameters });
  }
}
