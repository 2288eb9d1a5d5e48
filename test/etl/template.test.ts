import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTemplate } from '../../etl/commands/template.ts';
import { loadPaths } from '../../etl/load.ts';
import { openFile } from '../../etl/openFile.ts';
import { partsOf } from '../../etl/readers/parts.ts';
import { layoutOf } from '../../etl/sources/canonical/header.ts';
import { TABLES } from '../../etl/sources/canonical/tables/index.ts';
import { GUIDE } from '../../etl/template/guide.ts';
import { templateSheets } from '../../etl/template/sheets.ts';
import { writeTemplate } from '../../etl/template/writeTemplate.ts';
import { engines } from '../support/databases.ts';
import { tempFolder } from '../support/gevinst.ts';
import { sheetPaths, typeInto, workbookFiles } from './mapping/workbook.ts';
import { LOADED } from './support.ts';

const folder = tempFolder();
const path = join(folder.path, 'gevinster.xlsx');
beforeAll(() => writeTemplate(path));
afterAll(() => folder.remove());

const sheets = templateSheets();

describe('the template', () => {
  test('has a guide, the two forms, a sheet for each table, and an example', async () => {
    const names = [...sheetPaths(await workbookFiles(path)).keys()];
    expect(names).toEqual(['Vejledning', ...sheets.map(({ name }) => name), 'Eksempel']);
    expect(names.slice(1, 4)).toEqual(['Før-måling', 'Efter-måling', 'Afdelinger']);
    expect(sheets).toHaveLength(TABLES.length + 2);
  });

  test('has headers that each table knows, and all that it requires', () => {
    for (const { table, columns } of sheets) {
      const layout = layoutOf(
        columns.map(({ header }) => `${header} *`),
        table,
      );
      expect(layout).toMatchObject({ missing: [], ignored: [], twice: null });
    }
  });

  test('says in Danish what every column is, with an example of each that must be filled in', () => {
    for (const { name, columns } of TABLES) {
      const guide = GUIDE[name];
      expect(Object.keys(guide?.columns ?? {})).toEqual(Object.keys(columns));
      for (const [column, { required }] of Object.entries(columns)) {
        const [what, example] = guide?.columns[column] ?? ['', ''];
        expect(what).toMatch(/^\p{Lu}.*[.?]$/u);
        if (required) expect(example).not.toBe('');
      }
    }
  });
});

describe('as a spreadsheet reads it', () => {
  async function sheet(name: string): Promise<string> {
    const files = await workbookFiles(path);
    return files.get(sheetPaths(files).get(name) ?? '') ?? '';
  }

  test('codes have a list of their Danish names to choose from', async () => {
    expect(await sheet('Projekter')).toContain(
      '<formula1>"Indsendt,Screening,Prioriteret,Sign-in,Analyse,Udvikling,Hypercare,Sign-off,Drift,Udfaset"</formula1>',
    );
    expect(await sheet('Gevinster')).toContain('<formula1>"Ja,Nej"</formula1>');
  });

  test('no list is longer than a spreadsheet takes', () => {
    for (const { columns } of sheets) {
      for (const { choices } of columns) expect(choices.join(',').length).toBeLessThan(255);
    }
  });

  test('codes of other sheets are offered, and others may be typed', async () => {
    const [found] =
      /<dataValidation sqref="A2:A2000".*?<\/dataValidation>/.exec(await sheet('Målinger')) ?? [];
    expect(found).toContain("<formula1>'Indikatorer'!$A$2:$A$2000</formula1>");
    expect(found).not.toContain('showErrorMessage');
  });

  test('the header stands still, and required columns are marked', async () => {
    expect(await sheet('Satser')).toContain('<pane ySplit="1" xSplit="0" topLeftCell="A2"');
    const strings = (await workbookFiles(path)).get('xl/sharedStrings.xml') ?? '';
    expect(strings).toContain('>Timepris *<');
    expect(strings).toContain('>Kilde<');
  });

  test('codes stay as they are typed, and days and amounts have their formats', async () => {
    const styles = (await workbookFiles(path)).get('xl/styles.xml') ?? '';
    const formats = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf ([^>]*)>/g)].map(
      ([, xf = '']) => xf,
    );
    const formatOf = async (name: string, column: number) => {
      const style = new RegExp(`<col min="${column}" [^>]*style="(\\d+)"`).exec(await sheet(name))?.[1];
      return /numFmtId="(\d+)"/.exec(formats[Number(style)] ?? '')?.[1];
    };
    expect(await formatOf('Satser', 1)).toBe('49');
    expect(await formatOf('Projekter', 3)).toBe('49');
    expect(await formatOf('Satser', 2)).toBe('190');
    expect(await formatOf('Satser', 3)).toBe('4');
    expect(await formatOf('Satser', 5)).toBe('0');
    expect(styles).toContain('<numFmt numFmtId="190" formatCode="dd-mm-yyyy"/>');
  });

  test('in the forms the phase fills itself, and only it and the headers are locked', async () => {
    const xml = await sheet('Efter-måling');
    expect(xml).toContain('<f>IF(A2="","","Efter")</f>');
    expect(xml).toMatch(/<\/sheetData><sheetProtection sheet="1"/);
    expect(await sheet('Målinger')).not.toContain('sheetProtection');
  });
});

