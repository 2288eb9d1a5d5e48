import { type Cell, numberCell, storable } from './rows.ts';

/** A value of a format with types of its own as a cell; lists and structures are JSON text. */
export function typedCell(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return storable(value);
  if (typeof value === 'number') return Number.isFinite(value) ? numberCell(value) : String(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return momentCell(value.getTime());
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner instanceof Uint8Array) return Buffer.from(inner).toString();
    return typeof inner === 'bigint' ? String(inner) : inner;
  });
}

/** A number of 32 bits with the fewest digits that are it: 0.1, where a double has 0.10000000149011612. */
export function float32Cell(value: number): Cell {
  if (!Number.isFinite(value)) return String(value);
  const SURE = 9;
  for (let digits = 1; digits < SURE; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return numberCell(short);
  }
  return numberCell(Number(value.toPrecision(SURE)));
}

/** A time of day or a duration as `08:15:00`, with parts of a second where it has them; it is never a bare number. */
export function clockCell(milliseconds: number): Cell {
  const two = (part: number) => String(part).padStart(2, '0');
  const size = Math.abs(Math.round(milliseconds));
  const seconds = Math.floor(size / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  const parts = size % 1000 === 0 ? '' : `.${String(size % 1000).padStart(3, '0')}`;
  return `${milliseconds < 0 ? '-' : ''}${clock}${parts}`;
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
