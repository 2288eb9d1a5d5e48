import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MappingForm } from '../../server/contract/mappings.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { gevinst, startGevinst, tempFolder, writeBundle } from '../support/gevinst.ts';
import { uploadsAt } from '../support/uploads.ts';

const folder = tempFolder();
const OWN_COLUMNS =
  'Løbenr;Færdig kl.;Hvordan gik det\n4711-1;31-01-2026 08:15;fint\n4711-2;31-01-2026 08:16;venter\n';
const MAPPING = `table: runs
statuses: { fint: success, venter: skip }
columns:
  robot: { value: R1 }
  transaction: { column: Løbenr }
  ended: { column: Færdig kl. }
  status: { column: Hvordan gik det }
`;
let server: Awaited<ReturnType<typeof startGevinst>>;
const { json, post, uploaded, outcome } = uploadsAt(() => server.url);

beforeAll(async () => {
  const db = `${folder.path}/test.db`;
  expect((await gevinst('load', writeBundle(`${folder.path}/bundle`, EXAMPLE), '--db', db)).code).toBe(0);
  server = await startGevinst(['serve', '--db', db]);
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

describe('what a file is, said in the browser', () => {
  test('a file with columns of its own is read by what is said of them, and the load goes by that name', async () => {
    const { upload } = await uploaded('sager.csv', OWN_COLUMNS);
    const ask = (body: object) => post(`/api/uploads/${upload}/mapping`, body);
    const form = MappingForm.parse(await (await ask({ file: 'sager.csv' })).json());
    expect(form).toMatchObject({ table: 'runs', content: { columns: { ended: { column: 'Færdig kl.' } } } });
    expect(JSON.stringify(form)).not.toContain('4711');
    const mapping = { name: 'sager.yaml', text: MAPPING };
    const given = MappingForm.parse(await (await ask({ file: 'sager.csv', mapping })).json());
    expect(given.content?.columns.robot).toEqual({ value: 'R1' });
    const options = { files: { 'sager.csv': { mapping } } };
    const [preview] = await outcome(upload, 'preview', options);
    expect(preview).toMatchObject({
      table: 'runs',
      source: 'sager',
      kept: 1,
      passed: { 'by-status': 1 },
      load: null,
    });
    const [loaded] = await outcome(upload, 'load', options);
    expect(loaded).toMatchObject({ source: 'sager', kept: 1 });
    expect((await json('/api/loads')).loads[0]).toMatchObject({
      file: 'sager.csv',
      source: 'sager',
      kept: 1,
    });
    expect((await ask({ file: 'other.csv' })).status).toBe(404);
  });

  test('a mapping that cannot be used is refused with what is wrong by its place, before anything is read', async () => {
    const { upload } = await uploaded('sager.csv', OWN_COLUMNS);
    const text = MAPPING.replace('value: R1', 'colum: R1').replace('table: runs', 'table: runs\ndates: X');
    const refused = await post(`/api/uploads/${upload}/preview`, {
      files: { 'sager.csv': { mapping: { name: 'sager.yaml', text } } },
    });
    const { error } = await refused.json();
    expect([refused.status, error.code]).toEqual([422, 'bad-mapping']);
    expect(error.details).toMatchObject({
      file: 'sager.csv',
      dates: expect.stringContaining('expected a format'),
    });
    expect(Object.keys(error.details)).toContain('columns.robot');
    expect(await json(`/api/uploads/${upload}`)).toMatchObject({ state: 'uploaded' });
  });

  test('times without an offset are told with their zone, and are read in the one that is said', async () => {
    const { upload } = await uploaded(
      'jobs.csv',
      'Process,State,Hostname,Started (absolute),Ended (absolute)\nR1,Successful,vm,2026-01-10 08:00:00,2026-01-10 08:05:00\n',
    );
    const [danish] = await outcome(upload, 'preview');
    expect(danish).toMatchObject({ localTimes: 'Europe/Copenhagen' });
    const [said] = await outcome(upload, 'preview', { files: { 'jobs.csv': { zone: 'America/Nuuk' } } });
    expect(said).toMatchObject({ localTimes: 'America/Nuuk', kept: danish?.kept });
    expect(
      (await post(`/api/uploads/${upload}/preview`, { files: { 'jobs.csv': { zone: 'Mars/Base' } } })).status,
    ).toBe(400);
  });

  test('files that are said to be different things see each other in a preview', async () => {
    const { upload } = await uploaded('egen.csv', OWN_COLUMNS);
    await uploaded('projects.csv', 'project;name;municipality\nNY;Nyt;Vejle', upload);
    await uploaded('robots.csv', 'robot;project;name\nR7;NY;Ny robot', upload);
    const text = MAPPING.replace('value: R1', 'value: R7');
    const files = await outcome(upload, 'preview', {
      files: { 'egen.csv': { mapping: { name: 'egen.yaml', text } } },
    });
    expect(files.map(({ file, kept, refused }) => [file, kept, refused])).toEqual([
      ['projects.csv', 1, 0],
      ['robots.csv', 1, 0],
      ['egen.csv', 1, 0],
    ]);
  });
});