describe('gevinst template', () => {
  test('writes over nothing without --force, and only workbooks', async () => {
    await expect(runTemplate(path, { force: false })).rejects.toThrow(/is there already\. Use --force/);
    await expect(runTemplate(join(folder.path, 'a.csv'), { force: false })).rejects.toThrow(
      /must end in \.xlsx/,
    );
    await expect(runTemplate(join(folder.path, 'none/a.xlsx'), { force: false })).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringMatching(/^Cannot write .*a\.xlsx: its folder is not there\.$/),
    });
  });
});

describe.each(engines.slice(0, 1))('loaded ($name)', ({ open }) => {
  test('empty, every sheet is its table, without rows and without error', async () => {
    const { bytes, inspection, close } = await openFile(path);
    const parts = await partsOf(bytes, inspection);
    expect(parts.map(({ name }) => name)).toContain('Før-måling');
    await close();
    const warehouse = await open();
    const result = await loadPaths(warehouse.db, [path], LOADED);
    expect(result.files.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(result.files.map(({ part, table }) => [part, table]).sort()).toEqual(
      sheets.map(({ name, table }) => [name, table.name]).sort(),
    );
    expect(result).toMatchObject({ read: 0, kept: 0, refused: 0 });
    expect(result.files.flatMap(({ otherParts }) => otherParts)).toEqual(['Vejledning', 'Eksempel']);
    await warehouse.close();
  });

  test('filled in as its own example, with both forms, it loads whole', async () => {
    const filled = join(folder.path, 'filled.xlsx');
    await writeTemplate(filled);
    const rows = Object.fromEntries(
      sheets.map(({ name, columns }) => {
        const phase = columns.find(({ fixed }) => fixed !== null)?.fixed ?? null;
        const cells = columns.map(({ name: column, guide: [, value], fixed }) => {
          if (fixed !== null) return { formula: `IF(A2="","","${fixed}")`, result: fixed };
          if (phase === null || column !== 'from') return value;
          return new Date(phase === 'Før' ? '2025-02-03' : '2025-04-01');
        });
        return [name, [cells]];
      }),
    );
    await typeInto(filled, rows);
    const warehouse = await open();
    const result = await loadPaths(warehouse.db, [filled], LOADED);
    expect(result.files.flatMap(({ refusals, error }) => [...refusals, ...(error ? [error] : [])])).toEqual(
      [],
    );
    expect(result).toMatchObject({ read: sheets.length, kept: sheets.length, refused: 0 });
    const phases = await warehouse.db
      .selectFrom('measurement')
      .select(['phase', 'from_day'])
      .orderBy('from_day')
      .execute();
    expect(phases).toEqual([
      { phase: 'before', from_day: '2024-11-01' },
      { phase: 'before', from_day: '2025-02-03' },
      { phase: 'after', from_day: '2025-04-01' },
    ]);
    await warehouse.close();
  });
});
