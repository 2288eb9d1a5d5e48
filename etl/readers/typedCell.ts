import { type Cell, numberCell } from './rows.ts';

/** A value of a format with types of its own as a cell; lists and structures are JSON text. */
export function typedCell(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? numberCell(value) : String(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return momentCell(value.getTime());
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
}

/** A decimal number to its last digit. @param whole the number without its point @param scale digits after it */
export function decimalCell(whole: bigint, scale: number): Cell {
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  const cut = digits.length - scale;
  const sign = whole < 0n ? '-' : '';
  // A fourth decimal, so that three can be no group of thousands.
  const fraction = scale === 3 ? `${digits.slice(cut)}0` : digits.slice(cut);
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${fraction}`;
}

/** A moment as ISO text in UTC. @param milliseconds since 1970 */
export function momentCell(milliseconds: number): Cell {
  const moment = new Date(milliseconds);
  return Number.isNaN(moment.getTime()) ? String(milliseconds) : moment.toISOString();
}

/** A day as ISO text. @param milliseconds of its midnight in UTC */
export function dayCell(milliseconds: number): Cell {
  return momentCell(milliseconds).slice(0, 10);
}
