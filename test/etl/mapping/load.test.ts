import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../../etl/load.ts';
import { Zone } from '../../../etl/time/zone.ts';
import { engines } from '../../support/databases.ts';
import { tempFolder, writeBundle } from '../../support/gevinst.ts';
import { LOADED } from '../support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

function written(name: string, text: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}

const BUNDLE = writeBundle(join(folder.path, 'bundle'), {
  projects: 'project;name;municipality\nP1;Housing;Vejle',
  robots: 'robot;project;name;queue\nR1;P1;Housing;Boligstøtte',
});

describe.each(engines)('loading by a mapping ($name)', ({ open }) => {
  test('keeps the runs of a robot, named by its queue or its code, and tells refusals by the file’s own columns', async () => {
    const mapping = written(
      'sager.yaml',
      `table: runs
statuses: { Færdig: success, Fejlet: system_exception, I gang: skip }
columns:
  robot: { column: Kø }
  transaction: { column: "Sagsnr." }
  ended: { columns: [Dato, Tid] }
  status: { column: Resultat }
`,
    );
    const file = written(
      'sager.csv',
      `Sagsnr.;Dato;Tid;Resultat;Kø
1;31-03-2025;08:16;Færdig;Boligstøtte
2;31-03-2025;08:19;Fejlet;R1
3;31-03-2025;;I gang;Boligstøtte
4;31-03-2025;25:00;Færdig;Boligstøtte
5;31-03-2025;08:20;Parkeret;Boligstøtte
`,
    );
    const { db, close } = await open();
    await loadPaths(db, [BUNDLE], LOADED);
    const { files } = await loadPaths(db, [file], { ...LOADED, source: mapping });
    expect(files).toMatchObject([{ table: 'runs', source: 'sager', status: 'loaded', kept: 2, refused: 2 }]);
    expect(files[0]?.refusals).toMatchObject([
      { line: 5, column: 'Dato + Tid', value: '31-03-2025 25:00', code: 'not-an-instant' },
      { line: 6, column: 'Resultat', value: 'Parkeret', code: 'unknown-code' },
    ]);
    await close();
  });

  test('keeps the rows of any table, and again changes nothing', async () => {
    const mapping = written(
      'bilag.yaml',
      `name: Bilag
table: costs
dates: M/d/yyyy
codes: { category: { Løn: project_resources, "": other } }
columns:
  project: { value: P1 }
  from: { column: Date }
  per: { value: once }
  amount_kr: { column: Amount }
  category: { column: Account }
  basis: { value: actual }
`,
    );
    const file = written('bilag.csv', 'Date,Amount,Account\n3/31/2025,1234.50,Løn\n4/1/2025,10,\n');
    const { db, close } = await open();
    await loadPaths(db, [BUNDLE], LOADED);
    const first = await loadPaths(db, [file], { ...LOADED, source: mapping });
    expect(first.files).toMatchObject([{ table: 'costs', source: 'Bilag', kept: 2, refused: 0 }]);
    const costs = await db
      .selectFrom('cost')
      .select(['from_day', 'amount_oere', 'category'])
      .orderBy('from_day')
      .execute();
    expect(costs).toEqual([
      { from_day: '2025-03-31', amount_oere: 123_450, category: 'project_resources' },
      { from_day: '2025-04-01', amount_oere: 1_000, category: 'other' },
    ]);
    const again = await loadPaths(db, [file], { ...LOADED, source: mapping });
    expect(again).toMatchObject({ kept: 0, duplicate: 2 });
    await close();
  });

  test('reads a file anew when its mapping has changed', async () => {
    const text = `table: costs
columns:
  project: { value: P1 }
  from: { column: Dato }
  per: { value: once }
  amount_kr: { column: Pris }
  category: { value: other }
  basis: { value: actual }
`;
    const file = written('pris.csv', 'Dato;Pris;Moms\n31-03-2025;100;25\n');
    const { db, close } = await open();
    await loadPaths(db, [BUNDLE], LOADED);
    await loadPaths(db, [file], { ...LOADED, source: written('pris.yaml', text) });
    const changed = written('pris.yaml', text.replace('Pris', 'Moms'));
    expect(await loadPaths(db, [file], { ...LOADED, source: changed })).toMatchObject({
      kept: 1,
      duplicate: 0,
    });
    await close();
  });

  test('tells how many rows it left out, and reads times in the zone of the load', async () => {
    const mapping = written(
      'udenlandsk.yaml',
      `table: runs
statuses: { I gang: skip }
where: [{ column: Type, not: Test }]
columns:
  robot: { value: R1 }
  transaction: { column: Sag }
  ended: { column: Slut }
  status: { column: Status }
`,
    );
    const file = written(
      'udenlandsk.csv',
      'Sag;Slut;Status;Type\n1;2025-03-31 08:00;ok;A\n2;2025-03-31 08:00;I gang;A\n3;2025-03-31 08:00;ok;test\n',
    );
    const { db, close } = await open();
    await loadPaths(db, [BUNDLE], LOADED);
    const { files } = await loadPaths(db, [file], { ...LOADED, source: mapping, zone: new Zone('UTC') });
    expect(files).toMatchObject([
      {
        read: 3,
        kept: 1,
        passed: { 'by-where': 1, 'by-status': 1 },
        told: [],
        localTimes: 'UTC',
      },
    ]);
    const run = await db.selectFrom('run').select('ended').executeTakeFirst();
    expect(run).toMatchObject({ ended: Date.UTC(2025, 2, 31, 8) / 1000 });
    await close();
  });
});
