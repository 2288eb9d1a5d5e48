import { type RawBuilder, sql } from 'kysely';
import { RUN_STATUS } from '../warehouse/status.ts';

/** A rollup's column where the outcome is success, else 0: only success frees time. */
export function successOnly(column: 'runs' | 'items'): RawBuilder<number> {
  return sql<number>`case when status = ${sql.lit(RUN_STATUS.success)} then ${sql.ref(column)} else 0 end`;
}
