import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../../etl/refusal.ts';
import { fold } from '../../../etl/sources/canonical/fold.ts';
import { layoutOf } from '../../../etl/sources/canonical/header.ts';
import { tableNamed, tableOfFileName, tableOfHeader } from '../../../etl/sources/canonical/identify.ts';
import { municipalityOf } from '../../../etl/sources/canonical/municipalities.ts';
import { departments } from '../../../etl/sources/canonical/tables/departments.ts';
import { TABLES } from '../../../etl/sources/canonical/tables/index.ts';
import { measurements } from '../../../etl/sources/canonical/tables/measurements.ts';
import { tablesDocument } from '../../../etl/sources/canonical/tablesDocument.ts';
import { MUNICIPALITIES } from '../../../server/domain/municipalities.ts';

test('docs/tables.md is what the definitions say: npm run docs writes it', () => {
  const path = new URL('../../../docs/tables.md', import.meta.url);
  expect(readFileSync(path, 'utf8')).toBe(tablesDocument());
});

test('no two columns of a table, no two tables and no two codes of a column share a name', () => {
  const clashes = (names: [string, string][]) => {
    const owners = new Map<string, string>();
    return names.filter(
      ([name, owner]) => (owners.get(fold(name)) ?? owner) !== owners.set(fold(name), owner).get(fold(name)),
    );
  };
  expect(
    clashes(TABLES.flatMap((t) => [t.name, ...t.danish].map((n): [string, string] => [n, t.name]))),
  ).toEqual([]);
  for (const table of TABLES) {
    const columns = Object.entries(table.columns);
    expect(
      clashes(columns.flatMap(([name, c]) => [name, ...c.danish].map((n): [string, string] => [n, name]))),
      table.name,
    ).toEqual([]);
    for (const [name, column] of columns) {
      const codes = Object.entries(column.codes ?? {});
      expect(
        clashes(codes.flatMap(([code, danish]) => [code, ...danish].map((n): [string, string] => [n, code]))),
        `${table.name}.${name}`,
      ).toEqual([]);
    }
  }
});

describe('a file’s name tells its table', () => {
  test.each([
    ['projects.csv', 'projects'],
    ['/a/b/Projekter.CSV', 'projects'],
    ['runs-2024.csv', 'runs'],
    ['runs_2024-01.csv', 'runs'],
    ['Runs (1).csv', 'runs'],
    ['kørsler januar.csv', 'runs'],
    ['koersler.csv', 'runs'],
    ['Ma\u030alinger.csv', 'measurements'],
    ['mål.csv', 'targets'],
    ['maal-2026.csv', 'targets'],
    ['målepunkter.csv', 'measures'],
    ['opfølgning.csv', 'followups'],
  ])('%s → %s', (name, table) => expect(tableOfFileName(name)?.name).toBe(table));

  test.each(['data.csv', 'runsheet.csv', 'my-runs.csv', '2024.csv'])('%s tells nothing', (name) =>
    expect(tableOfFileName(name)).toBeNull(),
  );
});

describe('a header tells its table when it fits one', () => {
  test.each(TABLES.map((table) => [table.name, table] as const))(
    '%s, by its English and Danish columns',
    (name, table) => {
      expect(tableOfHeader(Object.keys(table.columns)).name).toBe(name);
      const danish = Object.entries(table.columns).map(([column, { danish }]) => danish[0] ?? column);
      expect(tableOfHeader(danish).name).toBe(name);
    },
  );

  test.each([
    [['measure', 'due', 'value', 'nonsense']],
    [['Kode', 'Navn']],
    [['navn', 'name', 'project', 'robot']],
  ])('%j fits none', (header) => {
    expect(() => tableOfHeader(header)).toThrow(/Name the file after its table \(departments, .*runs\)/);
  });

  test('a table that is named by hand', () => {
    expect(tableNamed('Kørsler')?.name).toBe('runs');
    expect(tableNamed('uipath')).toBeNull();
  });
});

describe('headers are found however they are written', () => {
  test.each(['Overordnet afdeling', 'overordnet_afdeling', ' OVERORDNET-AFDELING ', 'OverordnetAfdeling'])(
    '%s',
    (header) => {
      expect(layoutOf(['x', header], departments).at.get('parent')).toBe(1);
    },
  );
  test.each(['måling', 'maaling', 'maling', 'MÅLING', 'ma\u030aling'])('%s', (header) => {
    expect(layoutOf([header], measurements).at.get('measure')).toBe(0);
  });
});

describe('municipalities', () => {
  test('there are 98: 29 in Hovedstaden, 17 in Sjælland, 22 in Syddanmark, 19 in Midtjylland, 11 in Nordjylland', () => {
    const codes = MUNICIPALITIES.map((m) => Number(m.municipality));
    const within = (low: number, high: number, besides: number[]) =>
      codes.filter((c) => c >= low && c <= high && !besides.includes(c)).length;
    expect(new Set(codes).size).toBe(98);
    expect(within(101, 270, [253, 259, 265, 269]) + within(400, 400, [])).toBe(29);
    expect(within(253, 269, [260]) + within(306, 390, [])).toBe(17);
    expect(within(410, 630, [615])).toBe(22);
    expect(within(615, 615, []) + within(657, 791, [773, 787])).toBe(19);
    expect(within(773, 860, [779, 791])).toBe(11);
  });

  test.each([
    ['751', '0751'],
    ['0751', '0751'],
    ['Aarhus', '0751'],
    ['Århus', '0751'],
    ['aarhus kommune', '0751'],
    ['Københavns Kommune', '0101'],
    ['Bornholms Regionskommune', '0400'],
    ['Assens Kommune', '0420'],
    ['Nordfyns', '0480'],
    ['Lyngby Taarbæk', '0173'],
    ['Region Midtjylland', 'Region Midtjylland'],
  ])('%s is %s', (cell, code) => {
    const found = municipalityOf(cell);
    expect(found instanceof Fault ? found.code : found.municipality).toBe(code);
  });

  test.each(['0752', '1', '75100'])('%s is no municipality’s code', (cell) => {
    const found = municipalityOf(cell);
    expect(found instanceof Fault && found.code).toBe('unknown-municipality');
  });
});
