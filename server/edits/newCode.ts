import { sql } from 'kysely';
import type { Trx } from '../warehouse/schema.ts';

const LONGEST = 60;

/**
 * A code made of a title: `Kortere sagsbehandling` → `kortere-sagsbehandling`, then `…-2`. It was not used before in its
 * table; that of a project or a benefit nor for anything else on a map, where codes and texts must tell boxes apart, nor
 * for a benefit that is gone, whose card and history would be taken for the new one's.
 */
export async function newCode(
  trx: Trx,
  table: 'project' | 'benefit' | 'measure' | 'department',
  title: string,
): Promise<string> {
  const wanted = slug(title) || table;
  const own = sql`select ${sql.ref(table)} as code from ${sql.table(table)}`;
  const onMaps = table === 'project' || table === 'benefit';
  const { rows } = await sql<{ code: string }>`${onMaps ? USED_ON_MAPS : own}`.execute(trx);
  const taken = new Set(rows.map(({ code }) => code.toLowerCase()));
  for (let number = 1; ; number++) {
    const code = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(code)) return code;
  }
}

const USED_ON_MAPS = sql`
  select project as code from project
  union select robot from robot
  union select benefit from benefit
  union select benefit from benefit_card
  union select subject_key from change where subject = 'benefit'
  union select from_node from link
  union select to_node from link
  union select node from map_node`;

const SPELT: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa' };

function slug(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/[æøå]/g, (letter) => SPELT[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  return plain
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
}
