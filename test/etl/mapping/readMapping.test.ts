import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readMapping } from '../../../etl/sources/mapping/readMapping.ts';
import { tempFolder } from '../../support/gevinst.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

function written(text: string, name = 'own.yaml'): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}

const read = (text: string, name?: string) => readMapping(written(text, name));

async function faultsOf(text: string): Promise<string> {
  const error = await read(text).then(
    () => null,
    (thrown: Error & { code?: string }) => thrown,
  );
  expect(error).toMatchObject({ code: 'bad-mapping' });
  return error?.message ?? '';
}

const RUNS = `table: runs
columns:
  robot: { value: R1 }
  transaction: { column: Sagsnr. }
  ended: { columns: [Dato, Tid] }
  status: { column: Resultat }
`;

describe('a mapping file', () => {
  test('is named after its file, or as it says', async () => {
    expect((await read(RUNS, 'captia.yaml')).name).toBe('captia');
    expect((await read(RUNS, 'captia.map.yml')).name).toBe('captia');
    expect((await read(`name: Captia\n${RUNS}`)).name).toBe('Captia');
  });

  test('may be JSON', async () => {
    const json = {
      table: 'risks',
      columns: {
        project: { column: 'P' },
        risk: { column: 'R' },
        probability: { value: 50 },
        consequence_kr: { column: 'K' },
      },
    };
    const mapping = await read(JSON.stringify(json), 'risks.json');
    expect(mapping).toMatchObject({ name: 'risks', table: { name: 'risks' }, part: null, separator: null });
    expect(mapping.origins.get('probability')).toEqual({ value: '50' });
  });

  test('keeps values as they are written: codes keep their zeros', async () => {
    const mapping = await read(RUNS.replace('R1', '0751'));
    expect(mapping.origins.get('robot')).toEqual({ value: '0751' });
  });

  test('may be Windows-1252, as old editors save it', async () => {
    const path = written('');
    writeFileSync(path, Buffer.from(RUNS.replace('Sagsnr.', 'Kørsel'), 'latin1'));
    expect((await readMapping(path)).origins.get('transaction')).toEqual({ column: 'Kørsel' });
  });

  test('says the columns in the table’s order, whatever its own', async () => {
    const mapping = await read(`${RUNS}  started: { column: Start }\n`);
    expect([...mapping.origins.keys()]).toEqual(['robot', 'transaction', 'started', 'ended', 'status']);
  });

  test('may say separator, zone, decimal sign, dates, sheet, words and filters', async () => {
    const mapping = await read(`${RUNS}
separator: tab
zone: UTC
decimal: ","
dates: d/M/yyyy
sheet: Ark1
statuses: { Færdig: success, "": skip, 200: success }
codes: { robot: { Kø A: R1 } }
where:
  - { column: Type, equals: [A, B] }
  - { column: Test, not: ja }
`);
    expect(mapping).toMatchObject({
      separator: '\t',
      decimal: ',',
      part: 'Ark1',
      statuses: { Færdig: 'success', '': 'skip', '200': 'success' },
      filters: [
        { column: 'Type', texts: ['A', 'B'], keeps: true },
        { column: 'Test', texts: ['ja'], keeps: false },
      ],
    });
    expect(mapping.dates?.format).toBe('d/M/yyyy');
    expect(mapping.codes.get('robot')).toEqual({ 'Kø A': 'R1' });
  });
});

