import { writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';

type Value = string | number | Date | { formula: string; result: string };

/** The files within a workbook, as text, by path. */
export async function workbookFiles(path: string): Promise<Map<string, string>> {
  const zip = await openPromise(path, { lazyEntries: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'));
  }
  return files;
}

/** The file of each sheet, by the sheet's name. */
export function sheetPaths(files: ReadonlyMap<string, string>): Map<string, string> {
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)];
  return new Map(names.map(([, name = ''], i) => [name, `xl/worksheets/sheet${i + 1}.xml`]));
}

/** Writes a workbook again with rows typed in below the headers of its sheets, as a spreadsheet would save them. */
export async function typeInto(
  path: string,
  rows: Readonly<Record<string, readonly (readonly Value[])[]>>,
): Promise<void> {
  const files = await workbookFiles(path);
  const sheets = sheetPaths(files);
  for (const [name, typed] of Object.entries(rows)) {
    const sheet = sheets.get(name) ?? '';
    const xml = files.get(sheet);
    if (xml === undefined) throw new Error(`There is no sheet ${name}`);
    const below = typed.map((cells, i) => rowXml(cells, i + 2)).join('');
    files.set(sheet, withRows(xml, below, typed.length + 1));
  }
  const zip = new ZipFile();
  for (const [name, text] of files) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  writeFileSync(path, await buffer(zip.outputStream));
}

/** The sheet with rows instead of those up to `last` below its header. */
function withRows(xml: string, rows: string, last: number): string {
  const kept = xml.replace(/<row r="(\d+)".*?<\/row>/g, (row, number: string) =>
    Number(number) > 1 && Number(number) <= last ? '' : row,
  );
  const header = /<row r="1".*?<\/row>/.exec(kept)?.[0] ?? '';
  return kept.replace(header, header + rows);
}

function rowXml(cells: readonly Value[], row: number): string {
  const found = cells.flatMap((value, i) => (value === '' ? [] : [cellXml(value, `${column(i)}${row}`)]));
  return `<row r="${row}">${found.join('')}</row>`;
}

function cellXml(value: Value, at: string): string {
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  if (value instanceof Date) {
    // A format of the template's own: days, or days with a time.
    const serial = value.getTime() / 86_400_000 + 25_569;
    return `<c r="${at}" s="${Number.isInteger(serial) ? 102 : 103}"><v>${serial}</v></c>`;
  }
  return `<c r="${at}" t="str"><f>${escaped(value.formula)}</f><v>${escaped(value.result)}</v></c>`;
}

function column(index: number): string {
  return String.fromCharCode(65 + index);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
