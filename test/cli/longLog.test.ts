import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { gevinst, tempFolder, writeBundle } from '../support/gevinst.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const DIMENSIONS = writeBundle(join(folder.path, 'bundle'), {
  projects: 'project;name;municipality\nP1;Et;Vejle',
  robots: `robot;project;name\n${Array.from({ length: 30 }, (_, i) => `R${i};P1;Robot`).join('\n')}`,
});
const LINES = 700_000;

/** More than one batch of runs: with others' states later, refusals, quotes, personal numbers and unknown robots. */
function log(): string {
  const lines = ['robot;transaction;started;ended;status;items;reason'];
  for (let i = 0; i < LINES; i++) {
    const id = i % 50 === 49 ? i - 40 : i;
    const day = String(1 + (i % 28)).padStart(2, '0');
    const month = String(1 + (Math.floor(i / 70_000) % 10)).padStart(2, '0');
    const robot = i % 10_000 === 17 ? 'R99' : `R${id % 30}`;
    const status = i % 9_000 === 8 ? 'måske' : i % 7 === 0 ? 'business_exception' : 'success';
    const reason = i % 7 === 0 ? (i % 700 === 0 ? '"Sag 010190-1234; \nlukket"' : `Bilag ${i % 40}`) : '';
    lines.push(
      `${robot};${id};2024-${month}-${day}T08:00:00;2024-${month}-${day}T08:00:${10 + (i % 50)};${status};1;${reason}`,
    );
  }
  return lines.join('\r\n');
}

async function figuresOf(path: string) {
  const db = await openWarehouse(path);
  const rows = async (query: string) => (await sql.raw(query).execute(db)).rows;
  const figures = {
    load: await rows(
      'select rows_read, rows_kept, rows_duplicate, rows_refused, masked from load order by load_id',
    ),
    refusals: await rows('select line, column_name, value, code from refusal order by line'),
    months: await rows('select * from run_month order by 1, 2, 3'),
    days: await rows('select * from run_day order by 1, 2, 3'),
    reasons: await rows(
      'select reason, count(*) as runs, sum(ended) as ended from run join reason using (reason_id) group by 1 order by 1',
    ),
    unique: await rows('select count(*) as runs from (select distinct robot_id, run_key from run)'),
    all: await rows('select count(*) as runs from run'),
  };
  await db.destroy();
  return figures;
}

test('a long log is read ahead in a thread of its own, to the same figures as without', async () => {
  const path = join(folder.path, 'runs.csv');
  writeFileSync(path, log());
  const built = join(folder.path, 'built.db');
  expect((await gevinst('load', DIMENSIONS, '--db', built)).code).toBe(0);
  const loaded = await gevinst('load', path, '--db', built, '--json');
  expect(loaded.code).toBe(2);
  expect(JSON.parse(loaded.stdout).files[0].unknownQueues).toEqual([{ queue: 'R99', rows: LINES / 10_000 }]);

  const here = join(folder.path, 'here.db');
  const db = await openWarehouse(here, { create: true });
  await loadPaths(db, [DIMENSIONS], { by: 'test' });
  await loadPaths(db, [path], { by: 'test' });
  await db.destroy();

  const figures = await figuresOf(built);
  expect(figures).toEqual(await figuresOf(here));
  expect(figures.unique).toEqual(figures.all);
  expect(figures.refusals).not.toEqual([]);
});
