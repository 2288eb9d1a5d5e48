import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { mappingForm } from '../../../etl/sources/mapping/propose/form.ts';
import { MappingForm } from '../../../server/contract/mappings.ts';
import { tempFolder } from '../../support/gevinst.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

function written(name: string, lines: readonly string[]): string {
  const path = join(folder.path, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const LOG = written('sager.csv', [
  'Sagsnr.;Dato;Starttid;Sluttid;Resultat;Kønavn;Borger',
  '4711-1;31-03-2026;08:15;08:16;Færdig;Bolig;010190-1234',
  '4711-2;31-03-2026;08:17;08:19;Parkeret;Bolig;Anna 0101901234',
  '4711-3;01-04-2026;08:20;08:21;;Bolig;',
]);

describe('the form for a file with columns of its own', () => {
  test('has its columns, a proposal, and what the proposal is unsure of', async () => {
    const form = await mappingForm(LOG, {}, null);
    expect(MappingForm.parse(form)).toEqual(form);
    expect(form).toMatchObject({ file: 'sager.csv', parts: [], part: null, rows: 3, table: 'runs' });
    expect(form.content).toEqual({
      table: 'runs',
      statuses: { Færdig: 'success', Parkeret: 'skip', '': 'skip' },
      columns: {
        robot: { column: 'Kønavn' },
        transaction: { column: 'Sagsnr.' },
        started: { columns: ['Dato', 'Starttid'] },
        ended: { columns: ['Dato', 'Sluttid'] },
        status: { column: 'Resultat' },
      },
    });
    expect(form.guesses).toEqual(['statuses.Parkeret', 'statuses.']);
    expect(form.needs.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'robot',
      'transaction',
      'ended',
      'status',
    ]);
  });

  test('shows words with what they mean, and counts what is empty', async () => {
    const { columns } = await mappingForm(LOG, {}, null);
    expect(columns.find(({ name }) => name === 'Resultat')?.words).toEqual([
      { word: 'Færdig', rows: 1, means: 'success' },
      { word: 'Parkeret', rows: 1, means: null },
      { word: '', rows: 1, means: null },
    ]);
  });

  test('has no personal number and no whole id of a transaction', async () => {
    const form = await mappingForm(LOG, {}, null);
    expect(form.columns.find(({ name }) => name === 'Borger')?.cells).toEqual([
      'XXXXXX-XXXX',
      'Anna XXXXXX-XXXX',
      '',
    ]);
    expect(form.columns.find(({ name }) => name === 'Sagsnr.')).toMatchObject({
      cells: ['47…', '47…', '47…'],
      words: null,
    });
    expect(JSON.stringify(form)).not.toMatch(/4711|0101901234|010190-1234/);
  });

  test('may lack what nothing in the file can be: the user says it', async () => {
    const path = written('noter.csv', ['Navn;Udfald', 'a;ok', 'b;ok']);
    const form = await mappingForm(path, { table: 'runs' }, null);
    expect(form.content?.columns.ended).toBeUndefined();
    expect(form.table).toBe('runs');
  });

  test('has no proposal for a file like no table, and one once the table is said', async () => {
    const path = written('hvad.csv', ['a;b', '1;2', '3;4']);
    expect(await mappingForm(path, {}, null)).toMatchObject({ table: null, content: null, needs: [] });
    const said = await mappingForm(path, { table: 'costs' }, null);
    expect(said.content?.table).toBe('costs');
    expect(said.needs.find(({ name }) => name === 'category')?.codes?.length).toBeGreaterThan(5);
    await expect(mappingForm(path, { table: 'nothing' }, null)).rejects.toMatchObject({
      code: 'unknown-table',
    });
  });

  test('shows a mapping that was made before as it is, and begins afresh for another table', async () => {
    const given = {
      table: 'runs',
      where: [{ column: 'Kønavn', equals: 'Bolig' }],
      columns: { robot: { value: 'R1' } },
    };
    expect(await mappingForm(LOG, {}, given)).toMatchObject({ content: given, guesses: [] });
    const loosely = {
      ...given,
      columns: { robot: { column: ' kønavn' }, ended: { columns: ['DATO', 'Ur'] } },
    };
    expect((await mappingForm(LOG, {}, loosely)).content?.columns).toEqual({
      robot: { column: 'Kønavn' },
      ended: { columns: ['Dato', 'Ur'] },
    });
    const other = await mappingForm(LOG, { table: 'costs' }, given);
    expect(other.content).toMatchObject({ table: 'costs' });
  });
});
