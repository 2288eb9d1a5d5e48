import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { engines, type TestWarehouse } from '../support/databases.ts';
import { fixture, LOADED } from './support.ts';

interface ExpectedOk {
  files: { file: string; table: string; read: number; kept: number; duplicate: number; refused: number }[];
  /** Rows of the warehouse, with the columns that are told. */
  stored: Record<string, Record<string, string | number | null>[]>;
}

interface ExpectedBad {
  table: string | null;
  status: 'loaded' | 'failed';
  error?: string;
  kept?: number;
  duplicate?: number;
  refusals?: { line: number; column: string | null; value: string | null; code: string }[];
}

const read = <T>(path: string): T => JSON.parse(readFileSync(fixture(path), 'utf8'));
const namesIn = (folder: string) => readdirSync(fixture(folder)).map((name) => name.normalize('NFC'));

describe.each(engines)('on $name', ({ open }) => {
  let warehouse: TestWarehouse;
  beforeEach(async () => {
    warehouse = await open();
  });
  afterEach(() => warehouse.close());

  describe('every folder of fixtures/ok loads as it says', () => {
    test.each(namesIn('ok'))('%s', async (folder) => {
      const expected = read<ExpectedOk>(`ok/${folder}/expected.json`);
      const result = await loadPaths(warehouse.db, [fixture(`ok/${folder}`)], LOADED);
      expect(result.skipped).toEqual([]);
      expect(result.files).toHaveLength(expected.files.length);
      for (const file of expected.files) {
        expect(result.files).toContainEqual(
          expect.objectContaining({ ...file, status: 'loaded', refusals: [], ignored: [] }),
        );
      }
      for (const [table, rows] of Object.entries(expected.stored)) {
        expect(await stored(table), table).toMatchObject(rows);
      }
    });
  });

  describe('every file of fixtures/bad gives the outcome it says', () => {
    const expected = read<Record<string, ExpectedBad>>('bad/expected.json');
    test('each file has its outcome', () => {
      const files = namesIn('bad').filter((name) => name !== 'expected.json');
      expect(files.sort()).toEqual(Object.keys(expected).sort());
    });

    test.each(Object.entries(expected))('%s', async (name, { refusals, ...outcome }) => {
      await loadPaths(warehouse.db, [fixture('ok/minimal')], LOADED);
      const { files } = await loadPaths(warehouse.db, [fixture(`bad/${name}`)], LOADED);
      expect(files).toHaveLength(1);
      const [file] = files;
      expect(file).toMatchObject({ file: name, ...outcome, refused: refusals?.length ?? 0 });
      expect(file?.refusals.map(({ expected: _, ...refusal }) => refusal)).toEqual(refusals ?? []);
      for (const refusal of file?.refusals ?? []) expect(refusal.expected).not.toBe('');
      const [load] = await warehouse.db
        .selectFrom('load')
        .selectAll()
        .orderBy('load_id', 'desc')
        .limit(1)
        .execute();
      expect(load).toMatchObject({
        file: name,
        source: outcome.table ?? 'unknown',
        status: outcome.status,
        rows_refused: refusals?.length ?? 0,
        error: outcome.error ?? null,
      });
    });
  });

  /** A table's rows in the order of their own text, runs by when they ended. */
  async function stored(table: string): Promise<Record<string, unknown>[]> {
    const columns =
      table === 'run' ? sql`started, ended, status, items, seconds, reason_id, load_id` : sql`*`;
    const order = table === 'run' ? sql`ended, robot_id` : sql`1`;
    const { rows } = await sql<Record<string, unknown>>`
      select ${columns} from ${sql.table(table)} order by ${order}`.execute(warehouse.db);
    const text = (row: Record<string, unknown>) => JSON.stringify({ ...row, load_id: undefined });
    return table === 'run' ? rows : rows.sort((a, b) => (text(a) < text(b) ? -1 : 1));
  }
});
