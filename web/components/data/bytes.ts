import { oneDecimal } from '../../format.ts';

const UNITS = ['byte', 'kB', 'MB', 'GB'];

/** The size of a file as file managers tell it: 1.234.567 → `1,2 MB` */
export function bytesText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const size = power === 0 ? String(bytes) : oneDecimal(bytes / 1000 ** power);
  return `${size}\u00a0${UNITS[power]}`;
}
