import { SqlError } from './answers.ts';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,7}))?$/;

/** A `datetime`: three hundredths of a second since 1970, to the nearest. More than milliseconds are refused. */
export function datetime(text: string): number {
  const fraction = fractionOf(text);
  if (fraction.length > 3) throw unreadable();
  return Math.round((Date.parse(`${text}Z`) * 300) / 1000);
}

/** A `datetime` as style 126 tells it: without milliseconds where there are none. */
export function ticksText(ticks: number): string {
  const text = new Date(Math.round((ticks * 1000) / 300)).toISOString().slice(0, -1);
  return text.replace(/\.000$/, '');
}

/** A `datetime2(7)` as text that sorts as it does. */
export function datetime2(text: string): string {
  return `${text.slice(0, 19)}.${fractionOf(text).padEnd(7, '0')}`;
}

function fractionOf(text: string): string {
  const found = MOMENT.exec(text);
  if (!found) throw unreadable();
  return found[1] ?? '';
}

function unreadable(): SqlError {
  return new SqlError(241, 'Conversion failed when converting date and/or time from character string.');
}

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Where the bytes of its text are in a `uniqueidentifier` as it is compared: the last six come first. */
const ORDER = [10, 11, 12, 13, 14, 15, 8, 9, 7, 6, 5, 4, 3, 2, 1, 0];

export function guid(text: string): Buffer {
  if (!GUID.test(text)) {
    throw new SqlError(
      8169,
      'Conversion failed when converting from a character string to uniqueidentifier.',
    );
  }
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
  return Buffer.from(ORDER.map((at) => bytes[at] ?? 0));
}

export function guidText(compared: Buffer): string {
  const bytes = Buffer.alloc(16);
  for (const [i, at] of ORDER.entries()) bytes[at] = compared[i] ?? 0;
  return bytes
    .toString('hex')
    .toUpperCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