describe('a fault is told with its line, its path and what was expected', () => {
  test('a name that is not known, with the one that was meant', async () => {
    expect(await faultsOf(RUNS.replace('{ column: Resultat }', '{ colum: Resultat }'))).toContain(
      '\n  Line 6, columns.status.colum: there is no colum here. Did you mean column?',
    );
    expect(await faultsOf(`separater: tab\n${RUNS}`)).toContain(
      '\n  Line 1, separater: there is no separater here. Did you mean separator?',
    );
    expect(await faultsOf(`${RUNS}  stared: { column: A }\n`)).toContain(
      'Line 7, columns.stared: there is no stared here. Did you mean started?',
    );
  });

  test('a table that there is not, or none', async () => {
    expect(await faultsOf(RUNS.replace('runs', 'run'))).toMatch(
      /Line 1, table: expected one of departments, .*, runs; it is “run”. Did you mean runs\?/,
    );
    expect(await faultsOf('columns: {}\n')).toMatch(/Line 1, table: expected one of .*; it is not there\./);
  });

  test('a required column that is lacking', async () => {
    expect(await faultsOf(RUNS.replace(/ {2}robot.*\n/, ''))).toBe(
      'own.yaml cannot be used as a mapping:\n  Line 2, columns.robot: expected names with values; it is not there.',
    );
  });

  test('a column from nowhere, or from two places', async () => {
    const expected = 'columns.robot: expected one of column, columns and value.';
    expect(await faultsOf(RUNS.replace('{ value: R1 }', '{}'))).toContain(expected);
    expect(await faultsOf(RUNS.replace('{ value: R1 }', '{ value: R1, column: A }'))).toContain(expected);
  });

  test('a value that is none of those there are', async () => {
    expect(await faultsOf(`${RUNS}statuses:\n  OK: sucess\n`)).toContain(
      'Line 8, statuses.OK: expected one of success, business_exception, system_exception, abandoned, skip; it is “sucess”. Did you mean success?',
    );
    expect(await faultsOf(`${RUNS}decimal: komma\n`)).toContain(
      'Line 7, decimal: expected one of ,, .; it is “komma”.',
    );
  });

  test('statuses where the table has none of a run', async () => {
    expect(
      await faultsOf(
        'table: links\nstatuses: { a: success }\ncolumns: { from: { value: a }, to: { value: b } }\n',
      ),
    ).toContain('Line 2, statuses: there is no statuses here.');
  });

  test('a zone, a date format and a time that there are not', async () => {
    const faults = await faultsOf(
      `zone: Danmark\ndates: mm/dd\n${RUNS.replace('Tid]', 'Tid], time: 25:00')}where: [{ column: A }]\n`,
    );
    expect(faults).toContain(
      'Line 1, zone: expected a time zone such as Europe/Copenhagen or UTC; it is “Danmark”.',
    );
    expect(faults).toContain(
      'Line 2, dates: expected a format such as dd-MM-yyyy HH:mm or M/d/yyyy h:mm a; it is “mm/dd”.',
    );
    expect(faults).toContain(
      'Line 7, columns.ended.time: expected a time of day such as "12:00"; it is “25:00”.',
    );
    expect(faults).toContain('Line 9, where.0: expected one of equals and not.');
  });

  test('text that is no YAML, and YAML that is no mapping', async () => {
    expect(await faultsOf('table: runs\n  columns: [\n')).toMatch(/\n {2}Line 1: Nested mappings/);
    expect(await faultsOf('- a\n- b\n')).toContain('Line 1: expected names with values');
    expect(await faultsOf('')).toContain('Line 1: expected names with values');
    expect(await faultsOf('table: runs\ntable: runs\n')).toContain('Line 2: Map keys must be unique');
  });

  test('text that would grow without end', async () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      lines.push(
        `${'abcdefghij'[i]}: &${'abcdefghij'[i]} [${Array(9)
          .fill(`*${'abcdefghij'[i - 1]}`)
          .join(', ')}]`,
      );
    expect(await faultsOf(lines.join('\n'))).toMatch(/alias/i);
  });

  test('a file that is not there', async () => {
    await expect(readMapping(join(folder.path, 'none.yaml'))).rejects.toThrow(
      /Cannot read the mapping .*none\.yaml: It is not there\./,
    );
  });

  test('never with a personal number', async () => {
    expect(await faultsOf(`decimal: "010180-1234"\n${RUNS}`)).toContain('it is “XXXXXX-XXXX”');
  });
});
