import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { type Bytes, fileBytes } from '../../../etl/readers/bytes.ts';
import { inspect } from '../../../etl/readers/inspect.ts';
import { partsOf } from '../../../etl/readers/parts.ts';
import type { Row, Rows } from '../../../etl/readers/rows.ts';

/** Bytes in memory that can be read as a file can. */
export function inMemory(name: string, content: Buffer | string): Bytes {
  const bytes = Buffer.from(content);
  const { fd: _, ...file } = fileBytes(
    {
      read: async (into: Buffer, at: number, length: number, position: number) => ({
        bytesRead: bytes.copy(into, at, position, position + length),
        buffer: into,
      }),
    } as never,
    name,
    bytes.length,
  );
  return file;
}

export interface Table {
  name: string;
  place: string | null;
  rows: Rows;
  header: string[];
  read: Row[];
  /** The rows' cells, as many as there are columns. */
  cells: string[][];
}

/** Reads all tables of a file to their ends. */
export async function readAll(name: string, content: Buffer | string): Promise<Table[]> {
  const file = inMemory(name, content);
  const tables: Table[] = [];
  for (const part of await partsOf(file, await inspect(file))) {
    const rows = await part.rows(() => {});
    const read: Row[] = [];
    for await (const batch of rows.batches()) read.push(...batch);
    const cells = read.map((row) => rows.header.map((_, at) => row.cells[at] ?? ''));
    tables.push({ name: part.name, place: part.place, rows, header: rows.header, read, cells });
  }
  return tables;
}

/** The only table of a file. */
export async function readOne(name: string, content: Buffer | string): Promise<Table> {
  const [table, ...more] = await readAll(name, content);
  if (!table || more.length > 0) throw new Error(`${name} has ${more.length + 1} tables.`);
  return table;
}

/** A ZIP file of these files. */
export async function zipped(files: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A workbook whose sheets have this XML within their `worksheet`. */
export async function workbookOf(
  sheets: Readonly<Record<string, string>>,
  { texts = [], styles = '', workbook = '' }: { texts?: string[]; styles?: string; workbook?: string } = {},
): Promise<Buffer> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${main} xmlns:r="r">${workbook}<sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${main}>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>`,
  };
  names.forEach((name, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet ${main}>${sheets[name]}</worksheet>`;
  });
  return zipped(files);
}
