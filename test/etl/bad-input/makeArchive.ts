import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A ZIP file of entries by name. */
export function zip(entries: Record<string, string | Buffer>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(entries)) file.addBuffer(Buffer.from(content), name);
  file.end();
  return buffer(file.outputStream);
}

const LOCAL = Buffer.from('PK\u0003\u0004');
const CENTRAL = Buffer.from('PK\u0001\u0002');

/** Writes over a field of both headers of a ZIP file's last entry: `local` and `central` are its places in them. */
export function overwritten(file: Buffer, local: number, central: number, bytes: number[]): Buffer {
  const changed = Buffer.from(file);
  changed.set(bytes, changed.lastIndexOf(LOCAL) + local);
  changed.set(bytes, changed.lastIndexOf(CENTRAL) + central);
  return changed;
}

/** Bytes in the place of others of the same length, wherever they stand. */
export function replaced(file: Buffer, from: string, to: string): Buffer {
  return Buffer.from(file.toString('latin1').replaceAll(from, to), 'latin1');
}

const PACKAGE = `<?xml version="1.0" encoding="UTF-8"?>`;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKED = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet's cells by row: text as such, numbers as such, `#N/A` and the like as errors. Or its whole XML. */
type Sheet = (string | number)[][] | string;

/** A workbook as Excel writes it. @param formats number formats, by the number of the style that has them, from 1 */
export function workbook(sheets: Record<string, Sheet>, formats: readonly string[] = []): Promise<Buffer> {
  const names = Object.keys(sheets);
  const numbered = (each: (name: string, n: number) => string) =>
    names.map((name, i) => each(name, i + 1)).join('');
  const entries: Record<string, string> = {
    '[Content_Types].xml': `${PACKAGE}<Types xmlns="${PACKED}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${DOCUMENT}.sheet.main+xml"/>${numbered((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${DOCUMENT}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${PACKAGE}<Relationships xmlns="${PACKED}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${PACKAGE}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbered((name, n) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${PACKAGE}<Relationships xmlns="${PACKED}/relationships">${numbered((_, n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
  };
  if (formats.length > 0) entries['xl/styles.xml'] = styles(formats);
  for (const [i, rows] of Object.values(sheets).entries())
    entries[`xl/worksheets/sheet${i + 1}.xml`] = typeof rows === 'string' ? rows : sheet(rows);
  return zip(entries);
}

function styles(formats: readonly string[]): string {
  const first = 170;
  const numbers = formats.map((code, i) => `<numFmt numFmtId="${first + i}" formatCode="${code}"/>`);
  const cells = formats.map((_, i) => `<xf numFmtId="${first + i}"/>`);
  return `${PACKAGE}<styleSheet xmlns="${MAIN}"><numFmts>${numbers.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`;
}

function sheet(rows: (string | number)[][]): string {
  const written = rows.map((cells, i) => {
    const texts = cells.map((cell, at) => xmlCell(`${String.fromCharCode(65 + at)}${i + 1}`, cell));
    return `<row r="${i + 1}">${texts.join('')}</row>`;
  });
  return `${PACKAGE}<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData></worksheet>`;
}

function xmlCell(place: string, cell: string | number): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (/^#[A-Z/0!?]+$/.test(cell)) return `<c r="${place}" t="e"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}
