import type { GevinstError } from '../../server/errors.ts';
import { maskCpr } from '../../server/privacy.ts';
import { unreadableFile } from '../unreadableFile.ts';
import type { Bytes } from './bytes.ts';
import { storable } from './rows.ts';
import { readWholeXml } from './xml.ts';
import { type ZipEntry, zipEntries } from './zip.ts';

export interface SheetFile {
  name: string;
  hidden: boolean;
  file: Bytes;
}

const MOST_TEXT = 256_000_000;

/** How a number is shown where that changes what it says; a number of digits is the least that are shown: 0751. */
type Shown = 'day' | 'month' | 'moment' | 'duration' | 'percent' | number;

/** What the sheets of a workbook share. */
export interface Workbook {
  sheets: SheetFile[];
  texts(): Promise<readonly string[]>;
  /** How the cells of a style show their numbers; null for as they are. */
  shows(style: number): Shown | null;
  /** Whether its days count from 1904. */
  from1904: boolean;
}

/** @throws GevinstError `unreadable-file` */
export async function readWorkbook(file: Bytes): Promise<Workbook> {
  const entries = new Map((await zipEntries(file)).map((entry) => [entry.place, entry]));
  const { sheets, from1904 } = await readSheets(entries);
  const styles = await shownStyles(entries.get('xl/styles.xml'));
  let texts: Promise<readonly string[]> | undefined;
  return {
    sheets,
    from1904,
    shows: (style) => styles.get(style) ?? null,
    texts() {
      texts ??= sharedTexts(entries.get('xl/sharedStrings.xml'));
      return texts;
    },
  };
}

async function readSheets(entries: ReadonlyMap<string, ZipEntry>) {
  const targets = new Map<string, string>();
  await readWholeXml(required(entries, 'xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target.replace(/^\/?(xl\/)?/, 'xl/'));
    },
  });
  const sheets: SheetFile[] = [];
  let from1904 = false;
  await readWholeXml(required(entries, 'xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      // Not every program calls the namespace of relations r.
      const [, id = ''] = Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id')) ?? [];
      const file = entries.get(targets.get(id) ?? '');
      const title = attributes.name ?? '';
      if (!file) throw damaged(`the sheet “${maskCpr(title)}” is not in it`);
      sheets.push({
        name: title,
        hidden: (attributes.state ?? 'visible') !== 'visible',
        file,
      });
    },
  });
  return { sheets, from1904 };
}

function required(entries: ReadonlyMap<string, ZipEntry>, place: string): ZipEntry {
  const entry = entries.get(place);
  if (entry) return entry;
  throw damaged(`it has no ${place}`);
}

function damaged(how: string): GevinstError {
  return unreadableFile('damaged-workbook', `The workbook is damaged: ${how}.`, {});
}

async function sharedTexts(file: ZipEntry | undefined): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!file) return texts;
  let text = '';
  let size = 0;
  let inText = false;
  let phonetic = false;
  await readWholeXml(file, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text(part) {
      if (!inText) return;
      text += part;
      size += part.length;
      if (size > MOST_TEXT) {
        throw unreadableFile(
          'much-text',
          'The workbook has more than 256 million characters of text.',
          {},
          'too-large',
        );
      }
    },
    close(name) {
      if (name === 'si') texts.push(unescaped(text));
      else if (name === 'rPh') phonetic = false;
      else if (name === 't') inText = false;
    },
  });
  return texts;
}

/** The text with what XML can not hold, such as `_x000D_` for a carriage return. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return storable(
    text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

/** The cell styles whose number format shows something else than the number. */
async function shownStyles(file: ZipEntry | undefined): Promise<ReadonlyMap<number, Shown>> {
  const formats = new Map<number, Shown | null>();
  const styles = new Map<number, Shown>();
  if (!file) return styles;
  let inCells = false;
  let style = 0;
  await readWholeXml(file, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), shownBy(formatCode));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const format = Number(numFmtId);
        const shown = formats.has(format) ? formats.get(format) : builtIn(format);
        if (shown) styles.set(style, shown);
        style++;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** By the numbers of formats that every workbook has (ECMA-376, 18.8.30). */
function builtIn(format: number): Shown | null {
  if (format >= 18 && format <= 22) return 'moment';
  if (format >= 45 && format <= 47) return 'duration';
  if (format === 17) return 'month';
  if (format === 9 || format === 10) return 'percent';
  return (format >= 14 && format <= 17) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)
    ? 'day'
    : null;
}

/** Hours, minutes or seconds in brackets, which go on counting: `[h]:mm`, in Danish `[t]:mm`. */
const COUNTED = /\[(h+|t+|m+|s+)\]/i;
/** Minutes and seconds without an hour. */
const MINUTES = /^m{1,2}:s{1,2}([.,]0+)?$/i;

/** By the letters of days and times outside quotes, escapes and colours. */
function shownBy(code: string): Shown | null {
  const unquoted = code.replace(/"[^"]*"|\\.|_.|\*./g, '');
  const bare = unquoted.replace(/\[[^\]]*\]/g, '');
  if (COUNTED.test(unquoted) || MINUTES.test(bare.split(';')[0] ?? '')) return 'duration';
  if (/general|standard/i.test(bare)) return null;
  if (bare.includes('%')) return 'percent';
  if (/^0{2,}$/.test(bare)) return bare.length;
  if (/[hts]/i.test(bare)) return 'moment';
  if (/d/i.test(bare)) return 'day';
  return /[yå]/i.test(bare) && /m/i.test(bare) ? 'month' : /[ymå]/i.test(bare) ? 'day' : null;
}
